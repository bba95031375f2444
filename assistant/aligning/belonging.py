"""What one is of the other: "Conagra, the parent company of Duncan Hines"."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.aligning.slot_names import same_name
from assistant.language.word_keys import words
from assistant.values.names import find_names
from assistant.values.types import NameValue

# What leads from the one to the other; "s" of a possessive is none.
_OF = re.compile(
    r"[\"”’']*\s*(?:[,(]\s*|(?:is|was|are|were|remains|became)\s+)(?:the|an?)\s"
    r"(?P<what>[a-z][a-z\s-]{1,40}?)\s(?:of|to|from)\s(?:(?:the|an?)\s)?(?:[\w-]+\s){0,4}[\"“‘']?"
)
_NEAR = 3
Belonging = tuple[frozenset[str], NameValue, NameValue]


@lru_cache(maxsize=8192)
def belongings(text: str) -> tuple[Belonging, ...]:
    """Every "A is the N of B" of `text`: the ideas of N, A and B."""
    found = []
    names = find_names(text)
    for number, first in enumerate(names):
        # Others may stand between: "a spin-off of the ABC sitcom Harbour Days".
        for second in names[number + 1 : number + 1 + _NEAR]:
            led = _OF.fullmatch(text, first.end, second.start)
            if led:
                what = frozenset(word.idea for word in words(led["what"]) if word.content)
                found.append((what, first, second))
    return tuple(found)


def belongs_otherwise(claim: str, sentence: str) -> tuple[str, str] | None:
    """The two of which `claim` says what one is of the other, where `sentence` has them the other
    way round."""
    for what, one, other in belongings(claim):
        for theirs, first, second in belongings(sentence):
            if what & theirs and same_name(one, second) and same_name(other, first):
                return one.text, other.text
    return None
