"""One visitor's conversation: kept on the server, in that visitor's session alone."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Answer, Quote, Turn

_KEPT = 50


@dataclass(frozen=True)
class Conversation:
    """The answers so far; `first` is the number of the oldest one that is still kept."""

    answers: tuple[Answer, ...] = ()
    first: int = 0

    @property
    def last(self) -> int:
        """The number of the newest turn, -1 before the first."""
        return self.first + len(self.answers) - 1

    def with_answer(self, answer: Answer) -> Conversation:
        """The conversation one turn later; the oldest turns are let go."""
        answers = (*self.answers, answer)
        return Conversation(answers[-_KEPT:], self.first + max(0, len(answers) - _KEPT))

    def answer(self, turn: int) -> Answer | None:
        """The answer of a turn, None where there is none (any more)."""
        if not self.first <= turn <= self.last:
            return None
        return self.answers[turn - self.first]

    def quote(self, turn: int, number: int, *, near: bool = False) -> Quote | None:
        """Quote `number` of a turn; `near` takes it from the nearest passages."""
        answer = self.answer(turn)
        if answer is None:
            return None
        quotes = answer.nearest if near else answer.quotes
        return next((quote for quote in quotes if quote.n == number), None)

    def history(self, most: int = 6) -> tuple[Turn, ...]:
        """The last turns as the assistant needs them for a follow-up."""
        return tuple(_turn(answer) for answer in self.answers[-most:])


def _turn(answer: Answer) -> Turn:
    said = answer.short_answer.text if answer.short_answer else ""
    if not said and answer.statements:
        said = answer.statements[0].text
    return Turn(
        question=answer.question,
        standalone_question=answer.standalone_question,
        answer=said,
        article_ids=tuple(dict.fromkeys(quote.article_id for quote in answer.quotes)),
    )
