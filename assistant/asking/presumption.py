"""Questions that take for granted what the articles deny: "When did X resign?" of one who stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking.yes_no import claim_of
from assistant.checking.stance_rules import judge_by_rules
from assistant.language.hearing import Heard, hear
from assistant.language.negation import word_polarities
from assistant.language.word_keys import words
from assistant.questions.expected import asked
from assistant.reader.base import Reader
from assistant.settings import AnswerSettings
from index.passage import Hit

NEGATION = re.compile(
    r"\b(?:no|not|never|nobody|none|neither|nor|without|cannot|den(?:y|ies|ied|ying)|refus\w+"
    r"|reject\w+|rul\w+ out)\b|n['’]t\b",
    re.I,
)
_NEARLY_ALL = 0.8
_ADVERB = re.compile(r"(?:and |but )?(?:when|where|why|how)\s+(?=\w)", re.I)
_COUNTED = re.compile(
    r"how (?:many|much)\s+(?P<what>.+?)\s+(?=(?:do|does|did|has|have|had|will|would|can|is|are|was"
    r"|were)\s)",
    re.I,
)
_ACTOR = re.compile(r"(?:who|what)\s+(?=\w)", re.I)
# "Who did the party choose?" takes for granted that the party chose, not that someone did it.
_OBJECT = re.compile(
    r"(?:do|does|did|(?:has|have|had|will|would|can|could)\s+"
    r"(?=(?:the|a|an|his|her|their|its|he|she|they|it)\b|(?-i:[A-Z])))",
    re.I,
)


def presumed(question: str) -> str | None:
    """The statement that a question takes for granted; None where none can be made out."""
    sentence = asked(question).rstrip("?!. ")
    counted = _COUNTED.match(sentence)
    if counted:
        return f"{claim_of(sentence[counted.end() :])[:-1]} {counted['what']}."
    adverb = _ADVERB.match(sentence)
    if adverb:
        return claim_of(sentence[adverb.end() :])
    actor = _ACTOR.match(sentence)
    if actor is None:
        return None
    rest = sentence[actor.end() :]
    return claim_of(rest) if _OBJECT.match(rest) else f"Someone {rest}."


def denial(
    question: str, hits: Sequence[Hit], reader: Reader, settings: AnswerSettings
) -> Heard | None:
    """The sentence that denies what `question` takes for granted, where one surely does.

    Only sentences with a negation that hold most of its words are judged; most questions have
    none, and pay nothing for this.
    """
    claim = presumed(question)
    if claim is None:
        return None
    against = [
        heard
        for heard in hear(claim, hits, settings.stance_sentences)
        if heard.overlap >= settings.denial_overlap
        and NEGATION.search(heard.text)
        and _denies_of(claim, heard.text)
    ]
    if not against:
        return None
    stances = reader.judge(claim, [heard.reading for heard in against])
    sure, best = max(
        ((max(stance.refutes, _ruled(claim, heard)), heard)
         for stance, heard in zip(stances, against, strict=True)),
        key=lambda each: each[0],
    )  # fmt: skip
    return best if sure >= settings.denial_confidence else None


def _denies_of(claim: str, text: str) -> bool:
    """Whether a word that `text` denies is one of `claim`, and not of something beside it."""
    wanted = {word.idea for word in words(claim) if word.content}
    return any(denied and word.idea in wanted for word, denied in word_polarities(text))


def _ruled(claim: str, heard: Heard) -> float:
    """How surely the rules see a denial, where the sentence has nearly every word of `claim`."""
    if heard.overlap < _NEARLY_ALL:
        return 0.0
    return judge_by_rules(claim, heard.reading).refutes
