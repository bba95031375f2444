"""Headlines In Capitals brought to the case of running text, so that names stand out again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.language.commonness import telling
from assistant.language.word_keys import STOP
from assistant.values.name_words import is_common

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
# Such a share of the longer words in capitals makes a headline of a sentence.
_HEADLINE, _LONGER, _LEAST = 0.75, 3, 3
# What no article writes is a name when it is rarer than this.
_RARE = 1.0


def running_case(claim: str, texts: Sequence[str]) -> str:
    """`claim` with the capitals that running text gives its words; its length stays the same.

    Only where nearly every word has one. What `texts` mostly write small is no name; what they
    write large is; what they do not have is judged by how common it is.
    """
    found = list(_WORD.finditer(claim))
    longer = [m[0] for m in found if len(m[0]) > _LONGER]
    large = [word for word in longer if word[0].isupper()]
    if len(longer) < _LEAST or len(large) < _HEADLINE * len(longer):
        return claim
    if any(word.islower() and word not in STOP for word in longer):
        return claim  # a headline writes only small words small
    forms = _forms(texts, {m[0].casefold() for m in found})
    if not any(_raised(word, forms) for word in large if word != found[0][0]):
        return claim  # all its capitals are those of names
    pieces, end = [], 0
    for number, match in enumerate(found):
        pieces += [claim[end : match.start()], _settled(match[0], forms, first=number == 0)]
        end = match.end()
    settled = "".join([*pieces, claim[end:]])
    return settled if len(settled) == len(claim) else claim


def _raised(word: str, forms: dict[str, Counter[str]]) -> bool:
    """Whether a word with a capital is one that running text writes small."""
    seen = forms.get(word.casefold())
    return seen.most_common(1)[0][0].islower() if seen else is_common(word)


def _settled(word: str, forms: dict[str, Counter[str]], *, first: bool) -> str:
    low = word.casefold()
    if not word[0].isupper() or len(low) != len(word):
        return word
    seen = forms.get(low)
    if low.replace("’", "'").endswith("n't"):
        common = low
    elif seen:
        common = seen.most_common(1)[0][0]
    else:
        common = low if is_common(word) or telling(low) < _RARE else low.capitalize()
    if common == low and first:
        return low.capitalize()
    return common if len(common) == len(word) else word


def _forms(texts: Sequence[str], wanted: set[str]) -> dict[str, Counter[str]]:
    """How the wanted words are written inside sentences of running text."""
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for match in _WORD.finditer(text):
            low = match[0].casefold()
            if low in wanted and (match[0].islower() or not _opens(text, match.start())):
                forms.setdefault(low, Counter())[match[0]] += 1
    return forms


def _opens(text: str, at: int) -> bool:
    """Whether a sentence begins at `at`: a capital there tells nothing."""
    while at > 0 and text[at - 1] in " \"“‘'(":
        at -= 1
    return at == 0 or text[at - 1] in ".!?:\n"
