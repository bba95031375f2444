"""WiCE: real claims against the page that they cite; only "supported" is to be supported.

python -m tests.benchmarks.claims_wice [--reader rules] [--limit 50] [--errors 20]
"""

from __future__ import annotations

import argparse
import collections
import re
from typing import Any

from assistant.checking import CheckSettings, judge_claim
from assistant.reader.base import Reader
from assistant.reader.loading import load_reader
from corpus.partial_date import PartialDate
from tests.benchmarks.claims_pages import hits_of
from tests.benchmarks.places import rows

QUESTIONS = "wice/claim_dev.jsonl.gz"
_META = re.compile(r"\(meta data\) (TITLE|PUBLISHED DATETIME|PUBLISHER): ?(.*)")


def page(evidence: list[str]) -> tuple[list[str], str, PartialDate | None]:
    """A row's sentences, title and date; what is about the page is no sentence of it."""
    title, published, sentences = "", None, []
    for line in evidence:
        meta = _META.match(line)
        if not meta:
            sentences.append(line)
        elif meta[1] == "TITLE":
            title = meta[2]
        elif meta[1] == "PUBLISHED DATETIME" and re.match(r"\d{4}-\d\d-\d\d", meta[2]):
            published = PartialDate.parse(meta[2][:10])
    return sentences, title, published


def measure(reader: Reader, *, limit: int | None = None) -> dict[str, Any]:
    """Verdicts by label, precision and recall of "supported", and the rows."""
    table: collections.Counter[tuple[str, str]] = collections.Counter()
    told = []
    for row in list(rows(QUESTIONS))[:limit]:
        sentences, title, published = page(row["evidence"])
        hits = hits_of(sentences, title=title, published=published)
        decision = judge_claim(row["claim"], hits, reader, CheckSettings())
        table[row["label"], decision.verdict] += 1
        told.append({"row": row, "decision": decision})
    said = sum(n for (_, verdict), n in table.items() if verdict == "supported")
    right = table["supported", "supported"]
    true = sum(n for (label, _), n in table.items() if label == "supported")
    precision, recall = right / max(said, 1), right / max(true, 1)
    return {
        "figures": {
            "claims": sum(table.values()),
            "table": {f"{label} -> {verdict}": n for (label, verdict), n in sorted(table.items())},
            "supported_precision": precision,
            "supported_recall": recall,
            "supported_f1": 2 * precision * recall / max(precision + recall, 1e-9),
            "refuted": sum(n for (_, verdict), n in table.items() if verdict == "refuted"),
        },
        "rows": told,
    }


def main() -> None:
    """Print the figures, and some errors to read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", default="auto")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--errors", type=int, default=0)
    told = parser.parse_args()
    found = measure(load_reader(told.reader), limit=told.limit)
    for name, figure in found["figures"].items():
        print(f"{name}: {figure}")
    wrong = [
        each
        for each in found["rows"]
        if (each["row"]["label"] == "supported") != (each["decision"].verdict == "supported")
        or each["decision"].verdict == "refuted"
    ]
    for each in wrong[: told.errors]:
        decision, row = each["decision"], each["row"]
        print(f"\n[{row['label']} -> {decision.verdict} {decision.confidence:.2f}] {row['claim']}")
        for side in (decision.supports[:1], decision.refutes[:1], decision.nearest[:1]):
            for judged in side:
                found_here = judged.evidence
                print(f"   {judged.leaning} {judged.score:.2f}: {found_here.text[:300]}")
                print(f"   {found_here.alignment.topic:.2f} {found_here.alignment.slots}")
        gold = [row["evidence"][n] for n in (row["supporting_sentences"] or [[]])[0]]
        print("   gold:", " | ".join(gold)[:500])


if __name__ == "__main__":
    main()
