"""Whether a name of a statement stands in its quotes."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.guard.evidence import Evidence
from assistant.language.word_keys import stem
from assistant.values.name_forms import bearer, equal_names, fold, spelling_key
from assistant.values.name_words import is_common
from assistant.values.places import country_of_people, place_named
from assistant.values.types import NameValue

_COMPOUND = re.compile(r"-[a-z]+$")


def name_stands(name: NameValue, evidence: Evidence) -> bool:
    """Whether every word of the name stands in the quotes, in any spelling, or a name equal to it.

    A people stands where its country does and the other way round. "Vladimir Putin" does not
    stand where the quotes only say "Putin".
    """
    name = replace(name, acronym="")  # "(CIS)" behind a name does not prove the name
    if any(equal_names(name, quoted) for quoted in evidence.names):
        return True
    if _country(name) and any(_country(name) == _country(quoted) for quoted in evidence.names):
        return True
    if all(_word_stands(token, evidence) for token in name.tokens):
        return True
    return not name.sure and is_common(name.value)


def _word_stands(token: str, evidence: Evidence) -> bool:
    if spelling_key(token) in evidence.word_keys:
        return True
    if len(token) > 2 and f"{token}s" in evidence.word_keys:  # "UFO" where the quote has "UFOs"
        return True
    return len(token) > 3 and stem(token) in evidence.stems


def _country(name: NameValue) -> str | None:
    known = bearer(name) or country_of_people(name.value)
    known = known or country_of_people(_COMPOUND.sub("", name.value))  # "North Korean-linked"
    if known:
        return known
    first = fold(re.split(r"[\s-]", name.value)[0])
    return (
        country_of_people(first) if place_named(first) is None and len(name.tokens) == 1 else None
    )
