"""Words that call a story untrue, and verbs that keep something from happening."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.negation import word_polarities
from assistant.language.word_keys import Word, word_set, words

_UNTRUE = word_set(
    "hoax hoaxer hoaxes fake fakes faked false untrue myth fabricated fabrication debunk debunked "
    "debunks rumor rumour rumors rumours bogus unfounded baseless sham untruth doctored "
    "photoshopped satire satirical spoof parody misinformation disinformation fictitious fictional "
    "exaggerated misleading inaccurate unsubstantiated discredited disproved disproven nonsense"
)
_NOT_TRUE = re.compile(
    r"\b(?:not|isn['’]t|wasn['’]t|aren['’]t|weren['’]t|never)\s(?:\w+\s){0,2}"
    r"(?:true|real|genuine|authentic|the case)\b|\b(?:never happened|no truth|"
    r"made[- ]up(?!\s(?:of|by|for|about|most|nearly|over|\d))|"
    r"urban legend|(?:is|was|are|were|as)\s(?:(?:an?|complete|total)\s){0,2}(?:frauds?|scams?|"
    r"pranks?|phon(?:e?y|ies))|den(?:y|ies|ied|ying)\s(?:\w+\s){0,2}(?:reports?|rumou?rs?))\b",
    re.I,
)
# "Stopped him turning", "barred from leaving"; the second kind only with "from": one who is kept
# waiting waits.
_HINDERED = re.compile(
    r"\b(?:(?:stop(?:s|ped)?|prevent(?:s|ed)?|avoid(?:s|ed)?|avert(?:s|ed)?|block(?:s|ed)?|"
    r"bar(?:s|red)?|ban(?:s|ned)?|deter(?:s|red)?|resist(?:s|ed)?|refrain(?:s|ed)?)\b(?:[^,.;:]{1,50}?\sfrom)?|"
    r"(?:keep|kept|keeps|saved?|saves|protect(?:s|ed)?)\b[^,.;:]{1,50}?\sfrom)"
    r"(?:\s[\w'’]+){0,3}?\s(\w{2,}ing)\b",
    re.I,
)
_FOLLOWED = re.compile(
    r"(?:\s(?!(?:and|or|but|that|which|who|when|while|after|before|because|since|until|if|as|so|by"
    r"|in|on|at|for|with|during)\b)[\w’'-]+){0,4}",
    re.I,
)
# Before a noun these say what that noun is ("bogus payments"), unless it is the story's.
_OF_A_NOUN = word_set(
    "fake false bogus fictitious fictional exaggerated misleading inaccurate unfounded baseless "
    "doctored untrue unsubstantiated rumor rumour sham"
)
_STORY_NOUN = re.compile(
    r"\s(?:\w+\s)?(?:stor(?:y|ies)|reports?|claims?|rumou?rs?|photos?|photographs?|pictures?|images?|"
    r"videos?|messages?|posts?|articles?|news|accounts?|information|accusations?|allegations?)\b",
    re.I,
)
_NOUN = re.compile(r"\s(?!(?:and|or|but|in|on|at|by|as|to|for|of|that|because|when|after)\b)[a-z]")
# What such a sentence is about when it says no more: the story told around it.
_STORY = re.compile(
    r"[\"“'‘]?(?:(?:but|and|yet|however|so),?\s)?(?:(?:all|none|much|both|part) of\s)?"
    r"(?:it|this|that|these|those|they|none|(?:the|these|those|such|this|that)\s(?:\w+\s)?"
    r"(?:stor(?:y|ies)|reports?|claims?|rumou?rs?|photos?|photographs?|pictures?|images?|videos?|"
    r"clips?|messages?|posts?|articles?|tales?|news|account|quotes?|hoax))\b"
    r"(?!\s(?:that|of|about|on)\b)",
    re.I,
)


@lru_cache(maxsize=8192)
def falsehoods(text: str) -> tuple[Word, ...]:
    """The words of `text` such as "hoax", denied or not."""
    return tuple(word for word in words(text) if word.text.casefold() in _UNTRUE)


@lru_cache(maxsize=8192)
def calls_false(text: str) -> str:
    """How `text` calls something untrue ("hoax", "not true"); empty where it does not.

    "Not a hoax" calls nothing untrue.
    """
    found = falsehoods(text)
    if found:
        denied = {word for word, negated in word_polarities(text) if negated}
        meant = (word for word in found if word not in denied and not _of_a_noun(text, word))
        said = next((word.text for word in meant), "")
        if said:
            return said
    phrase = _NOT_TRUE.search(text)
    return " ".join(phrase[0].split()) if phrase else ""


def _of_a_noun(text: str, word: Word) -> bool:
    """Whether the word only says what kind of thing the noun behind it is."""
    if word.text.casefold() not in _OF_A_NOUN:
        return False
    return bool(_NOUN.match(text, word.end)) and not _STORY_NOUN.match(text, word.end)


def of_the_story(text: str) -> bool:
    """Whether `text` begins with what stands for a story told before: "It", "The report"."""
    return bool(_STORY.match(text))


@lru_cache(maxsize=8192)
def hindered(text: str) -> frozenset[Word]:
    """The words of `text` for what is kept from happening: "stopped him turning into a wolf"."""
    kept_from = [
        (match.start(1), _clause_end(text, match.end(1))) for match in _HINDERED.finditer(text)
    ]
    if not kept_from:
        return frozenset()
    return frozenset(
        word for word in words(text) if any(low <= word.start < high for low, high in kept_from)
    )


def _clause_end(text: str, start: int) -> int:
    """Where what is kept from happening ends: a few words on, or where another clause begins."""
    followed = _FOLLOWED.match(text, start)
    return followed.end() if followed else start
