"""What a question asks for, read off its wording."""

from __future__ import annotations

import re

from assistant.questions.kinds import expected_kind
from assistant.questions.types import Expected

_YES_NO = re.compile(
    r"(?:and |but |so |or )?(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could"
    r"|should|shall|may|might|must)(?:n['’]t)?\b",
    re.I,
)
_TRUE_FALSE = re.compile(r"\btrue or false\b", re.I)
_WH_ANY = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.I)
# "... when a crane fell in which city?" asks for the city.
_CLAUSE_FIRST = re.compile(r"\bwhen\b.+?(?=\b(?:who|whom|whose|what|which|how)\b)", re.I)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'“‘(])")


def asks_yes_no(question: str) -> bool:
    """Whether `question` begins as one that yes or no answers."""
    return bool(_YES_NO.match(question))


def asked(question: str) -> str:
    """The sentence of `question` that asks: the last with a question word or verb, else all."""
    sentences = [part for part in _SENTENCE.split(question.strip()) if part]
    for sentence in reversed(sentences):
        if _WH_ANY.search(sentence) or asks_yes_no(sentence):
            return sentence
    return question.strip()


def expect(question: str) -> Expected:
    """What kind of answer `question` wants. Never raises; what is unclear wants a span."""
    if _TRUE_FALSE.search(question):
        return Expected("yes_no", strict=True, true_false=True)
    sentence = asked(question)
    if asks_yes_no(sentence):
        choice = " or " in sentence.casefold()
        return Expected("span") if choice else Expected("yes_no", strict=True)
    clause = _CLAUSE_FIRST.search(sentence)
    return expected_kind(sentence[clause.end() :] if clause else sentence)
