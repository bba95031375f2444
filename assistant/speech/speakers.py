"""Who says what a sentence reports: the speaker, the verb, and the agency that carries it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.speech.quotations import quotations
from assistant.speech.speaker_phrases import apposed, tidied
from assistant.speech.speech_words import AGENCIES, EVIDENCE_NOUNS, VERB
from assistant.values.names import find_names

_PRONOUN = re.compile(r"^(?:he|she|they|we|i)$", re.I)
_PHRASE = (
    r"(?:(?:the|a|an|one|two|three|some|several|many|other|senior|top|his|her|its|their)\s+)?"
    r"(?:[^\W\d_][\w’'.&-]*\s+){0,6}?[^\W\d_][\w’'.&-]*"
)
_ACCORDING = re.compile(
    r"\b(?:according to|in the words of|in a statement by|as told by|citing|quoting)\s+"
    rf"(?:{EVIDENCE_NOUNS}\b[^,.;]{{0,60}}?\s(?:by|from)\s+)?(?P<who>[^,.;:“”\"()]{{2,90}})",
    re.I,
)
# "..., said Sergey Markov" and "“...,” warned the minister".
_INVERTED = re.compile(
    rf"[,”\"’']\s*(?:as\s+)?(?P<verb>(?!tell|told){VERB})\s+(?P<who>(?!(?:that|he|she|they|it|in|on|at|to|by)\b)"
    r"[^,.;:“”\"()]{2,60})",
)
_PLAIN = re.compile(
    rf"(?P<who>{_PHRASE})(?:\s*,[^,;“”\"]{{2,90}},|\s*\([^)]{{1,40}}\))?\s+(?:(?:has|have|had|also|"
    r"later|earlier|then|previously|repeatedly|reportedly|on \w+day|\w+day|\w+ly)\s+)*"
    rf"(?P<verb>{VERB})"
)
_SENTENCE_END = re.compile(r"[.!?][”\"]?(?=\s+[A-Z“\"]|\s*$)")
_CLAUSE_AFTER = re.compile(
    r"\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did)\b"
)
_QUOTED_WORDS = 5  # fewer in quotation marks are a term, not what someone says


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a sentence says its content comes from.

    `speaker` as the sentence names them, titles kept ("President Vladimir Putin", "a ministry
    spokesman"), None where none is named; `verb` how they say it ("said", "according to");
    `quoted` whether their own words stand in quotation marks; `agency` the news agency or outlet
    that only carries it ("Reuters reported").
    """

    speaker: str | None
    verb: str = ""
    quoted: bool = False
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    who: str
    start: int
    end: int
    verb: str
    rank: int


def find_speaker(
    sentence: str, span: tuple[int, int] | None = None, *, before: str = "", after: str = ""
) -> str | None:
    """The speaker of `sentence`, or of its part `span` (offsets in it); None where it names none.

    `before` and `after` are the text around the sentence: with them "he said" takes the person
    that the sentences before tell of, and a quotation of several sentences the speaker that its
    first or last one names.
    A `span` that holds the speaker's own name is what is said of them, and has none.
    """
    found = attribution(sentence, span, before=before)
    if found.speaker or found.agency or not (before or after):
        return found.speaker
    return _of_quotation(sentence, span, before, after)


def _of_quotation(
    sentence: str, span: tuple[int, int] | None, before: str, after: str
) -> str | None:
    """Who is named beside the quotation that holds the sentence, in the same paragraph."""
    head, tail = before[before.rfind("\n") + 1 :], after.split("\n", 1)[0]
    paragraph = head + sentence + tail
    at = len(head) + (sum(span) // 2 if span else len(sentence) // 2)
    held = next((q for q in quotations(paragraph) if q[0] <= at < q[1]), None)
    if held is None:
        return None
    stop = _SENTENCE_END.search(paragraph, held[1])
    rest = attribution(paragraph[held[0] : stop.start() if stop else None])
    if rest.speaker or rest.agency or not paragraph[: held[0]].strip():
        return rest.speaker
    led = _sentences(paragraph[: held[0]])[-1]
    return attribution(led, before=before).speaker


def attribution(
    sentence: str, span: tuple[int, int] | None = None, *, before: str = ""
) -> Attribution:
    """Who says `sentence` (or its part `span`), how, and which agency carries it."""
    quoted = any(_holds(sentence, place, span) for place in quotations(sentence))
    agency = None
    for candidate in _candidates(sentence):
        if span is not None and candidate.start < span[1] and span[0] < candidate.end:
            continue
        if _PRONOUN.match(candidate.who):
            named = _person_before(before) if candidate.who.lower() in ("he", "she") else None
            if named:
                return Attribution(named, candidate.verb, quoted, agency)
            continue
        if AGENCIES.search(candidate.who):
            agency = agency or candidate.who
            continue
        return Attribution(candidate.who, candidate.verb, quoted, agency)
    return Attribution(None, "", quoted, agency)


def _holds(sentence: str, place: tuple[int, int], span: tuple[int, int] | None) -> bool:
    if span is not None:
        return place[0] <= span[0] and span[1] <= place[1]
    words = sentence[place[0] : place[1]]
    return len(words.split()) >= _QUOTED_WORDS or words.rstrip("”\"’'“ ")[-1:] in tuple(",.!?")


def _candidates(sentence: str) -> list[_Candidate]:
    """All readings of who speaks, the surest first."""
    masked = _masked(sentence)
    if not _SAYS.search(masked):
        return []
    names = [name for name in find_names(sentence) if name.type != "people"]
    found: list[_Candidate] = []
    for rank, pattern in enumerate((_ACCORDING, _INVERTED, _PLAIN)):
        for match in pattern.finditer(masked):
            who, start = tidied(sentence, names, match.start("who"), match.end("who"))
            if not who or (rank == 1 and start > match.start("who") + 4):
                continue  # "..., said the storm forced the company": the said, not the sayer
            if rank == 1 and _CLAUSE_AFTER.match(sentence, start + len(who)):
                continue  # "Rask, said 46 people were missing"
            who, start = apposed(sentence, names, start, start + len(who))
            if rank and _NO_VERB.search(masked[: match.start("verb")]):
                continue
            verb = match["verb"] if rank else " ".join(match.group().split()[:2]).lower()
            found.append(_Candidate(who, start, start + len(who), verb, rank))
    return found


_SAYS = re.compile(rf"\b(?:according|words of|statement by|told by|citing|quoting|{VERB})", re.I)


# "the case was argued", "he declined to say": nobody says anything.
_NO_VERB = re.compile(r"\b(?:was|were|is|are|be|been|being|to|not|n['’]t)\s+$", re.I)


def _masked(sentence: str) -> str:
    """As many blanks between the marks of each quotation: what is quoted names no speaker."""
    letters = list(sentence)
    for start, end in quotations(sentence):
        letters[start + 1 : end - 1] = " " * (end - start - 2)
    return "".join(letters)


def _person_before(before: str) -> str | None:
    """Whom "he" means: who speaks in the nearest sentence that names a person, else its first."""
    for sentence in reversed(_sentences(before)):
        people = [name for name in find_names(sentence) if name.type == "person"]
        spoken = [c.who for c in _candidates(sentence) if not _PRONOUN.match(c.who)]
        for name in people:
            if any(name.text in who for who in spoken):
                return name.value
        if people or spoken:
            return people[0].value if people else spoken[0]
    return None


def _sentences(text: str) -> list[str]:
    """The sentences of a few hundred characters, roughly: enough to tell near from far."""
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [text[a:b] for a, b in pairwise(ends) if text[a:b].strip()]
