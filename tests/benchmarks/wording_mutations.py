"""How many altered wordings of proven findings reach the reader, and how many true ones are struck.

Run as `python -m tests.benchmarks.wording_mutations [--out FILE.json] [--errors N]`. Quotes are the
evidence sentences of ../shared/bench/realtimeqa. A scripted model plays one sentence at a time to
`word_answer`, so that parsing, guard and reader do what they do behind a real model. True wordings
are `wordings.jsonl`, written by hand from the quotes as a model would word them, and quotes with
their form changed by patterns. Each is played as it is, and with one number, date, name or "not"
altered. Counted apart: "within", where the new number or name stands in the quotes too; "miscited",
a true wording with the quote of another answer; "invented", what nobody said, of anybody or of one
whom the quote names.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assistant.answer import WordedSentence
from assistant.llm.settings import LlmSettings
from assistant.llm.wording import word_answer
from assistant.reader.base import Reader
from assistant.reader.loading import load_reader
from tests.assistant.llm.scripted import ScriptedModel
from tests.benchmarks.guard_mutations import ALTERATIONS
from tests.benchmarks.places import present, rows
from tests.benchmarks.realtimeqa import QUESTIONS
from tests.benchmarks.wordings import (
    APART,
    Source,
    Wording,
    altered,
    answer_of,
    out_of_place,
    people_in,
    true_wordings,
)

SETTINGS = LlmSettings(model="openai:scripted", time_limit=60.0, retries=0)


@dataclass(frozen=True, slots=True)
class Played:
    """One sentence put through the whole path; `kind` is "true" or what was altered in it."""

    source: Source
    kind: str
    text: str
    passed: bool
    reason: str
    quotes: str

    @property
    def right(self) -> bool:
        return self.passed == (self.kind == "true")


def wordings(limit: int | None, seed: int) -> Iterator[Wording]:
    """`limit` true wordings of each source, each followed by what is made of it."""
    dice = random.Random(seed)
    small = [row for row in rows(QUESTIONS) if row.get("small")]
    answers = {row["question_id"]: made for row in small if (made := answer_of(row))}
    every = list(answers.values())
    people = people_in(every)
    for true in true_wordings(answers, dice, limit):
        yield true
        yield from altered(true, dice, people)
        if true.source == "written":
            yield from out_of_place(true, every, dice)


def play(wording: Wording, reader: Reader) -> Played:
    """Stream one sentence with its marks to the checks; all that becomes of it must pass."""
    marks = "".join(f"[{n}]" for n in wording.cites)
    reply = f"{wording.text.rstrip('.')} {marks}."
    model = ScriptedModel(replies=[[reply[i : i + 9] for i in range(0, len(reply), 9)]])
    parts = word_answer(wording.answer, model, reader, SETTINGS)
    said = [part for part in parts if isinstance(part, WordedSentence)]
    failed = next((each for each in said if each.state != "proven"), None)
    return Played(
        wording.source,
        wording.kind,
        wording.text,
        bool(said) and failed is None,
        (failed.reason or failed.state) if failed else "",
        wording.quoted,
    )


def measure(reader: Reader, *, limit: int | None = None, seed: int = 7) -> list[Played]:
    """Every sentence played."""
    return [play(wording, reader) for wording in wordings(limit, seed)]


def figures(played: list[Played]) -> dict[str, dict[str, Any]]:
    """How many were played and struck: true ones, altered ones, and by source and kind."""

    def struck(some: list[Played]) -> dict[str, Any]:
        count = sum(not one.passed for one in some)
        return {"played": len(some), "struck": count, "share": count / len(some) if some else None}

    found = {
        "true": struck([p for p in played if p.kind == "true"]),
        "altered": struck([p for p in played if p.kind in ALTERATIONS]),
    }
    for kind in APART:
        found[kind] = struck([p for p in played if p.kind == kind])
    for source in ("written", "made"):
        for kind in ("true", *ALTERATIONS):
            some = [p for p in played if p.source == source and p.kind == kind]
            found[f"{source} {kind}"] = struck(some)
    return found


def main() -> int:
    """Print the shares and, with `--errors`, some of what was judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reader", default="auto")
    parser.add_argument("--limit", type=int, default=None, help="true wordings of each source")
    parser.add_argument("--errors", type=int, default=0, help="wrong ones to print of each kind")
    parser.add_argument("--out", type=Path, default=None, help="a JSON file for figures and rows")
    options = parser.parse_args()
    if not present(QUESTIONS):
        print(f"skipped: there is no {QUESTIONS} in the folder of public sets", file=sys.stderr)
        return 0
    reader = load_reader(options.reader)
    played = measure(reader, limit=options.limit)
    found = figures(played)
    print(f"reader {reader.name}\n{'':18} played  struck  share")
    for name, each in found.items():
        print(f"{name:18} {each['played']:6}  {each['struck']:6}  {each['share'] or 0:.3f}")
    for kind in ("true", *ALTERATIONS, *APART):
        for one in [p for p in played if p.kind == kind and not p.right][: options.errors]:
            print(f"\n[{one.source} {kind}] {one.text}\n   {one.quotes}\n   {one.reason}")
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        told = {"reader": reader.name, "figures": found, "rows": [asdict(p) for p in played]}
        options.out.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
