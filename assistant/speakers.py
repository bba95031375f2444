"""Who says what a sentence reports: the speaker, the verb, and the agency that carries it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.values.name_words import TITLES
from assistant.values.names import find_names
from assistant.values.types import NameValue
from assistant.values.words import word_set

_VERBS = word_set(
    "said says say saying told tells tell added adds stated states noted notes wrote writes "
    "tweeted tweets claimed claims announced announces confirmed confirms denied denies insisted "
    "insists argued argues warned warns explained explains stressed stresses acknowledged admits "
    "admitted declared declares asserted asserts alleged alleges predicted predicts suggested "
    "suggests recalled recalls remarked remarks revealed reveals testified estimated estimates "
    "believes believed thinks thought vowed vows pledged promised urged reiterated emphasized "
    "emphasised pointed concluded concludes reported reports posted commented repeated replied "
    "answered asked quoted maintained contended complained boasted joked"
)
_VERB = rf"(?:{'|'.join(sorted(_VERBS, key=len, reverse=True))})"
_AGENCY_WORDS = re.compile(
    r"\b(?:Reuters|AFP|Agence France-Presse|AP|Associated Press|TASS|Tass|ITAR-TASS|Interfax|"
    r"RIA(?: Novosti)?|Xinhua|Bloomberg|dpa|ANSA|EFE|Kyodo|Yonhap|PA|Press Association|UPI|IRNA|"
    r"SANA|Anadolu|"
    r"news agency|newspaper|Times|Post|Journal|Guardian|BBC|CNN|CBS|NBC|ABC|Fox News|Al Jazeera|"
    r"Telegraph|Politico|Axios|NPR|MSNBC|Sky News|Spiegel|Tribune|Herald|RBTH|RT|Daily Mail|Sun)\b"
)
_NOT_SPEAKERS = re.compile(
    r"^(?:it|this|that|which|there|what|statement|report|reports|study|here|as|also|then|and|but|who)$",
    re.I,
)
_PRONOUN = re.compile(r"^(?:he|she|they|we|i)$", re.I)
_PHRASE = (
    r"(?:(?:the|a|an|one|two|three|some|several|many|other|senior|top|his|her|its|their)\s+)?"
    r"(?:[^\W\d_][\w’'.&-]*\s+){0,6}?[^\W\d_][\w’'.&-]*"
)
_ACCORDING = re.compile(
    r"\b(?:according to|in the words of|in a statement by|as told by|citing|quoting|per)\s+"
    r"(?P<who>[^,.;:“”\"()]{2,90})",
    re.I,
)
# "..., said Sergey Markov, ..." and "“...,” the minister said".
_INVERTED = re.compile(
    rf"[,”\"’']\s*(?:as\s+)?(?P<verb>{_VERB})\s+(?P<who>(?!that\b|he\b|she\b|they\b|it\b|in\b|on\b|at\b|to\b|by\b)"
    r"[^,.;:“”\"()]{2,90})",
)
_PLAIN = re.compile(
    rf"(?P<who>{_PHRASE})(?:\s*,[^,;“”\"]{{2,90}},|\s*\([^)]{{1,40}}\))?\s+(?:has\s+|have\s+|had\s+|also\s+|"
    rf"later\s+|earlier\s+|then\s+|previously\s+|repeatedly\s+|reportedly\s+|\w+ly\s+)*(?P<verb>{_VERB})\b"
    r"(?!\s+(?:by|off|up|on\s+by)\b)"
)
_TAIL = re.compile(
    r"\s+(?:on|in|at|during|after|before|as|who|which|that|when|while|from|for|with|late|early|"
    r"this|last|earlier|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|told|"
    r"said|but|and\s+(?:said|added)|is|was|are|were|has|have|had|told)\b.*$"
)
_QUOTED = re.compile(r"[“\"][^”\"]{3,}[”\"]?|[‘'][^’']{12,}[’']")


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
    quoted = any(_covers(m.span(), span) for m in _QUOTED.finditer(sentence))
    agency = None
    for candidate in _candidates(sentence):
        if span is not None and candidate.start < span[1] and span[0] < candidate.end:
            continue
        if _PRONOUN.match(candidate.who):
            named = _person_before(before) if candidate.who.lower() in ("he", "she") else None
            if named:
                return Attribution(named, candidate.verb, quoted, agency)
            continue
        if _carries(candidate):
            agency = agency or candidate.who
            continue
        return Attribution(candidate.who, candidate.verb, quoted, agency)
    return Attribution(None, "", quoted, agency)


def _covers(outer: tuple[int, int], span: tuple[int, int] | None) -> bool:
    return span is None or (outer[0] <= span[0] and span[1] <= outer[1])


def _candidates(sentence: str) -> list[_Candidate]:
    """All readings of who speaks, the surest first."""
    masked = _QUOTED.sub(
        lambda m: m.group()[0] + " " * (len(m.group()) - 2) + m.group()[-1], sentence
    )
    found: list[_Candidate] = []
    for rank, pattern in enumerate((_ACCORDING, _INVERTED, _PLAIN)):
        for match in pattern.finditer(masked):
            start, end = match.span("who")
            who, start = _tidied(sentence, start, end)
            if who:
                verb = match["verb"] if rank else match.group().split(match["who"])[0].strip()
                found.append(_Candidate(who, start, start + len(who), verb, rank))
    return found


def _blanked(match: re.Match[str]) -> str:
    """As many blanks between the same marks: what is quoted names no speaker."""
    words = match.group()
    return words[0] + " " * (len(words) - 2) + words[-1]


def _tidied(sentence: str, start: int, end: int) -> tuple[str, int]:
    """The speaker's phrase without what follows or comes before it."""
    words = _TAIL.sub("", sentence[start:end]).rstrip(" ’'”,")
    names = [
        n
        for n in find_names(sentence)
        if start <= n.start < start + len(words) and n.type != "people"
    ]
    if names:
        return _named(sentence, names, start, start + len(words))
    noun = _NOUN_PHRASE.search(words)
    if noun and not _NOT_SPEAKERS.match(noun.group()):
        return noun.group(), start + noun.start()
    pronoun = re.search(r"\b(?:he|she|they)$", words, re.I)
    return (pronoun.group(), start + pronoun.start()) if pronoun else ("", start)


_SPEAKING = (
    r"officials?|authorities|police|spokes(?:man|woman|person|people)|minist(?:er|ry)|president|premier|"
    r"government|army|military|court|prosecutors?|lawyers?|experts?|scientists?|researchers?|analysts?|"
    r"sources?|witnesses|residents?|company|department|agency|group|union|report|study|leader|leaders|"
    r"mayor|governor|senator|chancellor|king|queen|coach|judge|doctors?|relatives|family|friends?|aides?|"
    r"diplomats?|commander|commission|committee|council|office|secretary|chief|director|critics|"
    r"activists?|embassy|kremlin|pentagon|regulator|bank|economists?|investigators?|rebels?|"
    r"neighbou?rs?|mother|father|teacher|author|authors|survey|poll|statement|lawmakers?|politician"
)
_NOUN_PHRASE = re.compile(
    r"(?:\b(?:the|a|an|one|two|some|several|many|other|senior|top|his|her|its|their)\s+)?"
    rf"(?:\b(?!that\b|and\b|but\b|as\b|also\b)[^\W\d_][\w’'-]*\s+){{0,3}}?\b(?:{_SPEAKING})$",
    re.I,
)


def _named(sentence: str, names: list[NameValue], low: int, high: int) -> tuple[str, int]:
    """The last name of the phrase with its title, or the noun that follows a body's name."""
    name = names[-1]
    start, end = name.start, name.end
    rest = sentence[end:high]
    office = re.match(rf"(?:[’']s)?(?:\s+[\w-]+){{0,3}}?\s+(?:{_SPEAKING})\b", rest, re.I)
    if office:
        end += office.end()
    elif rest.strip(" ’'s,") and not rest.strip().startswith((",", "(")):
        return "", low
    words = re.findall(r"\S+", sentence[low:start])
    kept = 0
    while kept < len(words) and _of_title(words[-1 - kept], first=not kept):
        kept += 1
    if kept:
        start = sentence.rindex(" ".join(words[-kept:]).split()[0], low, start)
    return sentence[start:end], start


def _of_title(word: str, *, first: bool) -> bool:
    return word.lower().strip(".") in TITLES or (not first and word[0].isupper())


def _carries(candidate: _Candidate) -> bool:
    """Whether the phrase names an agency or outlet that passes on what another said."""
    reporting = (
        candidate.verb.lower() in ("reported", "reports", "citing", "quoting") or candidate.rank < 2
    )
    return bool(_AGENCY_WORDS.search(candidate.who)) and (reporting or "agency" in candidate.who)


def _person_before(before: str) -> str | None:
    people = [name for name in find_names(before) if name.type == "person"]
    if people:
        return people[-1].value
    spoken = [c.who for c in _candidates(before) if not _PRONOUN.match(c.who)] if before else []
    return spoken[-1] if spoken else None
