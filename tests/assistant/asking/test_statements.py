"""Sentences of an answer carry who says it, where and when, and pass the guard."""

from __future__ import annotations

from assistant.answer import Finding, Quote
from assistant.asking.statements import excerpt, statements


def _quote(text: str, **more: str | None) -> Quote:
    fields = {
        "n": 1, "article_id": "a", "title": "The line", "outlet": "Marsk Daily",
        "published": "2019-05-05", "origin": "a", "start": 0, "end": len(text), "path": "a.md",
    }  # fmt: skip
    return Quote.model_validate({**fields, "text": text, **more})


def _finding(text: str, relation: str = "main") -> Finding:
    return Finding.model_validate(
        {"text": text, "value": text, "kind": "span", "quotes": [1], "origins": 1,
         "relation": relation}
    )  # fmt: skip


def test_a_statement_names_speaker_outlet_and_day() -> None:
    quote = _quote("The line opened on May 3, Ada Brenner said.", speaker="Ada Brenner")
    (told,), notes = statements([_finding("May 3")], [quote])
    assert told.text == (
        "The line opened on May 3, Ada Brenner said. "
        "(according to Ada Brenner, Marsk Daily, May 5, 2019)"
    )
    assert told.speaker == "Ada Brenner"
    assert told.quotes == (1,)
    assert not notes


def test_an_undated_article_without_outlet_is_named_by_its_title() -> None:
    quote = _quote("The line opened on May 3.", outlet=None, published=None)
    (told,), _ = statements([_finding("May 3")], [quote])
    assert told.text.endswith("(“The line”, undated)")


def test_an_undated_article_is_placed_by_the_day_it_tells_of() -> None:
    quote = _quote("On May 3 the board met.", published=None, speaker="The board")
    finding = _finding("met").model_copy(update={"event_date": "2019-05-03"})
    (told,), notes = statements([finding], [quote])
    assert told.text.endswith(
        "(according to the board, Marsk Daily, undated, tells of May 3, 2019)"
    )
    assert not notes


def test_change_over_time_is_said() -> None:
    (told,), _ = statements([_finding("May 3", "earlier")], [_quote("It opened on May 3.")])
    assert told.text.startswith("Earlier: It opened")


def test_a_long_sentence_is_cut_around_the_answer() -> None:
    tail = ", and the crowd cheered for a very long while" * 12
    cut = excerpt(f"The line opened on May 3 in the rain{tail}.", "May 3")
    assert "May 3" in cut
    assert cut.endswith("…")
    assert len(cut) < 340
    cut = excerpt(f"After some years{tail}, the line opened on May 3.", "May 3")
    assert cut.startswith("…")
    assert "May 3" in cut
