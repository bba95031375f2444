"""What a page's own tags say of its article: meta tags, JSON-LD, microdata. Nothing is guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from corpus.date_fields import field_date
from corpus.formats.fields import Fields, author_names
from corpus.lines import fold
from corpus.normal import one_line
from corpus.outlets import rights_holder
from corpus.partial_date import PartialDate

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# Names of meta tags, best first; compared without case, and with `.`, `-`, `_` and `:` alike.
_TITLE = ("og:title", "headline", "twitter:title", "dc:title", "parsely-title")
_OUTLET = ("og:site_name", "publisher", "dc:publisher", "application-name")
_URL = ("og:url",)
_AUTHOR = ("author", "article:author", "dc:creator", "parsely-author", "byl", "sailthru:author")
_DATE = (
    "article:published_time",
    "article:published",
    "datepublished",
    "og:published_time",
    "dc:date:issued",
    "dcterms:issued",
    "dcterms:created",
    "dc:date",
    "dc:date:created",
    "publication_date",
    "publish_date",
    "publishdate",
    "published_date",
    "published_time",
    "pubdate",
    "pdate",
    "parsely-pub-date",
    "sailthru:date",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "date",
)
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review)$")
_PAGE_TYPE = re.compile(r"(?:WebPage|ItemPage|CreativeWork)$")
_JSON_LIMIT = 200
_TITLE_JOINTS = (" | ", " - ", " – ", " — ", " » ", " :: ")


def read_metadata(tree: HtmlElement) -> Fields:
    """Title, outlet, date of publishing, address and authors that the tags of `tree` state."""
    meta = _meta(tree)
    objects = list(_linked_data(tree))
    article = _article(objects)
    outlet = _first(meta, _OUTLET) or _named(article.get("publisher"))
    url = _url(tree, meta)
    stated = _text(article.get("headline")) or _first(meta, _TITLE)
    title = stated or _visible_title(tree, outlet)
    return Fields(
        title=title,
        # An address tells the outlet more surely than a page's edges do.
        outlet=outlet or (None if url else _site_in_title(tree, title) or _rights_holder(tree)),
        published=_published(tree, meta, article),
        url=url,
        authors=author_names(article.get("author"))
        or author_names(_first(meta, _AUTHOR))
        or _marked_authors(tree),
    )


def _article(objects: list[dict[str, Any]]) -> dict[str, Any]:
    """The object that is the article, else the page; a video's or a site's date is not its."""
    dated = [item for item in objects if item.get("datePublished")]
    for named in (_ARTICLE_TYPE, _PAGE_TYPE):
        for item in dated:
            kinds = item.get("@type")
            if any(
                named.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                return item
    return {}


def _site_in_title(tree: HtmlElement, title: str | None) -> str | None:
    """`The Harbour Post` of `<title>A wall for us | The Harbour Post</title>`."""
    whole = next((one_line(tag.text_content()) for tag in tree.iter("title")), "")
    for joint in _TITLE_JOINTS:
        head, found, tail = whole.rpartition(joint)
        if found and fold(head) == fold(title or "") and len(tail.split()) <= 5:
            return tail.strip() or None
    return None


def _rights_holder(tree: HtmlElement) -> str | None:
    lines = (one_line(text) for foot in tree.iter("footer") for text in foot.itertext())
    return next((name for line in lines if line and (name := rights_holder(line))), None)


def _marked_authors(tree: HtmlElement) -> tuple[str, ...]:
    marked = tree.xpath("//*[@itemprop='author'] | //a[@rel='author']")
    names = (name for tag in marked[:5] for name in author_names(tag.text_content()))
    return tuple(dict.fromkeys(name for name in names if len(name.split()) <= 5))


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = one_line(tag.get("content") or "")
        if name and content:
            found.setdefault(_key(name), content[:500])
    return found


def _key(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[_key(name)] for name in names if _key(name) in meta), None)


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every JSON-LD object of the page, also those inside a graph or a list."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            waiting: list[Any] = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        for _ in range(_JSON_LIMIT):
            if not waiting:
                break
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                yield item
                waiting.extend(item[key] for key in ("@graph", "mainEntity") if key in item)


def _published(
    tree: HtmlElement, meta: Mapping[str, str], article: Mapping[str, Any]
) -> PartialDate | None:
    stated = [article.get("datePublished"), *(meta.get(_key(name)) for name in _DATE)]
    stated += [
        tag.get("datetime") or tag.get("content") or tag.text
        for tag in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]")
    ]
    dates = [date for value in stated if (date := field_date(value))]
    if dates:
        return dates[0]
    # A single date in all <time> tags is the article's; of several, some are of other articles.
    times = {date for tag in tree.iter("time") if (date := field_date(tag.get("datetime")))}
    return times.pop() if len(times) == 1 else None


def _visible_title(tree: HtmlElement, outlet: str | None) -> str | None:
    headings = [one_line(tag.text_content()) for tag in tree.iter("h1")]
    headings = [heading for heading in headings if heading and heading != outlet]
    if len(headings) == 1:
        return headings[0]
    title = next((one_line(tag.text_content()) for tag in tree.iter("title")), "")
    for joint in _TITLE_JOINTS:
        head, found, tail = title.rpartition(joint)
        # The part after the last joint is the site's name when it is known as that or looks so.
        named = len(tail.split()) <= 3 and tail == tail.title() and len(head.split()) >= 3
        if found and (tail == outlet or tail.isupper() or named):
            return head
    return title or None


def _url(tree: HtmlElement, meta: Mapping[str, str]) -> str | None:
    canonical = (
        tag.get("href") for tag in tree.iter("link") if (tag.get("rel") or "") == "canonical"
    )
    urls = [*canonical, _first(meta, _URL)]
    return next(
        (u.strip() for u in urls if u and u.strip().startswith(("http://", "https://"))), None
    )


def _named(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str | None:
    return (one_line(value)[:500] or None) if isinstance(value, str) else None
