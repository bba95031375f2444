"""Receipts: what was said can be checked again later, and a changed one is found out."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Check, ClaimVerdict, StanceQuote
from assistant.receipts.receipt import MAX_BYTES, read_receipt
from assistant.receipts.writing import to_json, verify
from corpus.errors import FactcheckError
from index.opened import Index
from index.settings import IndexSettings
from index.sync import sync
from tests.assistant.receipts.conftest import FIRST, Desk


def test_an_untouched_receipt_stands(desk: Desk) -> None:
    receipt = json.loads(json.dumps(to_json(desk.answer("Nobody was hurt."), desk.index)))
    report = verify(receipt, desk.index)
    assert report.ok
    assert report.intact
    assert report.same_index
    assert [quote.standing for quote in report.quotes] == ["stands"]
    held = receipt["answer"]["quotes"][0]
    article = desk.index.article(held["article_id"])
    assert article is not None
    assert held["content_hash"] == article.content_hash
    assert receipt["answer"]["index"]["version"] == desk.index.version


def test_a_check_is_verified_claim_by_claim(desk: Desk) -> None:
    quote = StanceQuote(**desk.quote("Nobody was hurt.").model_dump(), stance="supports")
    verdict = ClaimVerdict(
        claim="No one was hurt.",
        start=0,
        end=16,
        verdict="supported",
        confidence=0.9,
        why="The articles say so.",
        quotes=(quote,),
    )
    check = Check(text="No one was hurt.", claims=(verdict,), index=desk.answer().index)
    report = verify(to_json(check, desk.index), desk.index)
    assert report.ok
    assert [(quote.claim, quote.n) for quote in report.quotes] == [(1, 1)]


def test_a_quote_that_moved_in_its_article_still_stands(desk: Desk) -> None:
    receipt = to_json(desk.answer("Nobody was hurt."), desk.index)
    (desk.corpus / "ferry.txt").write_text("A correction was made. " + FIRST, encoding="utf-8")
    desk.sync()
    report = verify(receipt, desk.index)
    (quote,) = report.quotes
    assert quote.standing == "moved"
    assert report.ok
    assert not report.same_index
    assert quote.article_id is not None
    assert quote.start is not None
    text = desk.index.text(quote.article_id)
    assert text[quote.start : quote.end] == "Nobody was hurt."


def test_a_quote_whose_article_has_another_name_in_a_new_index_has_moved(
    desk: Desk, tmp_path: Path
) -> None:
    receipt = to_json(desk.answer("It seats 20,000 people."), desk.index)
    (desk.corpus / "stadium.txt").rename(desk.corpus / "arena.txt")
    sync(desk.corpus, tmp_path / "another", IndexSettings())
    with Index.open(tmp_path / "another", IndexSettings()) as another:
        report = verify(receipt, another)
    assert report.ok
    assert report.quotes[0].standing == "moved"


def test_a_quote_whose_words_or_article_are_gone_is_gone(desk: Desk) -> None:
    receipt = to_json(desk.answer("Nobody was hurt.", "It seats 20,000 people."), desk.index)
    (desk.corpus / "ferry.txt").write_text("The ferry sank. Two were hurt.", encoding="utf-8")
    (desk.corpus / "stadium.txt").unlink()
    desk.sync()
    report = verify(receipt, desk.index)
    assert not report.ok
    assert [quote.standing for quote in report.quotes] == ["gone", "gone"]
    assert "2 gone" in report.summary


@pytest.mark.parametrize("field", ["text", "question", "version"])
def test_a_changed_receipt_is_found_out(desk: Desk, field: str) -> None:
    receipt = to_json(desk.answer("Nobody was hurt."), desk.index)
    if field == "text":
        receipt["answer"]["quotes"][0]["text"] = "Someone was hurt"
    elif field == "question":
        receipt["answer"]["question"] = "Was nobody hurt?"
    else:
        receipt["answer"]["index"]["version"] = "another"
    report = verify(receipt, desk.index)
    assert not report.intact
    assert not report.ok


def test_a_receipt_of_another_index_is_not_believed_for_its_path(
    desk: Desk, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the launch code is 0000", encoding="utf-8")
    answer = desk.answer("Nobody was hurt.")
    forged = answer.quotes[0].model_copy(
        update={
            "article_id": "f" * 16,
            "path": str(secret),
            "text": "the launch code is 0000",
            "start": 0,
            "end": 23,
        }
    )
    receipt = to_json(answer.model_copy(update={"quotes": (forged,)}), desk.index)
    report = verify(receipt, desk.index)
    assert report.quotes[0].standing == "gone"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"[]",
        b"null",
        b"{}",
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b"\xff\xfe\x00",
        b'{"schema_version": NaN}',
        b"1" * 10_000,
        b" " * (MAX_BYTES + 1),
    ],
    ids=lambda data: f"{data[:8]!r}-{len(data)}",
)
def test_a_malformed_or_hostile_receipt_is_refused(data: bytes) -> None:
    with pytest.raises(FactcheckError) as caught:
        read_receipt(data)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    "change",
    [
        {"start": -1},
        {"start": 10**30},
        {"end": 5},
        {"text": ""},
        {"start": "0; DROP TABLE"},
        {"extra": 1},
    ],
    ids=str,
)
def test_an_impossible_quote_is_refused(desk: Desk, change: dict[str, Any]) -> None:
    receipt = to_json(desk.answer("Nobody was hurt."), desk.index)
    wrong = copy.deepcopy(receipt)
    wrong["answer"]["quotes"][0].update(change)
    with pytest.raises(FactcheckError):
        read_receipt(wrong)


def test_a_receipt_of_a_later_format_says_so(desk: Desk) -> None:
    receipt = to_json(desk.answer(), desk.index)
    with pytest.raises(FactcheckError, match="format 99"):
        read_receipt(receipt | {"schema_version": 99})
