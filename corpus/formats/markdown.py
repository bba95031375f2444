"""Markdown with optional front matter in YAML or TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.encoding import decode
from corpus.formats.fields import read_fields
from corpus.formats.source import Source
from corpus.lines import fold
from corpus.normal import normalise
from corpus.raw import RawArticle, UnreadableError

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER_LIMIT = 64 * 1024
_FLAGS = re.DOTALL | re.MULTILINE
_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", _FLAGS)
_TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", _FLAGS)
_ENTRY = re.compile(r"^(?=[A-Za-z][\w-]*:(?:\s|$))", re.MULTILINE)
# A value that opens a list, a map or a block is YAML's own, and then it is broken.
_SIMPLE = re.compile(
    r"(?P<key>[\w-]+):[ \t]+(?P<mark>[\"']?)(?P<value>[^\s\[{|>&*!].*?)(?P=mark)\s*"
)


def read(source: Source) -> Iterator[RawArticle]:
    """The one article of a .md file. UnreadableError where its front matter is neither."""
    text = decode(source.whole(source.limits.article_bytes)).replace("\r\n", "\n")
    record: dict[str, object] = {}
    head = text[:_FRONT_MATTER_LIMIT]
    if match := _FRONT_MATTER.match(head):
        record = _yaml(match[1])
        text = text[match.end() :]
    elif match := _TOML.match(head):
        record = _toml(match[1])
        text = text[match.end() :]
    fields = read_fields(record)
    heading, body = plain_text(text)
    if fields.title and heading and fold(heading) != fold(fields.title):
        # Not the title again, so it belongs to what the article says.
        body = f"{heading}\n\n{body}"
    yield RawArticle(
        text=body,
        title=fields.title or heading,
        outlet=fields.outlet,
        published=fields.published,
        url=fields.url,
        authors=fields.authors,
        carried_from=fields.carried_from,
        fetched=fields.fetched,
    )


def _yaml(block: str) -> dict[str, object]:
    import yaml

    record: object
    try:
        record = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if (record := _by_entry(block)) is not None:
            return record
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f" at line {line + 2}" if line is not None else ""
        raise UnreadableError(f"its front matter is not valid YAML{where}") from error
    return record if isinstance(record, dict) else {}


def _by_entry(block: str) -> dict[str, object] | None:
    """The front matter read entry by entry; None where one of them is broken.

    `title: Storm: the harbour closes` is no YAML, but it is what people write, and no reason to
    lose an article: the rest of such a line is its value.
    """
    import yaml

    record: dict[str, object] = {}
    for entry in _ENTRY.split(block):
        try:
            read = yaml.safe_load(entry)
        except (yaml.YAMLError, ValueError, RecursionError):
            match = _SIMPLE.fullmatch(entry)
            if match is None:
                return None
            read = {match["key"]: match["value"]}
        if isinstance(read, dict):
            record.update(read)
        elif read is not None:
            return None
    return record


def _toml(block: str) -> dict[str, object]:
    try:
        return tomllib.loads(block)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(f"its front matter is not valid TOML: {error}") from error


def plain_text(markdown: str) -> tuple[str | None, str]:
    """The first heading of level 1, taken out, and the rest without Markdown's marks."""
    from markdown_it import MarkdownIt

    title: str | None = None
    blocks: list[str] = []
    bullet = ""
    tokens = MarkdownIt("commonmark").disable(["code", "html_block", "html_inline"]).parse(markdown)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "list_item_open":
            bullet = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "fence":
            blocks.append(token.content)
        elif token.type == "inline":
            text = _inline(token.children or [])
            if title is None and before is not None and before.tag == "h1" and not blocks:
                title = " ".join(normalise(text).split()) or None
            else:
                blocks.append(bullet + text)
            bullet = ""
    return title, normalise("\n\n".join(blocks))


def _inline(children: list[Token]) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    shown = (child for child in children if child.type != "image")
    return "".join(breaks.get(child.type, child.content) for child in shown)
