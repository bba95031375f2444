"""Whether a statement affirms what its quotes deny, denies what they affirm, or turns it round."""

from __future__ import annotations

import re

from assistant.guard.evidence import Evidence
from assistant.guard.opposites import OPPOSITES
from assistant.negation import Scope, scopes, word_polarities
from assistant.word_keys import Word

# Words that carry a "no" of their own: a statement may word them with "not".
_NEGATIVE = re.compile(
    r"\b(?:un|in|im|ir|dis|non-?)\w{4,}|\b(?:skip|miss|avoid|absen|ban|bar|block|halt|cancel|drop|"
    r"abandon|refus|reject|den[iy]|declin|fail|lack|lose|lost|only|stop|end|quit|prevent|oppos|against|"
    r"exclud|without|few|little|away|away|free|clear|rather|instead|too|last|zero|broke|ignor|withdr|"
    r"resist|defi|shut|clos|empty|gone|least|rare|mere|just|yet|away from|out of)\w*",
    re.I,
)


def contradiction(text: str, evidence: Evidence) -> str | None:
    """What of `text` the quotes say otherwise, in a few words; None where nothing is found."""
    quoted = [polarity for quote in evidence.texts for polarity in word_polarities(quote)]
    affirmed = {word.stem for word, denied in quoted if not denied}
    denied_there = {word.stem for word, denied in quoted if denied}
    own = word_polarities(text)
    own_affirmed = {word.stem for word, denied in own if not denied}
    own_denied = {word.stem for word, denied in own if denied}
    for scope in scopes(text):
        if _denies(scope, affirmed, denied_there, evidence):
            return f"“{_shown(text, scope)}” is not what its quotes say"
    for quote in evidence.texts:
        for scope in scopes(quote):
            if _left_out(scope, own_affirmed, own_denied, affirmed):
                return f"its quotes say “{_shown(quote, scope)}”"
    return _turned(text, own, evidence, quoted)


def _denies(scope: Scope, affirmed: set[str], denied_there: set[str], evidence: Evidence) -> bool:
    """A negation of the statement over words that the quotes only affirm, or have no "no" for."""
    focus = [word.stem for word in scope.focus]
    if any(key in affirmed and key not in denied_there for key in focus):
        return True
    if {word.stem for word in scope.words if word.content} & denied_there:
        return False
    if any(OPPOSITES.get(key, frozenset()) & affirmed for key in focus):
        return False  # "did not rise" where the quotes say "fell"
    return not any(scopes(quote) or _NEGATIVE.search(quote) for quote in evidence.texts)


def _left_out(
    scope: Scope, own_affirmed: set[str], own_denied: set[str], affirmed: set[str]
) -> bool:
    """A negation of a quote whose first words the statement says plainly."""
    focus = [word.stem for word in scope.focus]
    if not focus or any(key in own_denied for key in focus):
        return False
    plain = [key for key in focus if key in own_affirmed]
    if not any(key not in affirmed for key in plain):
        return False
    return focus[0] in own_affirmed or len(plain) == len(focus)


def _turned(
    text: str, own: list[tuple[Word, bool]], evidence: Evidence, quoted: list[tuple[Word, bool]]
) -> str | None:
    """A word of the statement whose opposite stands in the quotes in its place."""
    own_stems = {word.stem for word, _ in own}
    there = {word.stem: (word, denied) for word, denied in reversed(quoted)}
    for word, denied in own:
        opposites = OPPOSITES.get(word.stem)
        if not opposites or word.stem in there:
            continue
        for other in opposites & there.keys() - own_stems:
            if there[other][1] == denied:
                return f"its quotes say “{there[other][0].text}”, not “{word.text}”"
    return None


def _shown(text: str, scope: Scope) -> str:
    end = scope.focus[-1].end if scope.focus else scope.end
    return " ".join(text[scope.start : end].split())
