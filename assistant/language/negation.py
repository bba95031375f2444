"""Which words of a sentence stand under a negation: "no plans to take part" denies the plans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.language.word_keys import Word, word_set, words

_CUES = word_set(
    "not never none nobody nothing neither nor without cannot unable hardly barely scarcely no "
    "unlikely lack lacks lacked lacking"
)
# Verbs that deny what follows them; the second group only before "to".
_DENYING = word_set(
    "deny denies denied denying reject rejects rejected rejecting refute refutes refuted refuting "
    "disputed disputing rebut rebutted disavow disavowed"
)
_DENYING_TO = word_set(
    "fail fails failed failing refuse refuses refused refusing decline declines declined declining "
    "yet"
)
_PHRASES = re.compile(
    r"\b(?:rul(?:e[sd]?|ing) out|decid(?:e[sd]?|ing) against|instead of|rather than|"
    r"far from(?! (?:the|a|an|its|his|her|their) )|"
    r"stopp?(?:ed|s)? short of|no longer|in no way|by no means)\b",
    re.I,
)
_IDLE_AFTER = word_set("only just least merely simply necessarily one's")
_IDLE_AFTER_NO = word_set("doubt matter wonder secret question surprise exception")
_IDLE = re.compile(
    r"\b(?:whether or not|or not|if not|why not|no\.\s?\d|nothing but|"
    r"no(?:t)? (?:fewer|less|more|later|sooner|earlier|further|other|better|worse) than"
    r"(?! (?:doubl|tripl|quadrupl)))\b",
    re.I,
)
_SCOPE_END = re.compile(
    r"[,;:.!?()—–]|\b(?:but|although|though|however|while|whereas|because|until|unless|except|"
    r"besides|since|which|who|then|and (?:later|instead|is|was|has|will|said|would))\b",
    re.I,
)
_ASIDE = re.compile(r",[^,.;:]{3,60},")
_SINCE = re.compile(r"\s+since\b")
_INSIDE = re.compile(r".\.\w|[A-Z]\.\s+[a-z]|[A-Z]\.\s+[A-Z]\.")
_REACH = 12


@dataclass(frozen=True, slots=True)
class Scope:
    """A negation at `start..end` of the text and the words that it reaches, in order.

    `said` are those of them that another negation denies again, so that they are said after all.
    """

    start: int
    end: int
    cue: str
    words: tuple[Word, ...]
    said: frozenset[Word] = frozenset()

    @property
    def focus(self) -> tuple[Word, ...]:
        """The first words of content under it: what it denies above all."""
        return tuple(word for word in self.words if word.content and word not in self.said)[:2]


def scopes(text: str) -> list[Scope]:
    """Every negation of `text` with the words that it reaches inside its clause."""
    if not _maybe(text):
        return []
    every = words(text)
    idle = [match.span() for match in _IDLE.finditer(text)]
    phrases = [match.span() for match in _PHRASES.finditer(text)]
    found = []
    for number, word in enumerate(every):
        span = _cue_span(text, every, number, phrases)
        if span is None or any(s <= word.start < e for s, e in idle):
            continue
        near = every[number + 1 : number + 4 + _REACH]
        reached = _reached(text, near, span[1])
        found.append(Scope(span[0], span[1], text[span[0] : span[1]], reached))
    net: set[Word] = set()
    for number, scope in enumerate(found):
        led = (
            number and scope.cue.casefold() == "nor" and found[number - 1].cue[:3].lower() == "nei"
        )
        # "Neither A nor B came" is one negation.
        net = net | set(scope.words) if led else net ^ set(scope.words)
    return [replace(scope, said=frozenset(set(scope.words) - net)) for scope in found]


def word_polarities(text: str) -> list[tuple[Word, bool]]:
    """Every word of `text` and whether it is denied; what is denied twice is said."""
    denied = {word for scope in scopes(text) for word in scope.words if word not in scope.said}
    return [(word, word in denied) for word in words(text)]


_HINT = re.compile(
    r"n['’]t\b|\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|unable|hardly|barely|"
    r"scarcely|unlikely|lack\w*|den(?:y|i)\w*|reject\w*|refut\w+|disput\w+|rebut\w*|disavow\w*|fail\w*|"
    r"refus\w+|declin\w+|yet|rul\w+|decid\w+|instead|rather|far|stop\w*)\b",
    re.I,
)


def _maybe(text: str) -> bool:
    return bool(_HINT.search(text))


def _cue_span(
    text: str, every: Sequence[Word], number: int, phrases: list[tuple[int, int]]
) -> tuple[int, int] | None:
    word = every[number]
    low = word.text.casefold().replace("’", "'")
    after = every[number + 1].text.casefold() if number + 1 < len(every) else ""
    for start, end in phrases:
        if start == word.start:
            return start, end
        if start < word.start < end:
            return None
    if low in _DENYING or (low in _DENYING_TO and after == "to"):
        return word.start, word.end
    if low.endswith("n't") or (low in _CUES and not (low == "no" and _answer(text, word))):
        idle = after in _IDLE_AFTER or (low == "no" and after in _IDLE_AFTER_NO)
        return None if idle else (word.start, word.end)
    return None


def _answer(text: str, word: Word) -> bool:
    """ "No, he said": a reply, not a negation of what follows."""
    return text[word.end : word.end + 1] in (",", ".", "!")


def _reached(text: str, near: Sequence[Word], start: int) -> tuple[Word, ...]:
    since = _SINCE.match(text, start)  # "has not since won"
    begin = since.end() if since else start
    reach = near[-1].end + 1 if near else start
    limit = _stop(text, begin, reach)
    inside = [word for word in near if begin <= word.start < limit]
    while not any(word.content for word in inside) and (aside := _ASIDE.match(text, limit)):
        begin, limit = aside.end(), _stop(text, aside.end(), reach)  # "did not, in the end, play"
        inside += [word for word in near if begin <= word.start < limit]
    return tuple(inside)[:_REACH]


def _stop(text: str, start: int, reach: int) -> int:
    """Where the clause ends; the full stop of a number or of "U.S. forces" ends none."""
    stop = _SCOPE_END.search(text, start, reach)
    while stop and stop.group() == "." and _INSIDE.match(text, stop.start() - 1):
        stop = _SCOPE_END.search(text, stop.end(), reach)
    return stop.start() if stop else reach
