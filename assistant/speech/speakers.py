"""Who says what a sentence reports: the speaker, the verb, and the agency that carries it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.speech.quotations import quotations
from assistant.speech.speech_words import AGENCIES, EVIDENCE_NOUNS, SPEAKING, VERB
from assistant.values.name_words import TITLES
from assistant.values.names import find_names
from assistant.values.types import NameValue

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
_TAIL = re.compile(
    r"\s+(?:on|in|during|after|before|as|who|which|that|when|while|late|early|this|last|earlier|"
    r"yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|told|said|but|"
    r"and\s+(?:said|added)|is|was|are|were|has|have|had)\b.*$"
)
_NOUN_PHRASE = re.compile(
    r"(?:\b(?:the|a|an|one|two|some|several|many|other|senior|top|his|her|its|their)\s+)?"
    r"(?:\b(?!that\b|and\b|but\b|as\b|also\b)[^\W\d_][\w’'-]*\s+){0,3}?"
    rf"\b{SPEAKING}(?:[’']s\s+{SPEAKING})?$",
    re.I,
)
_OFFICE = re.compile(
    rf"(?:(?:[’']s)?(?:\s+[\w-]+){{0,3}}?\s+{SPEAKING}\b)+(?:[’']s\s+{SPEAKING})?", re.I
)
_MEMBER_OF = re.compile(r"\s+(?:of|at|from|for|with)\s+(?:the\s+)?$")
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
    sentence: str, span: tuple[int, int] | None = None, *, before: str = ""
) -> str | None:
    """The speaker of `sentence`, or of its part `span` (offsets in it); None where it names none.

    `before` is the text before the sentence: with it "he said" takes the last person named.
    A `span` that holds the speaker's own name is what is said of them, and has none.
    """
    return attribution(sentence, span, before=before).speaker


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
            who, start = _tidied(sentence, names, match.start("who"), match.end("who"))
            if not who or (rank == 1 and start > match.start("who") + 4):
                continue  # "..., said the storm forced the company": the said, not the sayer
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


def _tidied(sentence: str, names: Sequence[NameValue], start: int, end: int) -> tuple[str, int]:
    """The speaker's phrase without what follows or comes before it, and where it starts."""
    words = _TAIL.sub("", sentence[start:end]).rstrip(" ’'”,")
    inside = [name for name in names if start <= name.start < start + len(words)]
    noun = _NOUN_PHRASE.search(_MEMBER.sub("", words)) or _NOUN_PHRASE.search(words)
    if inside and not (noun and noun.end() <= inside[-1].start - start):
        return _named(sentence, inside, start, start + len(words))
    if noun:
        stop = inside[-1].end if inside else start + noun.end()
        return sentence[start + noun.start() : stop], start + noun.start()
    pronoun = re.search(r"\b(?:he|she|they)$", words, re.I)
    return (pronoun.group(), start + pronoun.start()) if pronoun else ("", start)


_MEMBER = re.compile(r"\s+(?:for|of|at|from|with)\s+(?:the\s+)?[A-Z].*$")


def _named(sentence: str, names: list[NameValue], low: int, high: int) -> tuple[str, int]:
    """The name that ends the phrase with its title, or the office that follows a body's name."""
    at = len(names) - 1
    while at and _MEMBER_OF.fullmatch(sentence[names[at - 1].end : names[at].start]):
        at -= 1  # Peter Wallsten of The Washington Post
    start, end = names[at].start, names[at].end
    rest = sentence[names[-1].end : high]
    if at == len(names) - 1 and (office := _OFFICE.match(rest)):
        end += office.end()
    elif rest.strip(" ’'s,") and not rest.strip().startswith((",", "(")):
        return "", low
    start = _with_title(sentence, low, start)
    if at and re.fullmatch(r"\s+and\s+", sentence[names[at - 1].end : start]):
        start = _with_title(sentence, low, names[at - 1].start)  # both of two who say it
    return sentence[start:end], start


def _with_title(sentence: str, low: int, start: int) -> int:
    """Where the title before a name begins, or the name itself."""
    for word in reversed(list(re.finditer(r"\S+", sentence[low:start]))):
        titled = word.group().lower().strip(".") in TITLES
        between = sentence[low + word.end() : start].strip()
        if between or not titled:
            break
        start = low + word.start()
    return start


def _person_before(before: str) -> str | None:
    people = [name for name in find_names(before) if name.type == "person"]
    if people:
        return people[-1].value
    spoken = [c.who for c in _candidates(before) if not _PRONOUN.match(c.who)] if before else []
    return spoken[-1] if spoken else None
