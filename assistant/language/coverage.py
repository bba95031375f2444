"""How much of a question's words a text has, rare words counting more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.word_keys import Word, words

# A near-synonym counts for this much of the word itself.
_SYNONYM = 0.8


@dataclass(frozen=True, slots=True)
class Coverage:
    """The content words of a question, weighed by how few of the texts at hand have them."""

    weights: dict[str, float]
    ideas: dict[str, str]

    @classmethod
    def of(cls, question: str, texts: Sequence[str], asked_for: str = "") -> Coverage:
        """Weigh the words of `question` against `texts`, the passages found for it.

        `asked_for` is the noun that the answer is one of ("which city"): articles need not say it.
        """
        noun = {word.stem for word in words(asked_for)}
        content = [word for word in words(question) if word.content and word.stem not in noun]
        common: Counter[str] = Counter()
        for text in texts:
            common.update({word.stem for word in words(text)})
        weights = {
            word.stem: math.log(1 + (len(texts) + 1) / (common[word.stem] + 0.5))
            for word in content
        }
        return cls(weights, {word.stem: word.idea for word in content})

    def share(self, text: str) -> float:
        """The weighted share of the question's words that `text` has, 0 to 1."""
        return self.share_of(words(text))

    def share_of(self, found: Sequence[Word]) -> float:
        """The same of words already found."""
        stems = {word.stem for word in found}
        ideas = {word.idea for word in found}
        total = sum(self.weights.values())
        held = sum(
            weight * (1.0 if stem in stems else _SYNONYM if self.ideas[stem] in ideas else 0.0)
            for stem, weight in self.weights.items()
        )
        return held / total if total else 0.0
