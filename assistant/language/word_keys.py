"""Words of a text brought to keys that match across inflection and near-synonyms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’.-][^\W\d_]+)*", re.UNICODE)


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())


# Words that carry no subject matter of their own.
STOP = word_set(
    """a about above after again all also although am among an and any are as at be became because
    been before being between both but by can could did do does doing down during each else ever
    few for from further get gets getting got had has have having he her here hers herself him
    himself his how i if in into is it its itself just less let may me might more most mr mrs ms
    much must my near no nor not now of off on once one only onto or other our out over own per
    same shall she should so some still such than that the their them themselves then there these
    they this those though through thus till to together too toward towards under until up upon us
    very via was we were what when where whether which while who whom whose why will with within
    would yet you your according said say says told added saying s t re ve ll d m"""
)

_IRREGULAR = {
    form: base
    for base, forms in {
        "begin": "began begun",
        "win": "won",
        "lose": "lost",
        "buy": "bought",
        "sell": "sold",
        "die": "died dying dies dead",
        "kill": "slain slew killing killings",
        "give": "gave given",
        "take": "took taken",
        "go": "went gone goes",
        "come": "came",
        "make": "made",
        "find": "found",
        "leave": "left",
        "hold": "held",
        "meet": "met",
        "lead": "led",
        "build": "built",
        "break": "broke broken",
        "speak": "spoke spoken",
        "rise": "rose risen",
        "fall": "fell fallen",
        "grow": "grew grown",
        "shoot": "shot",
        "fight": "fought",
        "send": "sent",
        "spend": "spent",
        "pay": "paid",
        "write": "wrote written",
        "choose": "chose chosen",
        "steal": "stole stolen",
        "throw": "threw thrown",
        "beat": "beaten",
        "become": "became",
        "know": "knew known",
        "see": "saw seen",
        "show": "shown",
        "think": "thought",
        "bring": "brought",
        "catch": "caught",
        "seek": "sought",
        "teach": "taught",
        "run": "ran",
        "sink": "sank sunk",
        "fly": "flew flown",
        "drive": "drove driven",
        "eat": "ate eaten",
        "bear": "born borne",
        "strike": "struck",
        "person": "people persons",
        "man": "men",
        "woman": "women",
        "child": "children",
        "life": "lives",
    }.items()
    for form in forms.split()
}

# Each line is one idea as news words it; the first word is its key.
_SAME = """
begin start launch commence open kick-off
end finish conclude stop halt cease close
kill slay murder die death fatality dead deadly
injure wound hurt
buy acquire purchase takeover acquisition
sell sale
win victory defeat beat triumph
resign quit step-down resignation
appoint name nominate
elect election elected
arrest detain arrested custody
attack assault raid strike airstrike bombing bomb
say state declare announce tell
agree agreement deal accord pact
increase rise grow climb jump surge soar
decrease fall drop decline shrink plunge
build construct construction
make produce manufacture
help aid assist assistance support
ask urge call request seek
reject refuse rebuff decline
accept approve
deny denial
plan intend intention
person people citizen resident national
firm company corporation business
film movie
doctor physician
policeman police officer cop
child kid boy girl
car vehicle automobile
money fund cash
leave depart withdraw withdrawal
meet meeting summit talks
join participate participation
marry marriage wed wedding married
fake hoax sham fraud false bogus prank untrue hoaxer hoaxes faked fabricated fabrication
found establish set-up create foundation
break breach rupture burst
plant factory
electricity power
attend attendance spectator audience
succeed successor
jail prison imprison imprisonment
ship vessel boat
plane aircraft aeroplane airplane
show reveal disclose
big large huge
marry wed
january jan
february feb
april apr
august aug
september sept sep
october oct
november nov
december dec
""".strip().splitlines()

_SUFFIXES = (
    ("ational", "at"), ("ization", "iz"), ("isation", "iz"), ("fulness", "ful"),
    ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ations", "at"), ("ation", "at"),
    ("ingly", ""), ("edly", ""), ("ities", "it"), ("ity", "it"), ("ness", ""), ("sses", "ss"),
    ("ies", "y"), ("ied", "y"), ("ise", "iz"), ("ize", "iz"), ("ised", "iz"), ("ized", "iz"),
    ("ising", "iz"), ("izing", "iz"), ("ing", ""), ("ers", ""), ("ors", ""), ("er", ""),
    ("or", ""), ("ed", ""), ("ions", ""), ("ion", ""), ("es", ""), ("ly", ""), ("s", ""), ("e", ""),
)  # fmt: skip


# Here the ending is no suffix: a mayor does not "may", a tower does not "tow".
_WHOLE = word_set("mayor minor tower flower shower corner former letter summer")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The key that the inflected forms of an English word share; not itself a word."""
    word = word.casefold().replace("’", "'")
    word = word.removesuffix("'s").rstrip("'").replace(".", "")
    word = _IRREGULAR.get(word, word)
    if word.removesuffix("s") in _WHOLE:
        return word.removesuffix("s")
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) + len(instead) >= 3:
            word = word[: len(word) - len(suffix)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 2 and word.endswith("y") else word


_IDEA: dict[str, str] = {}
for _line in _SAME:
    _first = stem(_line.split()[0])
    for _each in _line.split():
        _IDEA.setdefault(stem(_each), _first)


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start..end`: its stem, and the idea that its near-synonyms share."""

    start: int
    end: int
    text: str
    stem: str
    idea: str

    @property
    def content(self) -> bool:
        """Whether it carries subject matter."""
        return self.text.casefold() not in STOP and (len(self.text) > 1 or self.text.isdigit())


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[Word, ...]:
    """All words of `text` in order, with their character offsets. Hyphens join."""
    found = []
    for match in _WORD.finditer(text):
        key = stem(match[0])
        found.append(Word(match.start(), match.end(), match[0], key, _IDEA.get(key, key)))
    return tuple(found)
