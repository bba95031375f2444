"""Receipts: an answer or a check exported so that it can be checked again later."""

from __future__ import annotations

import datetime as dt
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, Check
from assistant.receipts.receipt import SCHEMA, Receipt, read_receipt
from assistant.receipts.verifying import QuoteStanding, VerifyReport, verify

if TYPE_CHECKING:
    from index.opened import Index

__all__ = ["QuoteStanding", "VerifyReport", "to_html", "to_json", "to_markdown", "verify"]


def to_json(result: Answer | Check, index: Index) -> dict[str, Any]:
    """The receipt of `result` as plain JSON values; `index` fills in missing content hashes."""
    kind = "answer" if isinstance(result, Answer) else "check"
    body = {
        "schema_version": SCHEMA,
        "kind": kind,
        "created": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "program": {"name": "factcheck-assistant", "version": _program_version()},
        kind: _hashed(result, index).model_dump(mode="json"),
    }
    receipt = Receipt.model_validate(body)
    return receipt.model_copy(update={"digest": receipt.true_digest()}).model_dump(mode="json")


def to_markdown(result: Answer | Check, index: Index) -> str:
    """The result as a Markdown document, its quotes verbatim."""
    from assistant.receipts.markdown import markdown

    return markdown(read_receipt(to_json(result, index)))


def to_html(result: Answer | Check, index: Index) -> str:
    """The result as one HTML page that loads nothing and runs nothing."""
    from assistant.receipts.html import page

    return page(read_receipt(to_json(result, index)))


def _hashed(result: Answer | Check, index: Index) -> Answer | Check:
    """The result with each quote's content hash filled in."""

    def filled(quotes: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(
            quote
            if quote.content_hash or (article := index.article(quote.article_id)) is None
            else quote.model_copy(update={"content_hash": article.content_hash})
            for quote in quotes
        )

    if isinstance(result, Answer):
        return result.model_copy(
            update={"quotes": filled(result.quotes), "nearest": filled(result.nearest)}
        )
    claims = tuple(c.model_copy(update={"quotes": filled(c.quotes)}) for c in result.claims)
    return result.model_copy(update={"claims": claims})


def _program_version() -> str:
    try:
        return version("factcheck-assistant")
    except PackageNotFoundError:
        return "unknown"
