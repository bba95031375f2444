"""Questions to begin with, made from the corpus; each one shown has been answered."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from assistant.answer import Kind
from assistant.request import Request
from corpus.errors import FactcheckError

if TYPE_CHECKING:
    from ui.opening import Desk

_WANTED = 4
_MOST_TRIED = 12
_MOST_READ = 60
_NEXT_WORD = re.compile(r"\s+([a-z]{3,})")
# A question, and the kind of short answer that shows it was understood.
Candidate = tuple[str, tuple[Kind, ...]]


class Suggestions:
    """Keeps what was found until the index changes; may be asked from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._version = ""
        self._questions: list[str] = []

    def of(self, desk: Desk) -> list[str]:
        """Up to four questions that the articles answer."""
        with self._lock:
            if desk.index.version != self._version:
                self._version = desk.index.version
                self._questions = list(islice(_answered(desk), _WANTED))
            return self._questions


def outlets(desk: Desk) -> list[str]:
    """The outlets in the index, most frequent first."""
    counts = Counter(article.outlet for article in desk.index.articles() if article.outlet)
    return [outlet for outlet, _ in counts.most_common(200)]


def _answered(desk: Desk) -> Iterator[str]:
    for question, kinds in islice(_candidates(desk), _MOST_TRIED):
        try:
            # The chain alone: nobody asked yet, so no language model is called.
            answer = desk.assistant.chain.invoke(Request(question=question))
        except FactcheckError:
            return
        if answer.short_answer is not None and answer.short_answer.kind in kinds:
            yield question


def _candidates(desk: Desk) -> Iterator[Candidate]:
    """Who is most spoken of, what is counted, what has a day: one of each in turn."""
    from assistant.values.dates import find_dates
    from assistant.values.names import find_names
    from assistant.values.numbers import find_numbers

    people: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    days: Counter[str] = Counter()
    for article in desk.index.articles()[:_MOST_READ]:
        text = desk.index.text(article.id)
        people.update({n.value for n in find_names(text) if n.type == "person" and " " in n.value})
        for number in find_numbers(text):
            word = _NEXT_WORD.match(text, number.end)
            if number.noun and word and number.high > 1 and number.form == "cardinal":
                counted[word[1]] += 1
        whole = (date for date in find_dates(text, article.published) if date.last is None)
        days.update({date.first.display() for date in whole if date.first.day})
    columns = (
        [(f"What did {name} say?", ("span", "name")) for name, _ in people.most_common(6)],
        [(f"How many {word} were there?", ("number",)) for word, _ in counted.most_common(6)],
        [(f"What happened on {day}?", ("span", "name")) for day, _ in days.most_common(6)],
    )
    for row in zip_longest(*columns):
        yield from (candidate for candidate in row if candidate is not None)  # type: ignore[misc]
