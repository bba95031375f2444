from __future__ import annotations

import pytest

from assistant.answer import Quote, WordedSentence
from assistant.llm.citations import ParsedSentence
from assistant.llm.judging import judge_sentence
from assistant.reader.loading import load_reader
from assistant.reader.rules import RulesReader
from tests.assistant.llm.samples import FixedReader, quote

OPENED = quote(1, "The Lund bridge opened on May 3, 2019, after 40 million crowns of repairs.")
DENIED = quote(2, "Mayor Holm denied that the bridge had closed twice.").model_copy(
    update={"speaker": "Ida Holm"}
)
UNSURE = FixedReader(supports=0.3, refutes=0.2)


def judged(text: str, *cites: int, question: str = "", reader: object = UNSURE) -> WordedSentence:
    sentence = ParsedSentence(text, cites)
    quotes: tuple[Quote, ...] = (OPENED, DENIED)
    return judge_sentence(sentence, quotes, reader, question=question)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "According to the Harbour Post, the Lund bridge opened on May 3, 2019.",
        "The Harbour Post reported on May 4, 2019 that the Lund bridge opened on May 3.",
        "The Lund bridge opened on May 3, 2019 (Harbour Post, May 4, 2019).",
    ],
)
def test_who_reports_it_and_when_may_be_said(text: str) -> None:
    assert judged(text, 1).state == "proven"


@pytest.mark.parametrize(
    "text",
    [
        "According to the Harbour Post, the Lund bridge opened on May 4, 2019.",
        "According to the Harbour Post, on May 4, 2019 the Lund bridge opened.",
        "The Lund bridge opened on May 4, 2019.",
        "According to the Northern Courier, the Lund bridge opened on May 3, 2019.",
    ],
)
def test_the_publishing_date_is_no_date_of_the_event(text: str) -> None:
    assert judged(text, 1).state == "struck"


def test_a_full_name_that_was_asked_about_may_be_used() -> None:
    said = "Mayor Ida Karin Holm denied that the bridge had closed twice."
    assert judged(said, 2, question="Did Mayor Ida Karin Holm close the bridge?").state == "proven"
    assert judged(said, 2).state == "struck"
    # A name that is only in the question proves nothing.
    malmo = judged("The Malmo bridge opened on May 3, 2019.", 1, question="The Malmo bridge?")
    assert "Malmo" in (malmo.reason or "")


@pytest.mark.parametrize("reader", ["rules", "auto"])
@pytest.mark.parametrize(
    "text",
    [
        "Many residents have welcomed the decision.",
        "Critics say that the move comes too late.",
        "It was the largest project of its kind in history.",
        "Several people were seriously injured.",
        "The Lund bridge was torn down.",
        "Holm has resigned.",
    ],
)
def test_an_invention_without_a_wrong_value_is_struck(text: str, reader: str) -> None:
    assert judged(text, 1, 2, reader=load_reader(reader)).state == "struck"


def test_a_sentence_may_need_two_quotes() -> None:
    both = "The Lund bridge opened on May 3, 2019, and Mayor Holm denied that it had closed twice."
    reader = RulesReader()
    assert judged(both, 1, 2, reader=reader).state == "proven"
    assert judged(both, 1, reader=reader).state == "struck"
    assert judged(both, 2, reader=reader).state == "struck"


def test_a_quote_that_says_otherwise_is_named() -> None:
    against = FixedReader(supports=0.02, refutes=0.95)
    struck = judged("The Lund bridge was torn down after repairs.", 1, reader=against)
    assert (struck.state, struck.reason) == ("struck", "Quote 1 says otherwise.")
