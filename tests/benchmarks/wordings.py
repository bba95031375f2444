"""Answers made of RealTimeQA's evidence, and sentences about them: true, altered, invented."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from assistant.answer import Answer, Finding, IndexInfo, Quote
from assistant.values.names import find_names
from assistant.values.numbers import find_numbers
from assistant.values.types import NameValue, NumberValue
from corpus.sentences import sentence_spans
from tests.benchmarks.guard_mutations import ALTERATIONS, reworded

WRITTEN = Path(__file__).with_name("wordings.jsonl")
APART = ("within", "miscited", "invented")
"""Kinds that are no alteration of a value: counted beside the aim."""

Source = Literal["written", "made"]
_INDEX = IndexInfo(version="0", articles=1, passages=1, embedder="none", reader="none")
_INVENTED = (
    "Many people have welcomed the decision.",
    "Critics say that the move comes too late.",
    "The number is expected to rise further next year.",
    "Experts warn that this will make the problem worse.",
    "It was the largest event of its kind in history.",
    "The plan was rejected by voters.",
    "Several people were seriously injured.",
    "It cost more than had been planned.",
)
_INVENTED_OF = (
    "{} has resigned.",
    "{} was arrested on fraud charges.",
    "{} has apologised for what happened.",
    "{} is expected to win.",
    "{} was criticised by experts.",
    "{} has promised to pay for the damage.",
    "{} plans to appeal the decision.",
)


class Wording(NamedTuple):
    """A sentence about an answer, with the numbers of the quotes that it cites."""

    source: Source
    kind: str
    text: str
    cites: tuple[int, ...]
    answer: Answer

    @property
    def quoted(self) -> str:
        return " ".join(quote.text for quote in self.answer.quotes if quote.n in self.cites)


def answer_of(row: dict[str, Any]) -> Answer | None:
    """The evidence's sentences as quotes, and a finding: the right answer where one has it."""
    evidence = row.get("evidence") or ""
    date = row["date"].replace("/", "-")
    quotes = tuple(
        Quote(
            n=n, article_id=f"{n:016x}", title="", outlet=row["source"], published=date,
            origin=row["source"], text=span.of(evidence), start=span.start, end=span.end,
            path="evidence.md", score=0.9,
        )
        for n, span in enumerate(sentence_spans(evidence), 1)
    )  # fmt: skip
    if not quotes:
        return None
    right = row["answers"][0]
    n = next((q.n for q in quotes if right.casefold() in q.text.casefold()), 1)
    return Answer(
        question=row["question"],
        standalone_question=row["question"],
        abstained=False,
        findings=(
            Finding(text=right, value=right, kind="span", quotes=(n,), origins=1, relation="main"),
        ),
        quotes=quotes,
        index=_INDEX,
    )


def true_wordings(
    answers: dict[str, Answer], dice: random.Random, limit: int | None = None
) -> Iterator[Wording]:
    """Those written by hand, then quotes in another form; `limit` of each."""
    for line in WRITTEN.read_text(encoding="utf-8").splitlines()[:limit]:
        told = json.loads(line)
        answer = answers[told["question"]]
        yield Wording("written", "true", told["text"], tuple(told["quotes"]), answer)
    made = 0
    for answer in answers.values():
        for quote in answer.quotes:
            text = reworded(quote.text, quote.text, dice, [])
            # What quotes a person, or ends in the middle, is no wording of a finding.
            if text and 40 <= len(text) <= 240 and re.fullmatch(r"[A-Z][^“”\"()]+\.", text):
                if limit is not None and made >= limit:
                    return
                made += 1
                yield Wording("made", "true", text, (quote.n,), answer)


def altered(true: Wording, dice: random.Random, people: list[str]) -> Iterator[Wording]:
    """The same with one number, date, name or "not" altered, or another value of its quotes."""
    for kind, alter in ALTERATIONS.items():
        text = alter(true.text, true.quoted, dice, people)
        if text and text != true.text:
            yield true._replace(kind=kind, text=text)
    if text := _within(true.text, true.quoted, dice):
        yield true._replace(kind="within", text=text)


def out_of_place(true: Wording, others: list[Answer], dice: random.Random) -> Iterator[Wording]:
    """The same beside another answer's quote, and things that nobody said of it."""
    other = dice.choice([answer for answer in others if answer is not true.answer])
    quote = dice.choice(other.quotes)
    here = true._replace(answer=other, cites=(quote.n,))
    yield here._replace(kind="miscited")
    yield here._replace(kind="invented", text=dice.choice(_INVENTED))
    named = [name.text for name in find_names(quote.text) if name.sure]
    if named:
        text = dice.choice(_INVENTED_OF).format(dice.choice(named))
        yield here._replace(kind="invented", text=text)


def people_in(answers: list[Answer]) -> list[str]:
    """Persons' names of two words in all quotes."""
    names = (name for answer in answers for q in answer.quotes for name in find_names(q.text))
    return sorted({n.text for n in names if n.type == "person" and len(n.text.split()) == 2})


def _within(text: str, quoted: str, dice: random.Random) -> str | None:
    """A number or a name replaced by another one that stands in the quotes."""
    for find in (_figures, _names):
        mine = find(text)
        others = [value for value in find(quoted) if value.text not in text]
        if mine and others:
            old, new = dice.choice(mine), dice.choice(others)
            return text[: old.start] + new.text + text[old.end :]
    return None


def _figures(text: str) -> list[NumberValue]:
    return [n for n in find_numbers(text) if re.fullmatch(r"\d[\d,.]*", n.text)]


def _names(text: str) -> list[NameValue]:
    return [n for n in find_names(text) if n.sure and n.type in ("person", "organisation")]
