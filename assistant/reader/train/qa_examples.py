"""Question examples: windows that answer, and four kinds that do not."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from assistant.reader.train.alterations import (
    Change,
    Pool,
    change_date,
    change_name,
    change_number,
    change_opposite,
)
from assistant.reader.train.config import TrainConfig
from assistant.reader.train.negatives import Searchable, most_alike, normal
from assistant.reader.train.records import QA, Context, Example, Question, share
from assistant.reader.train.text import names, some_prefix, window

_VAGUE = ("squadshifts/reddit", "squadshifts/amazon_reviews", "qamr")
_DEPTH = 12
_TURNS: tuple[Change, ...] = (change_date, change_number, change_name, change_name, change_opposite)
_ASKING = {"What", "Who", "Whom", "Whose", "Which", "When", "Where", "Why", "How"}


def qa_examples(
    contexts: list[Context], questions: list[Question], config: TrainConfig
) -> list[Example]:
    """All examples of one split. Tags say which kind each is, for figures by kind.

    `qa` answered; `native` the set's own unanswerable; `deleted` the answer's sentence taken out;
    `article` and `mined` BM25's best wrong text, of the same article or of any; `turned` the
    question with one detail changed, of the passage that answered it.
    """
    rng = random.Random(config.seed)
    made: list[Example] = []
    search = Searchable([context.text for context in contexts])
    best = search.best([question.text for question in questions], min(_DEPTH, len(contexts) - 1))
    by_group: dict[str, set[int]] = defaultdict(set)
    for i, context in enumerate(contexts):
        by_group[context.group].add(i)
    plain = [normal(context.text) for context in contexts]
    others = [name for question in questions for name in _proper(question.text)]
    for number, question in enumerate(questions):
        context = contexts[question.context]
        if question.start < 0:
            for _ in range(config.native_unanswerable_copies):
                made.append(_without(question, context, None, "native", rng))
            continue
        answered = _answered(question, context, contexts, rng)
        made.append(answered)
        if share(question.text + context.text, "turned") < config.turned_negatives:
            turned = _turned(answered, others, rng)
            made += [turned] if turned else []
        draw = share(question.text + context.text, "negative")
        if draw < config.deleted_negatives:
            taken = _deleted(question, context, rng)
            if taken:
                made.append(taken)
        elif draw < config.deleted_negatives + config.mined_negatives:
            wrong = _wrong(question, context, best[number], contexts, plain, by_group, search)
            if wrong is not None:
                tag = "article" if wrong in by_group[context.group] else "mined"
                made.append(_alike(question, contexts[wrong], tag, rng))
    return made


def _answered(
    question: Question, context: Context, contexts: list[Context], rng: random.Random
) -> Example:
    end = question.start + len(question.answer)
    first, last = window(context, (question.start, end), rng)
    passage, start = context.text[first:last], question.start - first
    if context.source == "qamr" and rng.random() < 0.6:
        before, after = _strangers(context, question.answer, contexts, rng)
        passage, start = before + passage + after, start + len(before)
    start = max(0, min(start, len(passage)))
    end = min(len(passage), start + len(question.answer))
    return Example(
        QA, question.text, some_prefix(context.title, rng), passage, 1, "qa", context.group,
        start, end,
    )  # fmt: skip


def _turned(answered: Example, others: list[str], rng: random.Random) -> Example | None:
    """The question with its date, number, name or an opposite changed: the passage speaks of all
    else, and does not say (after the unanswerable questions that crowds wrote for SQuAD 2.0)."""
    near = _proper(answered.passage)
    pool = (
        near if rng.random() < 0.5 and len(near) > 1 else rng.sample(others, min(60, len(others)))
    )
    opening, rest = _opened(answered.first)
    for change in rng.sample(_TURNS, len(_TURNS)):
        changed = change(rest, rng, Pool(pool))
        if changed and changed != rest:
            asked = opening + changed
            return replace(answered, first=asked, label=0, tag="turned", start=-1, end=-1)
    return None


def _opened(question: str) -> tuple[str, str]:
    """The first two words of a question, which open it ("How many ..."), and the rest."""
    parts = question.split(" ", 2)
    return " ".join([*parts[:2], ""]), " ".join(parts[2:])


def _proper(text: str) -> list[str]:
    """The names in `text` that no sentence's beginning explains."""
    return [name for name in names(text) if name.split()[0] not in _ASKING
            and re.search(rf"[a-z,] {re.escape(name)}", text)]  # fmt: skip


def _strangers(
    context: Context, answer: str, contexts: list[Context], rng: random.Random
) -> tuple[str, str]:
    """Sentences of other articles to stand before and after: QAMR has single sentences only."""
    picked = []
    for _ in range(rng.randint(1, 4)):
        other = rng.choice(contexts)
        if other.source in ("qamr", "squad2", "squadshifts/new_wiki") and other is not context:
            sentence = rng.choice(other.sentence_texts() or [""])
            if normal(answer) not in normal(sentence) and len(sentence) < 300:
                picked.append(sentence)
    cut = rng.randint(0, len(picked))
    return "".join(s + " " for s in picked[:cut]), "".join(" " + s for s in picked[cut:])


def _without(
    question: Question, context: Context, keep: tuple[int, int] | None, tag: str,
    rng: random.Random,
) -> Example:  # fmt: skip
    first, last = window(context, keep, rng)
    passage = context.text[first:last]
    prefix = some_prefix(context.title, rng)
    return Example(QA, question.text, prefix, passage, 0, tag, context.group)


def _alike(question: Question, context: Context, tag: str, rng: random.Random) -> Example:
    """The window of a wrong text that is most like the question."""
    place = most_alike(question.text, context.sentence_texts())
    keep = context.sentences[place] if context.sentences else None
    return _without(question, context, keep, tag, rng)


def _deleted(question: Question, context: Context, rng: random.Random) -> Example | None:
    """The passage less the sentence that answers; None where the answer stands elsewhere too."""
    end = question.start + len(question.answer)
    left = [(a, b) for a, b in context.sentences if not (a < end and question.start < b)]
    text = " ".join(context.text[a:b] for a, b in left)
    if len(text.split()) < 12 or normal(question.answer) in normal(text):
        return None
    spans, at = [], 0
    for a, b in left:
        spans.append((at, at + b - a))
        at += b - a + 1
    short = Context(text, context.title, context.source, context.group, tuple(spans))
    return _alike(question, short, "deleted", rng)


def _wrong(
    question: Question, context: Context, ranked: Iterable[int], contexts: list[Context],
    plain: list[str], by_group: dict[str, set[int]], search: Searchable,
) -> int | None:  # fmt: skip
    """The best-ranked text that cannot answer: it lacks the answer and, for questions that many
    texts could answer ("how many stars?"), something rare that the question names."""
    answer = normal(question.answer)
    rare = search.rare_words(question.text) if context.source in _VAGUE else set()
    if context.source in _VAGUE and not rare:
        return None
    for index in map(int, ranked):
        if index == question.context or answer in plain[index]:
            continue
        same = index in by_group[context.group]
        if rare and (same or all(f" {word} " in plain[index] for word in rare)):
            continue
        return index
    return None
