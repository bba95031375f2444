"""How many altered sentences the guard strikes, and how many reworded ones it wrongly strikes.

Run as `python -m tests.benchmarks.guard_mutations [--source news10k] [--show N]`. Sentences are
those of the evidence texts of ../shared/bench/realtimeqa, or of three sentences from the middle of
articles of news10k; each is checked against the whole text it came from, once with one number,
date, name or "not" altered, and once lightly reworded. The alterations are made here with patterns
of their own, not with the finders that the guard uses.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assistant.guard import check_statement
from corpus.partial_date import PartialDate
from corpus.sentences import sentence_spans
from tests.benchmarks.alterations import (
    NAME,
    negated,
    other_date,
    other_name,
    other_number,
    reworded,
)

_BENCH = Path(__file__).parents[2].parent / "shared/bench"


QUESTIONS = _BENCH / "realtimeqa/questions.jsonl.gz"


ARTICLES = _BENCH / "news10k/articles.jsonl.gz"


@dataclass
class Tally:
    """Counts of one kind of alteration; `wrong` keeps those that were judged wrongly."""

    tried: int = 0
    struck: int = 0
    wrong: list[tuple[str, str, str]] = field(default_factory=list)


Alter = Callable[[str, str, random.Random, list[str]], str | None]


def evidence_texts() -> Iterator[tuple[str, PartialDate | None]]:
    """Each distinct evidence text with the date of its question."""
    seen: set[str] = set()
    with gzip.open(QUESTIONS, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row.get("evidence") or ""
            if len(text) > 60 and text not in seen:
                seen.add(text)
                yield text, PartialDate.parse(row["date"].replace("/", "-"))


def article_texts() -> Iterator[tuple[str, PartialDate | None]]:
    """Three sentences of every third news10k article, with its date."""
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        for line in itertools.islice(lines, 0, None, 3):
            row = json.loads(line)
            spans = sentence_spans(row["text"])
            date = row.get("date") or ""
            if len(spans) > 11 and spans[8].end - spans[6].start < 900:
                known = PartialDate.parse(date[:10]) if date[:4].isdigit() else None
                yield row["text"][spans[6].start : spans[8].end], known


ALTERATIONS: dict[str, Alter] = {
    "number": other_number,
    "date": other_date,
    "name": other_name,
    "negation": negated,
}


def measure(
    limit: int | None = None, seed: int = 7, source: str = "realtimeqa"
) -> dict[str, Tally]:
    """Tallies by kind of alteration and for "reworded", over the first `limit` texts."""
    rng = random.Random(seed)
    told = evidence_texts() if source == "realtimeqa" else article_texts()
    texts = list(itertools.islice(told, limit))
    names = sorted({m[0] for text, _ in texts for m in NAME.finditer(text)})
    tallies = {kind: Tally() for kind in (*ALTERATIONS, "reworded")}
    for text, date in texts:
        for span in sentence_spans(text):
            sentence = span.of(text)
            if not 30 <= len(sentence) <= 400:
                continue
            for kind, alter in (*ALTERATIONS.items(), ("reworded", reworded)):
                new = alter(sentence, text, rng, names)
                if new is None or new == sentence:
                    continue
                result = check_statement(new, [text], anchors=[date])
                tally = tallies[kind]
                tally.tried += 1
                tally.struck += not result.ok
                if result.ok == (kind != "reworded"):
                    tally.wrong.append((new, text, result.reason))
    return tallies


def main() -> None:
    """Print the tallies, and with `--show` some of what was judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", choices=("realtimeqa", "news10k"), default="realtimeqa")
    parser.add_argument("--limit", type=int, default=None, help="texts to use")
    parser.add_argument("--show", type=int, default=0, help="wrong ones to print of each kind")
    options = parser.parse_args()
    tallies = measure(options.limit, source=options.source)
    print("kind       tried  struck  share")
    for kind, tally in tallies.items():
        share = tally.struck / max(tally.tried, 1)
        print(f"{kind:10} {tally.tried:5}  {tally.struck:6}  {share:.3f}")
    altered = [tally for kind, tally in tallies.items() if kind != "reworded"]
    tried, struck = sum(t.tried for t in altered), sum(t.struck for t in altered)
    print(f"{'all altered':10} {tried:4}  {struck:6}  {struck / max(tried, 1):.3f}")
    for kind, tally in tallies.items():
        for new, text, reason in tally.wrong[: options.show]:
            print(f"\n[{kind}] {new}\n   QUOTE {text}\n   {reason}")


if __name__ == "__main__":
    main()
