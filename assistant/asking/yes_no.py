"""Questions that want a yes or a no: the claim in them, and the sentences for and against it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import ShortAnswer
from assistant.asking.attesting import Stated
from assistant.asking.candidate import Candidate
from assistant.asking.grouping import Group
from assistant.asking.normal import Normal
from assistant.checking.checking import CheckSettings, judge_claim
from assistant.checking.verdicts import Judged
from assistant.language.verb_forms import participle
from assistant.language.word_keys import word_set
from assistant.questions.expected import asked
from assistant.questions.types import Expected
from assistant.reader.base import Reader
from index.passage import Hit

_TRUE_FALSE = re.compile(r"\s*(?:is it )?\btrue or false\b\s*[:?,-]?\s*", re.I)
_IS_IT_TRUE = re.compile(
    r"(?:and |but |so )?(?:is|was) it (?:really |actually )?(?:true|right|correct|the case)"
    r" that\s+",
    re.I,
)
_AUXILIARY = re.compile(r"(?:and |but |so |or )?(\w+(?:n['’]t)?)\s+", re.I)
_NAME = re.compile(r"[A-Z][\w.’'-]*(?:\s+(?:(?:of|the|de|al|and)\s+)?[A-Z][\w.’'-]*)*(?<!['’]s)")
_WORD = re.compile(r"\S+")
# The verb stands before the first of these; a participle is the verb itself.
_AFTER_VERB = word_set(
    "the a an this that these those his her its their any some no in on at by for from to with "
    "against of into over under about part"
)

# Sentences weaker than this share of the strongest on their side are not shown.
_STRONG = 0.75
_ONE_WORD = {
    "take part": "participate",
    "carry out": "conduct",
    "set up": "establish",
    "step down": "resign",
    "call off": "cancel",
    "call for": "demand",
    "put off": "postpone",
    "turn down": "reject",
    "give up": "abandon",
    "go on": "continue",
    "pull out": "withdraw",
    "break out": "begin",
    "blow up": "explode",
    "shoot down": "down",
}
_PHRASAL = re.compile(rf"\b(?:{'|'.join(_ONE_WORD)})\b", re.I)


def claim_of(question: str) -> str:
    """The statement that a yes-or-no question asks about: "Will X do Y?" gives "X will do Y."."""
    bare = _TRUE_FALSE.sub("", question).strip()
    sentence = asked(bare).rstrip("?!. ")
    stated = _IS_IT_TRUE.sub("", sentence)
    if stated != sentence or _TRUE_FALSE.search(question):
        return stated[:1].upper() + stated[1:] + "."
    auxiliary = _AUXILIARY.match(sentence)
    if not auxiliary:
        return sentence + "."
    rest = sentence[auxiliary.end() :]
    cut = _subject_end(rest)
    claim = f"{rest[:cut].rstrip()} {auxiliary[1].lower()} {rest[cut:].lstrip()}"
    return claim[:1].upper() + claim[1:] + "."


def _subject_end(rest: str) -> int:
    """Where the subject ends in what follows the auxiliary verb: after a name, or by the verb."""
    name = _NAME.match(rest)
    if name:
        return name.end()
    found = list(_WORD.finditer(rest))
    for number, word in enumerate(found[1:], start=1):
        if participle(word[0]):
            return word.start()
        if number > 1 and word[0].lower() in _AFTER_VERB:
            return found[number - 1].start()
    return found[-1].start() if found else 0


def yes_no_groups(claim: str, hits: Sequence[Hit], reader: Reader) -> list[Group]:
    """Up to two groups, "yes" and "no", of the sentences that say so, the stronger side first.

    The claim is judged as `factcheck check` judges it; nothing is found where that cannot tell,
    or where the sentences only speak of the matter: what an answer shows has to say it.
    """
    for wording in dict.fromkeys((_in_one_word(claim), claim)):
        groups = _sides(wording, hits, reader)
        if groups:
            return groups
    return []


def _sides(claim: str, hits: Sequence[Hit], reader: Reader) -> list[Group]:
    decision = judge_claim(claim, hits, reader, CheckSettings())
    stated = Stated.of(claim)
    supports = [each for each in decision.supports if stated.supported_by(each)]
    refutes = [each for each in decision.refutes if stated.denied_by(each)]
    sides = (("yes", supports), ("no", refutes))
    groups = [_side(side, judged, hits) for side, judged in sides if judged]
    first = "no" if decision.verdict == "refuted" else "yes"
    if decision.verdict == "conflicting":
        return sorted(groups, key=lambda group: -group.weight)
    return sorted(groups, key=lambda group: group.normal.value != first)


def _in_one_word(claim: str) -> str:
    """`claim` with phrasal verbs put in the one word that news would as soon use."""
    return _PHRASAL.sub(lambda match: _ONE_WORD[match[0].lower()], claim)


def _side(side: str, judged: Sequence[Judged], hits: Sequence[Hit]) -> Group:
    members = []
    for each in judged:
        evidence = each.evidence
        rank, hit = next(
            (rank, hit)
            for rank, hit in enumerate(hits, start=1)
            if hit.article.id == evidence.article.id
            and hit.passage.start <= evidence.span.start < hit.passage.end
        )
        sure = each.stance.supports if side == "yes" else each.stance.refutes
        members.append(
            Candidate(
                hit=hit,
                rank=rank,
                answerable=sure,
                start=evidence.span.start,
                end=evidence.span.end,
                text=evidence.text,
                sentence=evidence.span,
                score=sure,
                weight=sure,
            )
        )
    members.sort(key=lambda member: -member.weight)
    members = [each for each in members if each.weight >= _STRONG * members[0].weight]
    weight = sum(member.weight for member in members)
    return Group(Normal("yes_no", side), tuple(members), weight)


def yes_no_answer(group: Group, expected: Expected) -> ShortAnswer:
    """ "Yes" or "No", or "True" or "False" where the question put it so."""
    yes = group.normal.value == "yes"
    text = ("True" if yes else "False") if expected.true_false else ("Yes" if yes else "No")
    return ShortAnswer(text=text, value=group.normal.value, kind="yes_no")
