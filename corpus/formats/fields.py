"""Metadata under the names that people give it, from front matter, JSON and page tags."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.date_fields import field_date
from corpus.normal import one_line
from corpus.partial_date import PartialDate

_NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "site_name", "sitename"),
    "published": ("published", "date", "publish_date", "date_published", "published_at", "pubdate"),
    "url": ("url", "link", "source_url", "canonical_url"),
    "authors": ("authors", "author", "byline"),
    "carried_from": ("carried_from",),
    "fetched": ("fetched",),
}
_TITLE_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Fields:
    """What the metadata states; None where it states nothing usable."""

    title: str | None = None
    outlet: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    carried_from: str | None = None
    fetched: str | None = None


def read_fields(record: Mapping[str, Any]) -> Fields:
    """The fields of `record`, whose keys compare without case, `-` as `_`; others are left."""
    known = {str(key).lower().replace("-", "_"): value for key, value in record.items()}

    def first(field: str) -> Any:
        return next((known[n] for n in _NAMES[field] if known.get(n) not in (None, "", [])), None)

    dates = (field_date(known.get(name)) for name in _NAMES["published"])
    return Fields(
        title=_text(first("title")),
        outlet=_text(first("outlet")),
        published=next((date for date in dates if date), None),
        url=_text(first("url")),
        authors=author_names(first("authors")),
        carried_from=_text(first("carried_from")),
        fetched=_text(first("fetched")),
    )


def author_names(value: Any) -> tuple[str, ...]:
    """Names from a list, or from one string: `By Jane Doe and Richard Roe, Reuters`."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list | tuple):
        parts = [name for item in value for name in author_names(item)]
    elif isinstance(value, str):
        text = re.sub(r"^by\s+", "", one_line(value), flags=re.IGNORECASE)
        parts = re.split(r"\s*[,;|]\s*|\s+(?:and|&)\s+", text)
    else:
        return ()
    return tuple(dict.fromkeys(part for part in parts if part and not part.startswith("http")))


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name")
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        # YAML reads an unquoted date as a date.
        value = value.isoformat() if hasattr(value, "isoformat") else None
    text = one_line(str(value))[:_TITLE_LIMIT] if value is not None else ""
    return text or None
