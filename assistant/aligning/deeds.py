"""Who does what to whom in a sentence, by word order: verbs with the phrases around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.verb_forms import participle
from assistant.language.word_keys import Word, word_set, words
from assistant.values.name_words import TITLES

_BE = word_set("is are was were be been being get gets got")
_AUXILIARY = _BE | word_set(
    "has have had having do does did will would can could shall should may might must not never "
    "also then later just already only soon still now once twice again to"
)
_ARTICLES = word_set("the a an his her its their our my your this that these those some any no")
# Such a word is read through inside a phrase: "the mayor of Oslo", "Norway and Denmark".
_INSIDE = word_set("of and & de la von van al") | _ARTICLES
# Before a verb these too: "rebels in Mali". Behind it they lead to where and when.
_WHERE = word_set("in near for at")
_LEADS = word_set("by from to against over than into")
_RELATIVE = word_set("who which that")
# Behind these "by" tells where or how far, and not by whom.
_DONE_ALONE = word_set(
    "rested stood sat lived walked slept stayed died arrived stopped landed risen rose fallen fell "
    "grown grew increased decreased dropped climbed flown passed ended"
)
_CLAUSE_END = re.compile(
    r"[,;:.!?()—–\"“”]|\b(?:but|although|though|while|whereas|because|until|unless|except|since|"
    r"which|who|when|where|after|before|if)\b"
)
_STOP_INSIDE = re.compile(r"[,;:!?()—–\"“”]|\.\s")
_PHRASE, _REACH, _APPOSED = 8, 14, 4

Phrase = frozenset[str]


@dataclass(frozen=True, slots=True)
class Deed:
    """One verb with its doer and the phrases around it, each as the ideas of its words.

    `verb` is its idea. `places` maps how a phrase is led to ("object", "from", "to", ...) to the
    phrase; `shown` is each phrase as it stands in the text.
    """

    verb: str
    stem: str
    doer: Phrase
    places: dict[str, Phrase]
    shown: dict[Phrase, str]

    @property
    def roles(self) -> dict[str, Phrase]:
        """The doer and the phrases around the verb, by how each belongs to it."""
        return {"doer": self.doer, **self.places} if self.doer else self.places

    def named(self, role: str) -> bool:
        """Whether the phrase in that role has a name in it."""
        spoken = self.shown[self.roles[role]].split()
        return any(word[0].isupper() and word not in ("The", "A", "An") for word in spoken)


@lru_cache(maxsize=4096)
def deeds(text: str) -> tuple[Deed, ...]:
    """Every verb of `text` that has a doer or something led to by a preposition."""
    return tuple(_deeds(text, words(text)))


def _deeds(text: str, every: tuple[Word, ...]) -> Iterator[Deed]:
    for number, word in enumerate(every):
        if not _may_be_verb(every, number):
            continue
        left = _left(text, every, number)
        places = _places(text, every, number)
        passive = _passive(every, number)
        doer = left
        if passive:
            doer = places.pop("by", ())
            places["object"] = left
        else:
            places.pop("by", None)
        phrases = {lead: _ideas(phrase) for lead, phrase in places.items() if phrase}
        named = (doer, *places.values())
        shown = {_ideas(phrase): _shown(text, phrase) for phrase in named if phrase}
        if phrases or doer:
            yield Deed(word.idea, word.stem, _ideas(doer), phrases, shown)


def _may_be_verb(every: tuple[Word, ...], number: int) -> bool:
    word = every[number]
    if not word.content or not word.text.islower() or word.text.endswith(("ing", "ly")):
        return False
    if word.text in TITLES:
        return False
    before = every[number - 1].text.casefold() if number else ""
    return number > 0 and before not in _ARTICLES | _LEADS - {"to"} | {"of", "in", "at", "with"}


def _passive(every: tuple[Word, ...], number: int) -> bool:
    if not participle(every[number].text) or every[number].text in _DONE_ALONE:
        return False
    after = [word.text.casefold() for word in every[number + 1 : number + 2]]
    if "by" in after:
        return True
    for word in reversed(every[max(0, number - 4) : number]):
        low = word.text.casefold()
        if low in _BE:
            return True
        if low not in _AUXILIARY and not low.endswith("ly"):
            return False
    return False


def _left(text: str, every: tuple[Word, ...], number: int) -> tuple[Word, ...]:
    """The phrase that the verb's subject is, "..., champions last year, beat" passed over."""
    at = number - 1
    while at >= 0 and _auxiliary(every[at]):
        at -= 1
    if at >= 0 and every[at].text.casefold() in _RELATIVE:
        at -= 1
    if at < 0:
        return ()
    phrase: list[Word] = []
    if "," in text[every[at].end : every[at + 1].start]:
        begun = _before_aside(text, every, at)
        if at - begun <= _APPOSED and every[begun + 1].text[0].isupper():
            phrase = list(every[begun + 1 : at + 1])  # "the mayor, Ann Bo, resigned"
        at = begun
    back = at
    while at >= 0 and len(phrase) < _PHRASE:
        word = every[at]
        behind = phrase[0].start if at < back else word.end
        if _STOP_INSIDE.search(text, word.end, behind):
            break
        if not word.content and word.text.casefold() not in _INSIDE | _WHERE:
            break
        phrase.insert(0, word)
        at -= 1
    return _trimmed(phrase)


def _before_aside(text: str, every: tuple[Word, ...], at: int) -> int:
    """The last word before an aside between commas that ends at word `at`; itself if none."""
    for earlier in range(at, max(0, at - _REACH), -1):
        if "," in text[every[earlier - 1].end : every[earlier].start]:
            return earlier - 1
    return at


def _auxiliary(word: Word) -> bool:
    low = word.text.casefold().replace("’", "'")
    return low in _AUXILIARY or low.endswith(("n't", "ly"))


def _places(text: str, every: tuple[Word, ...], verb: int) -> dict[str, tuple[Word, ...]]:
    """The object, and what prepositions lead to, up to the clause's end."""
    near = every[verb + 1 : verb + 1 + _REACH]
    end = _CLAUSE_END.search(text, every[verb].end, near[-1].end + 1) if near else None
    limit = end.start() if end else len(text)
    after = [w for w in near if w.start < limit]
    found: dict[str, tuple[Word, ...]] = {}
    lead, phrase = "object", list[Word]()
    for number, word in enumerate(after):
        low = word.text.casefold()
        if low == "of" and all(each.text.islower() for each in after[number + 1 : number + 2]):
            low = ""  # "accused the mayor of theft": what of, and no longer whom
        if low in _LEADS:
            found.setdefault(lead, _trimmed(phrase))
            lead, phrase = low, []
        elif word.content or low in _INSIDE:
            phrase.append(word)
        else:
            found.setdefault(lead, _trimmed(phrase))
            lead, phrase = "", []
    found.setdefault(lead, _trimmed(phrase))
    return {lead: phrase for lead, phrase in found.items() if lead and phrase}


def _trimmed(phrase: list[Word]) -> tuple[Word, ...]:
    while phrase and not phrase[0].content:
        phrase = phrase[1:]
    while phrase and not phrase[-1].content:
        phrase = phrase[:-1]
    return tuple(phrase)


def _ideas(phrase: tuple[Word, ...]) -> Phrase:
    return frozenset(word.idea for word in phrase if word.content)


def _shown(text: str, phrase: tuple[Word, ...]) -> str:
    return " ".join(text[phrase[0].start : phrase[-1].end].split())
