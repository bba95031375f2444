"""RGB's true and falsified documents side by side: is a true sentence's denial noticed?

The claim is the sentence of a true document that holds the answer; the evidence is two true and
two falsified documents, each a source of its own.

python -m tests.benchmarks.claims_falsified [--reader rules] [--errors 5]
"""

from __future__ import annotations

import argparse
import collections
from typing import Any

from assistant.checking.checking import CheckSettings, judge_claim
from assistant.reader.base import Reader
from assistant.reader.loading import load_reader
from corpus.sentences import sentence_spans
from tests.benchmarks.claims_pages import hits_of
from tests.benchmarks.places import rows

QUESTIONS = "rgb/en_fact.jsonl.gz"


def measure(reader: Reader) -> dict[str, Any]:
    """How often the verdict is "conflicting", and how often both sides are shown at all."""
    verdicts: collections.Counter[str] = collections.Counter()
    shown = false_voice = 0
    told = []
    for row in rows(QUESTIONS):
        claim = _claim(row)
        if claim is None:
            continue
        hits = [
            hit
            for kind in ("positive", "positive_wrong")
            for number, text in enumerate(row[kind][:2])
            for hit in hits_of(_sentences(text), title=f"{kind} {number}")
        ]
        decision = judge_claim(claim, hits, reader, CheckSettings())
        verdicts[decision.verdict] += 1
        shown += bool(decision.supports and decision.refutes)
        false_voice += any(
            each.evidence.article.title.startswith("positive_wrong") for each in decision.refutes
        )
        told.append((claim, row["answer"], row["fakeanswer"], decision))
    claims = len(told)
    return {
        "figures": {
            "claims": claims,
            "verdicts": dict(verdicts),
            "both_shown": shown / claims,
            "falsified_seen_as_refuting": false_voice / claims,
        },
        "rows": told,
    }


def _sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


def _claim(row: dict[str, Any]) -> str | None:
    answers = row["answer"] if isinstance(row["answer"], list) else [row["answer"]]
    flat = [a for each in answers for a in (each if isinstance(each, list) else [each])]
    for text in row["positive"][:2]:
        for sentence in _sentences(text):
            if len(sentence.split()) > 4 and any(a.lower() in sentence.lower() for a in flat):
                return sentence
    return None


def main() -> None:
    """Print the figures, and some that were missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", default="auto")
    parser.add_argument("--errors", type=int, default=0)
    told = parser.parse_args()
    found = measure(load_reader(told.reader))
    for name, figure in found["figures"].items():
        print(f"{name}: {figure}")
    missed = [each for each in found["rows"] if each[3].verdict != "conflicting"]
    for claim, true, false, decision in missed[: told.errors]:
        print(f"\n[{decision.verdict}] {claim} ({true} / {false})")
        for judged in (*decision.supports[:2], *decision.refutes[:2], *decision.nearest[:3]):
            here = judged.evidence
            print(f"   {here.article.title} {judged.leaning} {judged.score:.2f} {here.text[:200]}")
            print(f"     {here.alignment.topic:.2f} {here.alignment.slots} {here.alignment.flip}")


if __name__ == "__main__":
    main()
