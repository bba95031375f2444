"""Values laid side by side: agreement, disagreement, change over time."""

from __future__ import annotations

from assistant.answer import Finding
from assistant.asking.candidate import Candidate
from assistant.asking.findings import findings
from assistant.asking.grouping import group
from assistant.questions.expected import expect
from assistant.quotes import QuoteBook
from assistant.settings import AnswerSettings
from tests.assistant.made import Stored, made

SETTINGS = AnswerSettings()


def _findings(question: str, *found: Candidate) -> tuple[Finding, ...]:
    texts = Stored(*found)
    ordered = sorted(found, key=lambda each: -each.weight)
    groups = group(ordered, expect(question), SETTINGS)
    return findings(groups, texts, QuoteBook(texts), SETTINGS)


def test_what_most_independent_sources_say_comes_first() -> None:
    told = _findings(
        "When did the line open?",
        made("The line opened on May 3.", "May 3", article="a", weight=1.0, published="2019-05-09"),
        made("It opened on May 4, a Saturday.", "May 4", article="b", weight=1.2),
        made("Trains have run since May 3.", "May 3", article="c", weight=0.9),
    )
    assert [(f.value, f.relation, f.origins) for f in told] == [
        ("2019-05-03", "main", 2),
        ("--05-04", "differs", 1),
    ]
    assert told[0].as_of == "2019-05-09"
    assert told[0].event_date == "2019-05-03"


def test_one_report_carried_twice_is_one_source() -> None:
    told = _findings(
        "When did the line open?",
        made("The line opened on May 3.", "May 3", article="a", origin="wire"),
        made("The line opened on May 3.", "May 3", article="b", origin="wire"),
    )
    assert [(f.origins, len(f.quotes)) for f in told] == [(1, 2)]


def test_a_count_that_grew_is_earlier_and_not_a_contradiction() -> None:
    told = _findings(
        "How many people were hurt?",
        made("Between 5,000 and 7,000 people were hurt.", "5,000 and 7,000", article="new",
             published="2015-10-17", weight=1.5),
        made("Some 7,000 people were hurt, it was said.", "7,000", article="some", weight=1.0),
        made("More than 2,000 people were hurt.", "2,000", article="old",
             published="2015-09-28", weight=0.8),
    )  # fmt: skip
    assert [(f.relation, f.as_of) for f in told] == [
        ("main", "2015-10-17"),
        ("agrees", None),
        ("earlier", "2015-09-28"),
    ]


def test_other_numbers_of_the_same_day_differ() -> None:
    told = _findings(
        "How many people were hurt?",
        made("The police spoke of 40 hurt people.", "40", article="a", published="2015-10-17"),
        made("The hospital spoke of 90 hurt people.", "90", article="b", published="2015-10-17"),
    )
    assert [f.relation for f in told] == ["main", "differs"]


def test_two_values_of_one_sentence_are_no_disagreement() -> None:
    sentence = "The police spoke of 40 hurt people in 3 towns."
    told = _findings(
        "How many people were hurt?", made(sentence, "40"), made(sentence, "3", weight=0.9)
    )
    assert [f.value for f in told] == ["40"]


def test_weak_spans_are_no_findings() -> None:
    told = _findings(
        "How many people were hurt?",
        made("The police spoke of 40 hurt people.", "40", article="a"),
        made("Tickets cost 9 euros.", "9", article="b", weight=0.05),
        made("The town has 90 inns.", "90", article="c", answerable=0.1),
    )
    assert [f.value for f in told] == ["40"]


def test_a_short_name_joins_the_full_one() -> None:
    told = _findings(
        "Who leads the board?",
        made("Ada Brenner leads the board.", "Ada Brenner", article="a", weight=1.1),
        made("The board is led by Brenner.", "Brenner", article="b"),
    )
    assert [(f.text, f.origins) for f in told] == [("Ada Brenner", 2)]


def test_a_country_is_shown_by_its_own_name() -> None:
    told = _findings(
        "Which country won the cup?",
        made("The Japanese won the cup.", "Japanese", article="a", weight=1.2),
        made("The cup went to Japan.", "Japan", article="b", weight=0.8),
    )
    assert [(f.text, f.origins) for f in told] == [("Japan", 2)]


def test_two_reports_that_credit_one_agency_are_one_source() -> None:
    told = _findings(
        "When did the line open?",
        made("The line opened on May 3, Reuters reported.", "May 3", article="a", weight=1.0),
        made("Trains have run since May 3, Reuters reported.", "May 3", article="b", weight=0.9),
    )
    assert [(f.value, f.origins, len(f.quotes)) for f in told] == [("--05-03", 1, 2)]
