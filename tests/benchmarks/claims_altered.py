"""Sentences of real news as claims: as they are, shortened, with one thing altered, or unheard of.

Each claim is searched in its own article among twelve others; "outside" ones in the others alone.

python -m tests.benchmarks.claims_altered [--reader rules] [--limit 100] [--errors 5]
"""

from __future__ import annotations

import argparse
import calendar
import collections
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.checking.checking import CheckSettings, judge_claim
from assistant.reader.base import Reader
from assistant.reader.loading import load_reader
from assistant.values.dates import find_dates
from assistant.values.names import find_names
from assistant.values.numbers import find_numbers
from corpus.partial_date import PartialDate
from corpus.sentences import sentence_spans
from tests.benchmarks.claims_pages import hits_of
from tests.benchmarks.places import rows

QUESTIONS = "news10k/articles.jsonl.gz"
WANTED = {
    "verbatim": "supported",
    "shortened": "supported",
    "number": "refuted",
    "date": "refuted",
    "name": "refuted",
    "negated": "refuted",
    "outside": "not_enough_info",
}
_MONTHS = [name for name in calendar.month_name if name and name != "May"]
_SENTENCES = 40
_PLAIN = re.compile(r"[A-Z][^\"“”:;()\n]{40,220}\.")
_NEGATABLE = re.compile(r"\b(is|are|was|were|will|has|have|had|would|can)\b(?! (?:not|no|never)\b)")


@dataclass(frozen=True, slots=True)
class Altered:
    """A claim of one kind, made from a sentence of article number `home`."""

    kind: str
    claim: str
    source: str
    home: int


def claims(articles: list[dict[str, Any]], dice: random.Random) -> Iterator[Altered]:
    """At most one claim of each article, the kinds in turn."""
    people = [n.text for a in articles for n in find_names(a["text"][:1500]) if n.type == "person"]
    people = [name for name in people if len(name.split()) == 2]
    kinds = list(WANTED)
    for number, article in enumerate(articles):
        kind = kinds[number % len(kinds)]
        sentences = [span.of(article["text"]) for span in sentence_spans(article["text"])]
        sentences = sentences[:_SENTENCES]
        plain = [s for s in sentences if _PLAIN.fullmatch(s) and len(s.split()) < 32]
        dice.shuffle(plain)
        for sentence in plain:
            claim = _made(kind, sentence, people, dice)
            if claim:
                yield Altered(kind, claim, sentence, number)
                break


def _made(kind: str, sentence: str, people: list[str], dice: random.Random) -> str | None:
    if re.match(r"(?:He|She|They|It|That|This|These|But|And|His|Her|Their)\b", sentence):
        return None
    if kind in ("verbatim", "outside"):
        return sentence
    if kind == "shortened":
        head = sentence.split(", ")[0]
        return head + "." if 6 <= len(head.split()) < len(sentence.split()) else None
    if kind == "negated":
        return _NEGATABLE.sub(r"\1 not", sentence, count=1) if _NEGATABLE.search(sentence) else None
    if kind == "number":
        found = [n for n in find_numbers(sentence) if re.fullmatch(r"\d[\d,]*", n.text)]
        found = [n for n in found if n.low > 2 and not 1900 < n.low < 2100]
        if not found:
            return None
        other = f"{round(found[0].low * dice.choice((0.3, 0.5, 2, 3, 7))) + 1:,}"
        return sentence[: found[0].start] + other + sentence[found[0].end :]
    if kind == "date":
        months = list(re.finditer("|".join(_MONTHS), sentence))
        if not months or not find_dates(sentence, None):
            return None
        other = dice.choice([m for m in _MONTHS if m not in (months[0][0], "February")])
        return sentence[: months[0].start()] + other + sentence[months[0].end() :]
    named = [n for n in find_names(sentence) if n.type == "person" and len(n.tokens) > 1 and n.sure]
    if not named:
        return None
    other = dice.choice([p for p in people if not set(p.split()) & set(named[0].text.split())])
    return sentence[: named[0].start] + other + sentence[named[0].end :]


def measure(reader: Reader, *, limit: int = 350, seed: int = 7) -> dict[str, Any]:
    """Share right by kind, and the rows."""
    dice = random.Random(seed)
    articles = [row for row in rows(QUESTIONS) if len(row["text"]) > 1200]
    articles = dice.sample(articles, limit * 2)
    every = [_hits(number, article) for number, article in enumerate(articles)]
    right: collections.Counter[str] = collections.Counter()
    said: collections.Counter[tuple[str, str]] = collections.Counter()
    told = []
    for made in list(claims(articles, dice))[:limit]:
        others = dice.sample([n for n in range(len(every)) if n != made.home], 12)
        hits = [hit for n in others for hit in every[n][:1]]
        if made.kind != "outside":
            hits += every[made.home]
        decision = judge_claim(made.claim, hits, reader, CheckSettings())
        right[made.kind] += decision.verdict == WANTED[made.kind]
        said[made.kind, decision.verdict] += 1
        told.append((made, decision))
    totals = collections.Counter(made.kind for made, _ in told)
    return {
        "figures": {
            "claims": len(told),
            "right": sum(right.values()) / len(told),
            "by_kind": {kind: f"{right[kind]}/{totals[kind]}" for kind in WANTED},
            "table": {f"{kind} -> {verdict}": n for (kind, verdict), n in sorted(said.items())},
        },
        "rows": told,
    }


def _hits(number: int, article: dict[str, Any]) -> list[Any]:
    date = (article.get("published") or article.get("date") or "")[:10]
    return hits_of(
        [span.of(article["text"]) for span in sentence_spans(article["text"])][:_SENTENCES],
        title=f"{article.get('title') or ''} #{number}",
        published=PartialDate.parse(date) if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else None,
    )


def main() -> None:
    """Print the figures, and some errors of each kind to read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", default="auto")
    parser.add_argument("--limit", type=int, default=350)
    parser.add_argument("--errors", type=int, default=0)
    told = parser.parse_args()
    found = measure(load_reader(told.reader), limit=told.limit)
    for name, figure in found["figures"].items():
        print(f"{name}: {figure}")
    shown: collections.Counter[str] = collections.Counter()
    for made, decision in found["rows"]:
        if decision.verdict == WANTED[made.kind] or shown[made.kind] >= told.errors:
            continue
        shown[made.kind] += 1
        print(f"\n[{made.kind} -> {decision.verdict}] {made.claim}\n   source: {made.source}")
        for judged in (*decision.supports[:2], *decision.refutes[:2], *decision.nearest[:1]):
            here = judged.evidence
            print(f"   {judged.leaning} {judged.score:.2f}: {here.text[:250]}")
            print(
                f"     topic {here.alignment.topic:.2f} event {here.alignment.event:.2f}", end=" "
            )
            print(here.alignment.slots, here.alignment.flip, here.alignment.swapped)


if __name__ == "__main__":
    main()
