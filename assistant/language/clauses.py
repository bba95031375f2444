"""Whether a few words make a clause, seen without a tagger: function words and verb endings."""

from __future__ import annotations

import re

from assistant.language.word_keys import word_set

_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*")

_PAST = word_set(
    """began became came went took made gave got said saw held met led left won lost sold bought
    built broke spoke rose fell grew shot fought sent spent paid wrote chose stole threw beat knew
    showed thought brought caught sought taught ran sank flew drove ate struck found told kept put
    cut hit set let quit shut cost read hurt burst drew fled swore tore wore woke drank rang sang
    stood sat lay understood"""
)
_FINITE = _PAST | word_set(
    """is are was were be am been being has have had does do did will would can could shall should
    may might must isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't
    wouldn't can't cannot couldn't shouldn't mustn't says"""
)
_NOT_VERBS_IN_S = word_set(
    """his its this as us yes news series thus less across always besides perhaps whereas towards
    is was has does plus versus politics economics physics sports"""
)
_NOT_VERBS_IN_ED = word_set(
    "red bed hundred indeed need seed speed united sacred hatred naked breed feed deed weed reed "
    "aged"
)
# "Outspent", "overthrew", "rebuilt" are the past of what stands behind.
_PREFIXES = ("out", "over", "under", "re")
_DETERMINERS = word_set(
    "the a an this that these those his her its their our my your some many most several all both "
    "no each every another two three four five six seven eight nine ten dozens hundreds thousands "
    "there officials police critics scientists researchers"
)
_PRONOUNS = word_set("he she it they we i you")
_FEATURES_OF_NOUN = word_set("the a an his her its their of in on at by for with from")


def finite_verb_at(text: str) -> int | None:
    """Offset of the first word of `text` that is surely, or by its ending likely, a finite verb."""
    likely = None
    previous = ""
    for match in _TOKEN.finditer(text):
        word = match[0].replace("’", "'")
        low = word.casefold()
        # "May 3", "Will Smith": capitals make them names.
        if word in ("May", "Will", "Might"):
            continue
        if _sure(low) or low in ("it's", "he's"):
            return match.start()
        if likely is None and word.islower() and previous and previous not in _FEATURES_OF_NOUN:
            present = (
                len(low) > 3
                and low.endswith("s")
                and not low.endswith(("ss", "us", "'s"))
                and low not in _NOT_VERBS_IN_S
            )
            if _past(low) or present:
                likely = match.start()
        previous = low
    return likely


def _sure(low: str) -> bool:
    if low in _FINITE or low.endswith("n't"):
        return True
    bare = next((low.removeprefix(each) for each in _PREFIXES if low.startswith(each)), "")
    return len(bare) > 3 and bare in _PAST  # an "outlet" is none


def _past(low: str) -> bool:
    return len(low) > 3 and low.endswith("ed") and low not in _NOT_VERBS_IN_ED


def sure_verb_near(text: str, *, within: int = 8) -> bool:
    """Whether one of the first `within` words is an auxiliary, a known past form or ends in -ed."""
    for count, match in enumerate(_TOKEN.finditer(text)):
        if count >= within:
            return False
        low = match[0].casefold().replace("’", "'")
        if count and (_sure(low) or (_past(low) and match[0].islower())):
            return True
    return False


def self_standing(text: str) -> bool:
    """Whether `text` starts with a subject of its own (no pronoun) and has a verb after it."""
    match = _TOKEN.search(text)
    if not match or match[0].casefold() in _PRONOUNS:
        return False
    opens = match[0][0].isupper() or match[0][0].isdigit() or match[0].casefold() in _DETERMINERS
    return opens and match[0].casefold() not in _FINITE and sure_verb_near(text)
