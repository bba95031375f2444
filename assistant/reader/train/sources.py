"""Reads the public sets into contexts with their questions, and splits them by article."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from assistant.reader.train.config import TrainConfig
from assistant.reader.train.records import Context, Question, share
from assistant.reader.train.text import sentences, title_of, untokenized
from corpus.errors import FactcheckError

_SHINGLE = 8


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of one gzipped JSON-lines file. Raises FactcheckError when it is not there."""
    path = folder / f"{name}.jsonl.gz"
    if not path.is_file():
        raise FactcheckError(f"no training data at {path}", hint="set `data` in the TOML file")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def load_questions(config: TrainConfig) -> tuple[list[Context], list[Question]]:
    """All contexts and their questions, groups joined where texts overlap."""
    by_text: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(config.data, "qa"):
        by_text[row["context"]].append(row)
    contexts: list[Context] = []
    questions: list[Question] = []
    for raw, asked in by_text.items():
        source = asked[0]["source"]
        text = untokenized(raw) if source == "qamr" else raw
        contexts.append(
            Context(text, _title(text, source), source.split("/")[0] if "squad2" in source
                    else source, _group(text, source), sentences(text))
        )  # fmt: skip
        kept = [_question(row, raw, text, len(contexts) - 1) for row in asked]
        found = [question for question in kept if question is not None]
        if source == "qamr":
            found.sort(key=lambda question: share(question.text + raw, "qamr"))
            found = found[: config.qamr_per_sentence]
        questions += found
    return _joined(contexts), questions


def is_dev(group: str, source: str, config: TrainConfig) -> bool:
    """Whether an article is kept for development. Depends on the group's name alone."""
    percent = config.dev_percent_articles if source == "squad2" else config.dev_percent
    return share(group, "dev") * 100 < percent


def _title(text: str, source: str) -> str:
    if source.startswith("squad2/"):
        return source.removeprefix("squad2/").replace("_", " ")
    return title_of(text) if source.endswith("new_wiki") else ""


def _group(text: str, source: str) -> str:
    if source.startswith("squad2/"):
        return source
    title = title_of(text) if source.endswith("new_wiki") else ""
    return f"{source}/{title.casefold() or text[:80]}"


def _question(row: dict[str, Any], raw: str, text: str, context: int) -> Question | None:
    """The question with its answer's offset in `text`; None where that was lost or says little."""
    question = " ".join(row["question"].split())
    if len(question.split()) < 4 and row["source"] == "qamr":
        return None
    if row["start"] < 0:
        return Question(question, context, "", -1)
    if text == raw:
        return Question(question, context, row["answer"], row["start"])
    answer = untokenized(row["answer"])
    near = len(untokenized(raw[: row["start"]]))
    places = [i for i in range(len(text)) if text.startswith(answer, i)]
    if not places or not answer.strip():
        return None
    return Question(question, context, answer, min(places, key=lambda place: abs(place - near)))


def _joined(contexts: list[Context]) -> list[Context]:
    """Give near-identical contexts one group, so that no copy crosses the split."""
    parent = {context.group: context.group for context in contexts}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    seen: dict[tuple[str, ...], str] = {}
    for context in contexts:
        words = context.text.casefold().split()
        for i in range(max(1, len(words) - _SHINGLE)):
            shingle = tuple(words[i : i + _SHINGLE])
            first = seen.setdefault(shingle, context.group)
            # SQuAD's own articles stay apart: a shared formula must not join two of them.
            if first != context.group and not context.group.startswith("squad2/"):
                parent[root(context.group)] = root(first)
    return [Context(c.text, c.title, c.source, root(c.group), c.sentences) for c in contexts]
