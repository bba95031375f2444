"""Which value of a sentence answers, where the reader's span holds another of the same kind."""

from __future__ import annotations

import re

from assistant.aligning.coordination import like, parted, told_of
from assistant.aligning.facts import facts_of
from assistant.asking.dating import dates_of, event_date
from assistant.asking.unfit import asks_words_of
from assistant.questions.types import Expected
from assistant.speech.quotations import quotations
from assistant.speech.speech_words import VERB
from assistant.values.numbers import find_numbers

_WHY = re.compile(r"(?:and |but |so )?(?:why\b|for what reason\b)", re.I)
_QUOTED_WORDS = 4
_MARKS = " \"'“”‘’,"
# "... said that the bridge would hold".
_REPORTED = re.compile(rf"\b(?:{VERB})\s+(?:(?:on\s+)?\w+day\s+)?(?:that\s+)?(?=\w)")
# Words that lead to a reason, the surest first.
_REASONS = tuple(
    re.compile(rf"\b(?:{words})\b", re.I)
    for words in (
        "because",
        "due to|owing to|as a result of|on account of|thanks to",
        "in response to|in protest (?:at|of|against)|citing|caused by|blamed on",
        "in order to|so that|so as to",
        "over (?=an?\\b|the\\b|its\\b|his\\b|her\\b|their\\b|allegations|concerns|fears|claims)",
        "amid",
    )
)
_CLAUSE_END = re.compile(
    r"[;:”\"]|,\s(?!(?:and|or)\s)|\s(?:which|who|said|says|according)\b|\.\s*$"
)


def asks_why(question: str) -> bool:
    """Whether a reason is asked for."""
    return bool(_WHY.match(question.strip()))


def meant(
    question: str, expected: Expected, sentence: str, start: int, end: int
) -> tuple[int, int, float]:
    """The span `start..end` of `sentence`, or what is meant instead, and its worth, 0 to 1.

    Of dates that of the event, not of the report, and all of it; of numbers that of a coordination
    which is told of what the question names; of what somebody said the words themselves.
    """
    if expected.kind == "date":
        start, end, worth = event_date(question, sentence, start, end)
        return *_whole_date(sentence, start, end), worth
    if expected.kind == "number":
        return *_number(question, expected, sentence, start, end), 1.0
    if expected.kind == "span" and asks_words_of(question):
        return *_words_said(sentence, start, end), 1.0
    if asks_why(question):
        return *_reason(sentence, start, end), 1.0
    return start, end, 1.0


def _reason(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The clause of `sentence` that gives a reason; the span itself where it lies in one."""
    for marker in _REASONS:
        match = marker.search(sentence)
        if match:
            stop = _CLAUSE_END.search(sentence, match.end() + 1)
            low, high = match.start(), stop.start() if stop else len(sentence.rstrip(" ."))
            overlaps = start < high and low < end
            return min(low, start) if overlaps else low, high
    return start, end


def _number(
    question: str, expected: Expected, sentence: str, start: int, end: int
) -> tuple[int, int]:
    numbers = find_numbers(sentence)
    own = [number for number in numbers if number.start < end and start < number.end]
    if not own or len(numbers) == 1:
        return start, end
    counted = [number for number in own if number.noun and number.noun == expected.noun]
    if len(own) > 1 and len(counted) == 1:
        return counted[0].start, counted[0].end
    instead = told_of(sentence, numbers, facts_of(question).wanted)
    if len(own) == 1 and own[0] in instead:
        return instead[own[0]].start, instead[own[0]].end
    if len(own) > 1 and own[1] in like(own[0], own) and parted(sentence, own[0].end, own[1].start):
        fit = next((number for number in own if number not in instead), own[0])
        return fit.start, fit.end
    return start, end


def _whole_date(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The span grown to the whole date that it ends in: "Tuesday" to "Tuesday, June 18"."""
    for date in dates_of(sentence):
        if start <= date.start < end < date.end:
            return start, date.end
    return start, end


def _words_said(sentence: str, start: int, end: int) -> tuple[int, int]:
    """What is said in `sentence`: its longest quotation, or what follows "said that"; the span
    itself where it lies in that."""
    quoted = [q for q in quotations(sentence) if len(sentence[slice(*q)].split()) >= _QUOTED_WORDS]
    reported = _REPORTED.search(sentence)
    if quoted:
        low, high = max(quoted, key=lambda q: q[1] - q[0])
    elif reported:
        low, high = reported.end(), len(sentence.rstrip(" ."))
    else:
        return start, end
    if low <= start and end <= high:
        return start, end
    while low < high and sentence[low] in _MARKS:
        low += 1
    while high > low and sentence[high - 1] in _MARKS:
        high -= 1
    return low, high
