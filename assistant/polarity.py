"""Where a claim and a sentence speak of the same thing and one denies it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.facts import Facts
from assistant.word_keys import Word, stem, word_set, words

# Each pair excludes the other; forms and near-synonyms count too.
_OPPOSITE_WORDS = """
accept reject
increase decrease
win lose
allow ban
allow forbid
confirm deny
support oppose
begin end
true false
real fake
guilty innocent
convict acquit
convicted acquitted
pass fail
succeed fail
success failure
open close
hire fire
include exclude
agree disagree
legal illegal
lawful unlawful
safe dangerous
healthy harmful
alive dead
survive die
free detain
release detain
approve reject
more less
more fewer
higher lower
first last
north south
east west
northern southern
eastern western
male female
man woman
best worst
strengthen weaken
appoint dismiss
cheap expensive
before after
present absent
largest smallest
majority minority
""".strip().splitlines()

_CUES = word_set(
    "not no never none nobody nothing neither nor without cannot unable hardly isn aren wasn weren "
    "hasn haven hadn doesn don didn won wouldn can't couldn shouldn"
)
_DENYING = frozenset(
    stem(word)
    for word in word_set(
        "deny denied denies denial refuse refused refuses reject rejected fail failed fails rule "
        "refute refuted debunk debunked dismiss dismissed dispute disputed"
    )
)
_FALSEHOOD = frozenset(
    stem(word)
    for word in word_set(
        "hoax fake false falsely untrue myth fabricated debunk debunked rumor rumour rumors "
        "rumours prank satire satirical bogus mockumentary misleading unfounded baseless"
    )
)
_CLAUSE_END = re.compile(r"[,;:—]|\b(?:but|although|though|however|while|because)\b", re.I)
_REACH = 8


def _opposites() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _OPPOSITE_WORDS:
        left, right = (words(word)[0].idea for word in line.split())
        if left != right:
            table.setdefault(left, set()).add(right)
            table.setdefault(right, set()).add(left)
    return {idea: frozenset(others) for idea, others in table.items()}


OPPOSITES = _opposites()


@dataclass(frozen=True, slots=True)
class Flip:
    """What one says and the other denies; `sure` from 0 to 1.

    `claimed` and `found` are the words of each that exclude one another ("accepted",
    "rejected"), `found` is "not" where the sentence denies the claim's own word.
    """

    claimed: str
    found: str
    sure: float


def find_flip(claim: Facts, sentence: Facts) -> Flip | None:
    """The clearest place where `sentence` denies `claim` or the other way round; None if none."""
    ours, theirs = negated(claim), negated(sentence)
    by_idea: dict[str, list[Word]] = {}
    for word in sentence.all_words:
        by_idea.setdefault(word.idea, []).append(word)
    flips = [
        flip
        for word in claim.core
        if (flip := _flip_of(word, by_idea, sentence, ours, theirs)) is not None
    ]
    doubted = _doubt(claim, sentence)
    return max([*flips, *doubted], key=lambda flip: flip.sure, default=None)


def _flip_of(
    word: Word,
    by_idea: dict[str, list[Word]],
    sentence: Facts,
    ours: frozenset[Word],
    theirs: frozenset[Word],
) -> Flip | None:
    denied = word in ours
    same = by_idea.get(word.idea, [])
    if same:
        if all((other in theirs) != denied for other in same):
            found = "not" if not denied else same[0].text
            return Flip(word.text, found, 0.8)
        return None
    for idea in OPPOSITES.get(word.idea, ()):
        for other in by_idea.get(idea, []):
            if (other in theirs) == denied:
                return Flip(word.text, other.text, 0.85)
    return None


def negated(facts: Facts) -> frozenset[Word]:
    """The words that stand under a negation of their own clause."""
    under: set[Word] = set()
    for number, word in enumerate(facts.all_words):
        low = word.text.casefold().replace("’", "'")
        cue = low in _CUES or low.endswith("n't") or word.stem in _DENYING
        if not cue or _idle(facts, number):
            continue
        stop = _CLAUSE_END.search(facts.text, word.end)
        limit = stop.start() if stop else len(facts.text)
        reached = facts.all_words[number + 1 : number + 1 + _REACH]
        # Twice denied is said: "never fails to greet".
        under ^= {other for other in reached if other.start < limit}
    return frozenset(under)


def _idle(facts: Facts, number: int) -> bool:
    """ "not only", "no longer than", "no doubt": a negation that denies nothing."""
    following = facts.all_words[number + 1 : number + 2]
    after = following[0].text.casefold() if following else ""
    return after in ("only", "just", "least", "doubt", "matter", "fewer", "less", "more", "wonder")


def _doubt(claim: Facts, sentence: Facts) -> list[Flip]:
    """A word that calls the whole story untrue, when the claim has none."""
    if any(word.stem in _FALSEHOOD for word in claim.all_words):
        return []
    under = negated(sentence)
    called = [w for w in sentence.all_words if w.stem in _FALSEHOOD and w not in under]
    return [Flip("", called[0].text, 0.7)] if called else []
