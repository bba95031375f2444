"""Verbs of two words read as the one that they mean: "stepped down" is "resigned"."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from assistant.language.word_keys import Word, stem, words

_MEANT = """
resign: step down, stand down, bow out
cancel: call off
postpone: put off, push back
reject: turn down, vote down, throw out
begin: break out, kick off
die: pass away
buy: take over, snap up
establish: set up
close: shut down
increase: go up
decrease: go down, come down
surrender: hand over
withdraw: pull out, back out
dismiss: lay off, let go
destroy: burn down, wipe out, tear down
explode: blow up
shoot: gun down
overturn: strike down
discover: find out
jail: lock up
""".strip().splitlines()


def _read() -> dict[tuple[str, str], Word]:
    table = {}
    for line in _MEANT:
        meant, phrases = line.split(": ")
        for phrase in phrases.split(", "):
            verb, particle = phrase.split()
            table[stem(verb), particle] = words(meant)[0]
    return table


_TABLE = _read()
_PARTICLES = frozenset(particle for _, particle in _TABLE)


@lru_cache(maxsize=20_000)
def read_words(text: str) -> tuple[Word, ...]:
    """The words of `text`; the verb of a known pair has the stem and idea of what it means."""
    found = words(text)
    if not any(word.text in _PARTICLES for word in found):
        return found
    meant = [
        replace(word, stem=pair.stem, idea=pair.idea)
        if (pair := _TABLE.get((word.stem, after)))
        else word
        for word, after in zip(found, [*(w.text for w in found[1:]), ""], strict=True)
    ]
    return tuple(meant)
