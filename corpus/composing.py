"""A raw article to an Article: cleaned text, and the metadata that fields or the text state."""

from __future__ import annotations

from pathlib import PurePosixPath

from corpus.article import Article
from corpus.cleaning import clean
from corpus.date_fields import url_date
from corpus.galleries import without_gallery
from corpus.normal import normalise, one_line
from corpus.outlets import outlet_of_url
from corpus.partial_date import PartialDate
from corpus.raw import RawArticle, UnreadableError
from corpus.stamps import Stamps, read_stamps
from corpus.threads import without_thread
from corpus.titles import find_title


def compose(raw: RawArticle, path: str, key: str) -> Article:
    """The article. Raises UnreadableError when its text holds nothing to read.

    What a field states goes before what the text says. The title is not part of `text` where it
    stood on a line of its own.
    """
    lines = without_gallery(without_thread(normalise(raw.text).split("\n")))
    text = "\n".join(lines)
    stamps = read_stamps(lines)
    title, own_line = (raw.title, True) if raw.title else find_title(lines)
    body = clean(text, title=title if own_line else None) or clean(text)
    if not any(character.isalnum() for character in body):
        raise UnreadableError("no article text in it")
    return Article(
        key=key,
        text=body,
        title=one_line(title or "") or PurePosixPath(path).stem,
        path=path,
        outlet=_outlet(raw, stamps),
        published=_published(raw, stamps),
        url=raw.url,
        authors=raw.authors or stamps.authors,
        carried_from=_carried_from(raw, stamps),
        fetched=raw.fetched,
    )


def _outlet(raw: RawArticle, stamps: Stamps) -> str | None:
    """The first stated: field, address, agency, whose report it carries, who holds the rights."""
    stated = (raw.outlet, outlet_of_url(raw.url), stamps.agency, stamps.carried_from)
    return next(filter(None, stated), None) or stamps.rights_holder


def _published(raw: RawArticle, stamps: Stamps) -> PartialDate | None:
    """The field's date, else the text's, else the address's; a fuller one completes a partial.

    The day of the last change stands in where there is no other.
    """
    stated = (raw.published, stamps.published, url_date(raw.url), stamps.updated)
    dates = [date for date in stated if date]
    agreeing = [date for date in dates if date.compatible(dates[0])]
    return next((date for date in agreeing if date.whole), dates[0] if dates else None)


def _carried_from(raw: RawArticle, stamps: Stamps) -> str | None:
    """Whose report it carries: as a field or a note says, or an agency other than the outlet."""
    if stated := raw.carried_from or stamps.carried_from:
        return stated
    own = (raw.outlet or outlet_of_url(raw.url) or "").casefold()
    if stamps.agency and own and stamps.agency.casefold() not in own:
        return stamps.agency
    return None
