"""Which values may be laid beside the first, and which are about something else."""

from __future__ import annotations

from assistant.asking.candidate import Candidate
from assistant.asking.findings import findings
from assistant.asking.grouping import group
from assistant.asking.rivals import Asked
from assistant.questions.expected import expect
from assistant.quotes import QuoteBook
from assistant.settings import AnswerSettings
from tests.assistant.made import Stored, made

SETTINGS = AnswerSettings()
Told = list[tuple[str, str]]


def _told(question: str, *found: Candidate) -> Told:
    texts = Stored(*found)
    expected = expect(question)
    ordered = sorted(found, key=lambda each: -each.weight)
    groups = group(ordered, expected, SETTINGS)
    asked = Asked.of(question, expected, [each.hit for each in found])
    made = findings(groups, texts, QuoteBook(texts), SETTINGS, asked=asked)
    return [(finding.value, finding.relation) for finding in made]


def test_open_ranges_of_other_sizes_do_not_agree() -> None:
    told = _told(
        "How many people were killed in the war?",
        made("More than 250,000 people were killed in the war.", "250,000", article="a"),
        made("More than 2,000 people were killed in the war.", "2,000", article="b", weight=0.9),
    )
    assert told == [(">250000", "main")]


def test_an_article_does_not_contradict_itself() -> None:
    text = "The storm killed 31 people. The storm left 9 people missing."
    told = _told(
        "How many people did the storm kill?",
        made("The storm killed 31 people.", "31", article="a", origin="wire"),
        made("The storm left 9 people missing.", "9", article="b", origin="wire", weight=0.9),
    )
    assert told == [("31", "main")], text


def test_two_speakers_in_one_article_may_differ() -> None:
    told = _told(
        "How many people marched in Marsk?",
        made("Police said 5,000 people marched in Marsk.", "5,000", article="a", origin="wire"),
        made("Organisers said 20,000 people marched in Marsk.", "20,000", article="b",
             origin="wire", weight=0.9),
    )  # fmt: skip
    assert told == [("5000", "main"), ("20000", "differs")]


def test_a_count_of_other_things_is_no_rival() -> None:
    told = _told(
        "How many people died in Storm Odile?",
        made("Two people died in Storm Odile, police said.", "Two", article="a"),
        made("All 57 people on the ferry were rescued.", "57", article="b", weight=0.9),
    )
    assert told == [("2", "main")]


def test_a_percentage_is_no_rival_of_a_sum() -> None:
    told = _told(
        "How much did Halvex lose?",
        made("Halvex lost $84 million.", "$84 million", article="a"),
        made("Shares that Halvex lost were 6.5 percent.", "6.5 percent", article="b", weight=0.9),
    )
    assert told == [("USD 84000000", "main")]


def test_another_event_is_no_rival() -> None:
    told = _told(
        "How many people were killed in the flood in Velmora?",
        made("The flood in Velmora killed 31 people.", "31", article="a"),
        made("The flood in Sallow killed 4 people.", "4", article="b", weight=0.9),
        made("The flood in Velmora killed 29 people.", "29", article="c", weight=0.8),
    )
    assert told == [("31", "main"), ("29", "differs")]


def test_reasons_stand_beside_each_other() -> None:
    told = _told(
        "Why was the match called off?",
        made("The match was called off because of fog.", "fog", article="a"),
        made("The match was called off after a strike.", "a strike", article="b", weight=0.9),
    )
    assert told == [("fog", "main")]
