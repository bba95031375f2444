"""Two that are compared: "men more likely than women", and which of them has more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.clauses import finite_verb_at
from assistant.language.word_keys import words

# Than this a number is compared, or a time: "more than 2,000", "later than expected".
_AMOUNT = (
    r"\s*(?:[\d$£€]|(?:about|half|one|two|three|four|five|six|seven|eight|nine|ten|twice|twenty|thirty"
    r"|forty|fifty|an?\s(?:hundred|thousand|million|dozen)|hundreds?|thousands?|millions?|expected|ever"
    r"|usual|before|previously)\b)"
)
_COMPARED = re.compile(
    r"\b(?P<more>(?:more|less|fewer)\b(?:\s+[a-z]+)?|(?!other|rather|after|under"
    r"|over|never|later|sooner|earlier)[a-z]{2,}er|further|better|worse)\b[^,;:.()]{0,60}?"
    rf"\bthan\s+(?!{_AMOUNT})"
    r"(?P<right>[^,;:.]{2,60})",
    re.I,
)
_LESS = re.compile(
    r"(?:less|fewer|lower|smaller|younger|shorter|slower|weaker|cheaper|poorer)\b", re.I
)
_NAMED = re.compile(
    r"(?:(?:the|a|an|its|his|her|their)\s)?[\w’'-]+(?:\s(?-i:[A-Z])[\w’'-]+)*", re.I
)
_STOP = re.compile(r"[,;:.()]")
_REACH = 120
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Comparison:
    """Who has more and who less, as ideas, and the two as the text names them, in its order."""

    ahead: frozenset[str]
    behind: frozenset[str]
    shown: tuple[str, str]


@lru_cache(maxsize=8192)
def comparison(text: str) -> Comparison | None:
    """The first comparison of two in `text`; None where there is none."""
    match = _COMPARED.search(text)
    if match is None:
        return None
    before = _STOP.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
    left, right = _ideas(before, last=_NEAR), _ideas(match["right"], first=_NEAR)
    if not left or not right:
        return None
    less = bool(_LESS.match(match["more"]))
    named = _NAMED.match(match["right"])
    shown = _subject(before), named[0] if named else match["right"]
    return Comparison(right if less else left, left if less else right, shown)


def turned_round(claim: str, sentence: str) -> tuple[str, str] | None:
    """The two that `claim` compares, as it names them, where `sentence` gives the more to the
    other."""
    ours, theirs = comparison(claim), comparison(sentence)
    if ours is None or theirs is None:
        return None
    ahead, behind = ours.ahead - ours.behind, ours.behind - ours.ahead
    their_ahead, their_behind = theirs.ahead - theirs.behind, theirs.behind - theirs.ahead
    crossed = ahead & their_behind, behind & their_ahead
    same = (ahead & their_ahead) | (behind & their_behind)
    return ours.shown if all(crossed) and len(same) < len(crossed[0] | crossed[1]) else None


def _subject(left: str) -> str:
    """The last words before the verb that leads to a comparison."""
    verb = finite_verb_at(left)
    return " ".join((left if verb is None else left[:verb]).split()[-3:])


def _ideas(text: str, *, first: int | None = None, last: int = 0) -> frozenset[str]:
    found = [word.idea for word in words(text) if word.content]
    return frozenset(found[-last:] if last else found[:first])
