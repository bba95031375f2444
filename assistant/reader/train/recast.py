"""Says what a sentence, or a question and its answer, says in other words or fewer."""

from __future__ import annotations

import random
import re

_OPENING = re.compile(
    r"^((?:In|On|At|By|During|After|Before|Since|Following|Until) [^,]{3,45}), (?=\w)"
)
_ENDING = re.compile(
    r"^(.{25,}?),? (in (?:early |late |mid-)?(?:\w+ )?\d{4}|on \w+ \d\d?(?:, \d{4})?)\.$"
)
_TAIL = re.compile(
    r"^(.{30,}?)(?:, (?:which|who|where|whose|although|while|though|but|and|with|including|making|"
    r"as|because|since|leading|causing|resulting|giving)\b|; | – | -- |—).{12,}$"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ASIDE = re.compile(
    r", (?!and\b|or\b)[^,]{4,60}, (?=(?:is|are|was|were|has|had|will|can|did|said)\b)"
)
_SAID = re.compile(
    r"^(?:[^,\"]{3,60} (?:said|says|told [^,\"]{3,30}|announced|reported|confirmed|stated|added|"
    r"noted)(?: on \w+| \w+day)? that) (?=\w)"
)
_ACCORDING = re.compile(r"^According to [^,]{3,60}, |, according to [^,]{3,60}(?=\.$)")
_FILLERS = re.compile(
    r"\b(?:also|however|therefore|additionally|furthermore|moreover|thus|indeed|recently),? |"
    r", (?:however|therefore|too|as well),?", re.IGNORECASE
)  # fmt: skip
_SAME = {
    "approximately": "about", "about": "around", "around": "about", "nearly": "almost",
    "large": "big", "began": "started", "begin": "start", "started": "began",
    "many": "a large number of", "several": "a number of", "such as": "like",
    "because": "since", "because of": "due to", "obtain": "get",
    "located in": "situated in", "near": "close to", "died": "passed away",
    "killed": "left dead", "purchased": "bought", "bought": "purchased", "built": "constructed",
    "constructed": "built", "per cent": "percent", "percent": "per cent", "%": " percent",
    "people": "persons", "assist": "help", "help": "assist", "founded": "established",
    "established": "set up", "children": "kids", "received": "got", "annually": "every year",
    "each year": "annually", "was unable to": "could not", "in order to": "to",
    "use": "make use of",
    "consists of": "is made up of", "known as": "called", "called": "known as", "over": "more than",
    "more than": "over", "United States": "U.S.", "important": "significant", "major": "big",
    "enough": "sufficient", "primarily": "mainly", "mainly": "mostly", "due to": "because of",
    "required": "needed", "requires": "needs", "however": "but", "provide": "offer",
}  # fmt: skip
_SYNONYM = re.compile(
    r"\b(?:"
    + "|".join(re.escape(w) for w in sorted(_SAME, key=len, reverse=True) if w != "%")
    + r")\b|%"
)
_AUX = "is|are|was|were|has|have|had|can|could|will|would|should|did|does|do"
_WHEN = re.compile(
    r"^(when|where|in what year|what year|in which year|on what date|in what month) "
    r"(was|were|is|are) (.+?) (\w+(?:ed|en|wn|ng|rn|ld|lt|nt|ade|eld|ght|und|cated|set))\b(.*)\?$",
    re.I,
)
_BE = re.compile(
    r"^(?:what|who) (is|was|were|are) (the [^?]{5,90}|[A-Z][^?]{3,60}'s [^?]{3,50})\?$", re.I
)
_WHO = re.compile(
    rf"^[Ww]ho ((?!(?:{_AUX})\b)\w+(?:ed|t|d|e|n|w|g|k)\b .+|"
    r"(?:is|was|were|has|had|will) (?!the\b|a\b|[A-Z])\w+ .+)\?$"
)
_OPEN_END = re.compile(r"(?:ing|ed| to| in| on| by| for| with| of| from| at| about| like| when)$")
_COUNT = re.compile(
    r"^how many ([\w' -]+?) "
    r"(are|were|was|is|have|had|live|lived|died|attended|voted|will|can) (.+)\?$",
    re.I,
)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _move_opening(s: str) -> str:
    match = _OPENING.match(s)
    if not match or not s.endswith("."):
        return s
    opening = match.group(1)
    return f"{_capital(s[match.end() : -1])} {opening[:1].lower()}{opening[1:]}."


def _move_ending(s: str) -> str:
    match = _ENDING.match(s)
    return f"{_capital(match.group(2))}, {match.group(1)}." if match else s


def _cut_tail(s: str) -> str:
    match = _TAIL.match(s)
    return match.group(1).rstrip(" ,;") + "." if match else s


def _synonyms(s: str, rng: random.Random) -> str:
    return " ".join(
        _SYNONYM.sub(
            lambda m: _SAME.get(m.group(), m.group()) if rng.random() < 0.7 else m.group(), s
        ).split()
    )


def recast(sentence: str, rng: random.Random) -> str:
    """The sentence shortened, reordered or reworded; now and then as it is."""
    s = " ".join(sentence.split())
    if rng.random() < 0.6:
        s = _BRACKETS.sub("", s)
    if rng.random() < 0.5:
        s = _capital(_FILLERS.sub(" ", s).strip())
    if rng.random() < 0.5:
        s = _capital(_ACCORDING.sub("", _SAID.sub("", s)))
    if rng.random() < 0.5:
        s = _cut_tail(s)
    if rng.random() < 0.4:
        s = _ASIDE.sub(" ", s)
    if rng.random() < 0.5:
        s = _move_opening(s) if _OPENING.match(s) else _move_ending(s)
    if rng.random() < 0.5:
        s = _synonyms(s, rng)
    return " ".join(s.split())


def declare(question: str, answer: str) -> str | None:
    """`When was X built?` and `1990` as `X was built in 1990.`; None where no rule fits."""
    question, answer = " ".join(question.split()), " ".join(answer.split()).rstrip(".,;")
    if not 1 <= len(answer.split()) <= 8 or not question.endswith("?"):
        return None
    if match := _WHEN.match(question):
        asked, aux, subject, verb, rest = match.groups()
        bare = re.match(
            r"^(in|on|at|by|during|after|before|since|from|between|near)\b", answer, re.I
        )
        dated = re.match(r"^(\w+ \d\d?\b(?!\d)|\d\d? \w+|\w+day\b)", answer)
        word = "in" if not dated or asked.lower() == "where" else "on"
        told = answer if bare else f"{word} {answer}"
        return _capital(f"{subject} {aux} {verb}{rest} {told}.")
    if match := _COUNT.match(question):
        what, verb, rest = match.groups()
        if re.match(r"^(did|does|do|the|it|they|he|she|there|a|an|[A-Z]\w*)\b", rest) or (
            answer.split()[-1].isalpha() and len(answer) > 25
        ):
            return None
        number = answer.removesuffix(" " + what)
        return _capital(f"{number} {what} {verb} {rest}.").replace(" there.", ".")
    if match := _WHO.match(question):
        return _capital(f"{answer} {match.group(1)}.")
    if (match := _BE.match(question)) and not _OPEN_END.search(match.group(2)):
        return _capital(f"{match.group(2)} {match.group(1)} {answer}.")
    return None
