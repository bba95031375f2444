"""Claims made from sentences and from answered questions, each with what a text says of it."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

from assistant.reader.train.alterations import CHANGES, Pool, change_date
from assistant.reader.train.config import TrainConfig
from assistant.reader.train.dating import dated_claims, reformatted, stamped
from assistant.reader.train.negatives import Searchable, most_alike
from assistant.reader.train.recast import declare, recast
from assistant.reader.train.records import (
    NEUTRAL,
    REFUTES,
    STANCE,
    SUPPORTS,
    Context,
    Example,
    Question,
)
from assistant.reader.train.sources import rows
from assistant.reader.train.text import names, ordinary_words, sentences, some_prefix, window

_SOURCES = ("squad2", "squadshifts/new_wiki", "qamr")
# Dates and numbers are rarer than names, and a verb stands everywhere: tried in about this order.
_LAST = {"date": 0.3, "number": 0.4, "name": 0.7, "order": 0.8, "sense": 1.0}
_LABELS = {"entailment": SUPPORTS, "contradiction": REFUTES, "neutral": NEUTRAL}


class PairMaker:
    """Makes pairs from one split's contexts. One instance, one random state, one order."""

    def __init__(self, contexts: list[Context], seed: int) -> None:
        self.rng = random.Random(seed)
        self.contexts = [c for c in contexts if c.source in _SOURCES and c.sentences]
        self.search = Searchable([context.text for context in self.contexts])
        self.ordinary = ordinary_words(context.text for context in self.contexts)
        self.names = {id(c): names(c.text, self.ordinary) for c in self.contexts}
        self.pool = [name for found in self.names.values() for name in found]
        self.groups: dict[str, list[Context]] = defaultdict(list)
        for context in self.contexts:
            self.groups[context.group].append(context)

    def from_sentences(self) -> list[Example]:
        """Pairs of every sentence long enough to claim something."""
        made: list[Example] = []
        for context in self.contexts:
            for span in context.sentences:
                sentence = context.text[span[0] : span[1]]
                if not (6 <= len(sentence.split()) <= 45 and sentence[:1].isupper()):
                    continue
                dated = dated_claims(context, span, self.rng) if self.rng.random() < 0.3 else None
                if dated:
                    made += self._of_dated(sentence, dated)
                else:
                    made += self._of_claim(sentence, span, context, made_from="sentence")
        return made

    def _of_dated(
        self, sentence: str, dated: tuple[Context, tuple[int, int], str, str]
    ) -> list[Example]:
        context, span, same, wrong = dated
        rng = self.rng
        told = recast(sentence, rng)
        told = told if told.endswith(".") else told + "."
        made = [self._pair(stamped(told, wrong, rng), span, context, REFUTES, "altered-dated")]
        if rng.random() < 0.9:
            claim = stamped(told, same, rng) if rng.random() < 0.8 else told
            made.append(self._pair(claim, span, context, SUPPORTS, "dated-same"))
        if rng.random() < 0.35:
            made.append(self._elsewhere(stamped(told, same, rng), span, context))
        return made

    def from_questions(self, contexts: list[Context], questions: list[Question]) -> list[Example]:
        """Pairs of questions and answers turned into sentences: claims in other words."""
        made: list[Example] = []
        by_context: dict[int, list[Question]] = defaultdict(list)
        for question in questions:
            by_context[question.context].append(question)
        for index, asked in by_context.items():
            context = contexts[index]
            answered = [question for question in asked if question.start >= 0]
            for question in answered if context.source in _SOURCES else ():
                claim = declare(question.text, question.answer)
                if claim is None:
                    continue
                span = (question.start, question.start + len(question.answer))
                others = [q.answer for q in answered if q.answer != question.answer]
                made += self._of_claim(claim, span, context, "question", question.answer, others)
        return made

    def _of_claim(
        self, claim: str, span: tuple[int, int], context: Context, made_from: str,
        answer: str = "", others: list[str] | None = None,
    ) -> list[Example]:  # fmt: skip
        """One to three pairs of a claim: often several, so that no label can be told from it."""
        rng, made = self.rng, []
        told = recast(claim, rng) if made_from == "sentence" else claim
        told = reformatted(told, rng) if rng.random() < 0.6 else told
        if rng.random() < 0.62:
            made.append(self._pair(told, span, context, SUPPORTS, f"{made_from}-same"))
        altered = self._altered(told, context, answer, others or [])
        if altered and rng.random() < 0.72:
            kind, wrong = altered
            made.append(self._pair(wrong, span, context, REFUTES, f"altered-{kind}"))
        if rng.random() < 0.46:
            made.append(self._elsewhere(altered[1] if altered and rng.random() < 0.4 else told,
                                        span, context))  # fmt: skip
        elif rng.random() < 0.1 and (more := self._with_more(told, context)):
            made.append(self._pair(more, span, context, NEUTRAL, "more"))
        return made

    def _altered(
        self, claim: str, context: Context, answer: str, others: list[str]
    ) -> tuple[str, str] | None:
        rng = self.rng
        order = sorted(CHANGES, key=lambda kind: rng.random() * _LAST[kind])
        near = self.names.get(id(context)) or names(context.text, self.ordinary)
        few = min(60, len(self.pool))
        for kind in order:
            pool = near if rng.random() < 0.6 and len(near) > 1 else rng.sample(self.pool, few)
            changed = CHANGES[kind](claim, rng, Pool(pool, self.ordinary))
            if changed is None or changed == claim:
                continue
            # Of a made sentence only the asked-for part is known to be alone in its place.
            if answer and kind == "name" and answer in claim and rng.random() < 0.5 and others:
                other = rng.choice(others)
                if other.casefold() not in claim.casefold() and answer not in other:
                    return "answer", claim.replace(answer, other)
            return kind, changed
        return None

    def _pair(
        self, claim: str, span: tuple[int, int], context: Context, label: int, tag: str
    ) -> Example:
        rng = self.rng
        if rng.random() < 0.25 and context.sentences:
            inside = [s for s in context.sentences if s[0] < span[1] and span[0] < s[1]]
            first, last = (inside[0][0], inside[-1][1]) if inside else window(context, span, rng)
        else:
            first, last = window(context, span, rng)
        passage = context.text[first:last]
        return Example(STANCE, claim, some_prefix(context.title, rng), passage, label, tag,
                       context.group)  # fmt: skip

    def _elsewhere(self, claim: str, span: tuple[int, int], context: Context) -> Example:
        """The claim against a text that does not speak of it: the nearest one, or its own cut."""
        rng, draw = self.rng, self.rng.random()
        left = [s for s in context.sentences if not (s[0] < span[1] and span[0] < s[1])]
        if draw < 0.4 and len(left) > 1:
            kept = " ".join(context.text[a:b] for a, b in left)
            text = replace(context, text=kept, sentences=sentences(kept))
            return self._near(claim, text, "without")
        if draw < 0.55 and len(self.groups[context.group]) > 1:
            others = [c for c in self.groups[context.group] if c is not context]
            return self._near(claim, rng.choice(others), "article")
        for found in self.search.best([claim], 4)[0]:
            other = self.contexts[int(found)]
            if other.text != context.text and rng.random() < 0.7:
                return self._near(claim, other, "mined")
        return self._near(claim, rng.choice(self.contexts), "far")

    def _near(self, claim: str, context: Context, tag: str) -> Example:
        place = most_alike(claim, context.sentence_texts())
        example = self._pair(claim, context.sentences[place], context, NEUTRAL, tag)
        return replace(example, label=NEUTRAL)

    def _with_more(self, claim: str, context: Context) -> str | None:
        """The claim with a date that the text does not give: neither said nor denied."""
        if not claim.endswith(".") or change_date(context.text, self.rng):
            return None
        rng = self.rng
        whens = (f"in {rng.randint(1950, 2026)}", f"on {rng.randint(1, 28)} June", "on Tuesday")
        when = rng.choice((*whens, "last week", f"in the summer of {rng.randint(1990, 2026)}"))
        return f"{claim[:-1]} {when}."


def nli_examples(config: TrainConfig, strangers: list[Context], dev: bool) -> list[Example]:
    """The public pairs; some premises stand among other sentences, as in passages."""
    from assistant.reader.train.records import share

    rng = random.Random(config.seed + 1)
    made = []
    for row in rows(config.data, "nli"):
        group = f"nli/{row['premise']}"
        if (share(group, "dev") * 100 < config.dev_percent) != dev:
            continue
        premise, prefix = row["premise"], ""
        if rng.random() < 0.4 and not row["src"].startswith("cad"):
            around = [rng.choice(rng.choice(strangers).sentence_texts()) for _ in range(3)]
            cut, count = rng.randint(0, 2), rng.randint(1, 3)
            picked = [*around[:count]]
            picked.insert(min(cut, len(picked)), premise)
            premise, prefix = " ".join(picked), some_prefix("", rng)
        made.append(Example(STANCE, row["hypothesis"], prefix, premise, _LABELS[row["label"]],
                            f"nli-{row['src']}", group))  # fmt: skip
    return made
