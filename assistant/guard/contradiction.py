"""Whether a statement affirms what its quotes deny, denies what they affirm, or turns it round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.guard.evidence import Evidence
from assistant.guard.opposites import OPPOSITES
from assistant.language.negation import Scope, scopes, word_polarities

# Words that carry a "no" of their own: a statement may word them with "not".
_NEGATIVE = re.compile(
    r"\b(?:un|in|im|ir|dis|non-?)\w{4,}|\b(?:skip|miss|avoid|absen|ban|bar|block|halt|cancel|drop|"
    r"abandon|refus|reject|den[iy]|declin|fail|lack|lose|lost|only|stop|end|quit|prevent|oppos|against|"
    r"exclud|without|few|little|away|away|free|clear|rather|instead|too|last|zero|broke|ignor|withdr|"
    r"resist|defi|shut|clos|empty|gone|least|rare|mere|just|yet|away from|out of)\w*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Voice:
    """What texts affirm and deny, by stems, and their negations with the text of each."""

    affirmed: frozenset[str]
    denied: frozenset[str]
    scopes: tuple[tuple[str, Scope], ...]
    low: str

    @classmethod
    def of(cls, texts: Sequence[str]) -> _Voice:
        said = [pair for text in texts for pair in word_polarities(text)]
        return cls(
            frozenset(word.stem for word, denied in said if not denied),
            frozenset(word.stem for word, denied in said if denied),
            tuple((text, scope) for text in texts for scope in scopes(text)),
            " ".join(" \n ".join(texts).casefold().replace("’", "'").split()),
        )

    def denies(self, focus: Sequence[str]) -> bool:
        """Whether a negation here reaches what another one, with this `focus`, denies."""
        first, *rest = focus
        for _, scope in self.scopes:
            reached = {word.stem for word in scope.words if word not in scope.said}
            if first not in reached:
                continue
            if first not in self.affirmed or not rest or rest[0] in reached:
                return True
            if rest[0] not in self.affirmed:
                return True
        return False


def contradiction(text: str, evidence: Evidence) -> str | None:
    """What of `text` the quotes say otherwise, in a few words; None where nothing is found."""
    own, quoted = _Voice.of([text]), _Voice.of(evidence.texts)
    for _, scope in own.scopes:
        if _denies(scope, text, quoted, evidence) or _but_for_it(text, scope, own, quoted):
            return f"“{_shown(text, scope)}” is not what its quotes say"
    for quote, scope in quoted.scopes:
        if _left_out(scope, quote, own, quoted) or _but_for_it(quote, scope, quoted, own):
            return f"its quotes say “{_shown(quote, scope)}”"
    return _only(own, quoted) or _turned(text, evidence)


def _denies(scope: Scope, text: str, quoted: _Voice, evidence: Evidence) -> bool:
    """A negation of the statement over words that the quotes only affirm, or have no "no" for."""
    focus = [word.stem for word in scope.focus]
    if not focus:
        lead = _lead(text, scope)
        return bool(lead) and lead in quoted.low and not _ends_so(lead, quoted)
    if quoted.denies(focus) or (_NO_LONGER.match(scope.cue) and _STOPS.search(quoted.low)):
        return False
    if any(key in quoted.affirmed for key in focus) and focus[0] not in quoted.denied:
        return True
    if any(key in quoted.affirmed and key not in quoted.denied for key in focus):
        return True
    if {word.stem for word in scope.words if word.content} & quoted.denied:
        return False
    if any(OPPOSITES.get(key, frozenset()) & quoted.affirmed for key in focus):
        return False  # "did not rise" where the quotes say "fell"
    return not (quoted.scopes or any(_NEGATIVE.search(quote) for quote in evidence.texts))


def _left_out(scope: Scope, quote: str, own: _Voice, quoted: _Voice) -> bool:
    """A negation of a quote whose first words the statement says plainly."""
    focus = [word.stem for word in scope.focus]
    if not focus:
        lead = _lead(quote, scope)
        return bool(lead) and lead in own.low and not _ends_so(lead, own)
    if own.denies(focus):
        return False
    plain = [key for key in focus if key in own.affirmed]
    if not any(key not in quoted.affirmed for key in plain):
        return False
    return focus[0] in own.affirmed or len(plain) == len(focus)


def _but_for_it(text: str, scope: Scope, here: _Voice, there: _Voice) -> bool:
    """Whether the words around a "not" of `text` stand in the other texts without it."""
    if not _ELLIPSIS.match(scope.cue):
        return False
    after = " ".join(text[scope.end :].casefold().replace("’", "'").split()[:3])
    lead = _lead(text, scope)
    told = f"{lead} {after}"
    return bool(lead and after) and told in there.low and told not in here.low


# "Will no longer sing" is what "will stop singing" says.
_NO_LONGER = re.compile(r"no longer$", re.I)
_STOPS = re.compile(r"\b(?:stop|ceas|quit|end|halt|discontinu|phas|drop|abandon|scrap)\w*")
_ELLIPSIS = re.compile(r"(?:not|never|.*n['’]t)$", re.I)


def _lead(text: str, scope: Scope) -> str:
    """The two words before a "not": "those who do" before "not", "he does" in "he doesn't"."""
    if not _ELLIPSIS.match(scope.cue):
        return ""
    cut = text[: scope.start if scope.cue.casefold() in ("not", "never") else scope.end]
    bare = re.sub(r"n['’]t$", "", " ".join(cut.split()).casefold()).replace("’", "'")
    return " ".join(bare.split()[-2:]) if len(bare.split()) > 1 else ""


def _ends_so(lead: str, voice: _Voice) -> bool:
    """Whether a negation stands right behind the words `lead`."""
    return bool(re.search(rf"{re.escape(lead)}(?:n't| not| never)\b", voice.low))


_ONLY = re.compile(r"\b(not |n't )?(only|merely|simply)\b")


def _only(own: _Voice, quoted: _Voice) -> str | None:
    """ "Only X" in the one, "not only X" in the other."""
    ours = {(bool(m[1]), m[2]) for m in _ONLY.finditer(own.low)}
    theirs = {(bool(m[1]), m[2]) for m in _ONLY.finditer(quoted.low)}
    for negated, word in ours:
        if (negated, word) not in theirs and (not negated, word) in theirs:
            return f"its quotes say “{'' if negated else 'not '}{word}”"
    return None


def _turned(text: str, evidence: Evidence) -> str | None:
    """A word of the statement whose opposite stands in the quotes in its place."""
    own = word_polarities(text)
    own_stems = {word.stem for word, _ in own}
    quoted = [pair for quote in evidence.texts for pair in word_polarities(quote)]
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
