"""Participles told by their form: enough to see where a question's subject ends."""

from __future__ import annotations

from assistant.language.word_keys import word_set

_IRREGULAR = word_set(
    "begun been beaten become bought broken brought built caught chosen come cut done drawn driven "
    "eaten fallen felt fought found given gone got grown had heard held hit hurt kept killed known "
    "laid led left lent lost made meant met paid put read run said seen sent set shot shown shut "
    "sold spent spoken stolen struck sunk taken taught thought thrown told torn understood won "
    "worn written"
)
_NOT_PARTICIPLES = word_set(
    "bed red hundred seed speed need breed united sacred hatred king ring thing spring string "
    "morning evening building meeting ceiling nothing something anything everything wedding"
)


def participle(word: str) -> bool:
    """Whether `word` has the form of a participle ("closed", "held", "running")."""
    low = word.casefold().strip(".,;:?!")
    if low in _IRREGULAR:
        return True
    return len(low) > 4 and low.endswith(("ed", "ing")) and low not in _NOT_PARTICIPLES
