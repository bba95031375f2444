"""The report's tables, from a run's figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Figures = dict[str, Any]

# What was aimed at on RealTimeQA `small`: what it is called, where it stands, the aim, and
# whether less is better.
AIMS: tuple[tuple[str, str, float, bool], ...] = (
    ("Hits@1 after reading", "after_reading/hits@1", 0.65, False),
    ("Hits@10 after reading", "after_reading/hits@10", 0.92, False),
    ("exact match", "answers/exact_match", 0.50, False),
    ("F1", "answers/f1", 0.571, False),
    ("refusals that are right", "refusal/precision", 0.80, False),
    ("right refusals made", "refusal/recall", 0.60, False),
    ("quotes verbatim", "answers/quotes_verbatim", 1.0, False),
    ("warm answer, median seconds", "answers/seconds_p50", 0.150, True),
)
# Published elsewhere, on questions whose answer stands in a retrieved article: exact match, F1.
YARDSTICKS = (
    ("GPT-3 with the search engine's articles (98 of the 200)", 0.500, 0.571),
    ("retrieval-augmented BART (98 of the 200)", 0.092, 0.095),
    ("GPT-5.3-chat, 2026, a like sample", 0.569, 0.632),
    ("Gemini 2.5 Pro, 2026, a like sample", 0.362, 0.398),
)


def value_at(figures: Figures, path: str) -> Any:
    """The figure at `a/b` in nested figures; None where it was not measured."""
    found: Any = figures
    for key in path.split("/"):
        found = found.get(key) if isinstance(found, dict) else None
    return found


def shown(value: Any) -> str:
    """A figure as the tables print it."""
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def table(head: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """A Markdown table."""
    names = list(head)
    lines = [names, ["---"] * len(names), *([shown(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def aims(figures: Figures) -> str:
    """For each aim: the figure with its 95 % interval, and whether it was reached."""
    found = value_at(figures, "sets/realtimeqa/figures") or {}
    ranges = value_at(figures, "sets/realtimeqa/intervals") or {}
    rows = []
    for name, path, aim, less in AIMS:
        value = value_at(found, path)
        reached = value is not None and (value <= aim if less else value >= aim)
        low, high = ranges.get(path, (None, None))
        likely = "-" if low is None else f"{low:.3f} to {high:.3f}"
        rows.append((name, value, likely, aim, "yes" if reached else "no"))
    head = ("RealTimeQA `small`", "measured", "95 % interval", "aim", "reached")
    return "## Aims\n\n" + table(head, rows)


def retrieval(figures: Figures) -> str:
    """Ours beside the baselines, on the same questions and articles."""
    baselines = value_at(figures, "sets/baselines/figures") or {}
    ours = value_at(figures, "sets/realtimeqa/figures/after_reading") or {}
    names = {
        "langchain": "stock LangChain (splitter, embeddings, Chroma)",
        "txtai": "txtai, hybrid, same pieces and model",
        "words": "BM25 alone",
        "dense": "vectors alone",
        "hybrid": "both, reciprocal rank fusion",
    }
    columns = [*(f"hits@{k}" for k in (1, 3, 5, 10, 20)), "mrr", "ndcg@10", "seconds_p50"]
    lines = [(words, baselines[name]) for name, words in names.items() if name in baselines]
    lines.append(("**both, then read**", ours))
    rows = [(name, *(found.get(column) for column in columns)) for name, found in lines]
    text = (
        "200 questions over 1,690 articles. A passage is a hit when an answer stands in it or in "
        "its title.\n\n![Hits at each depth](hits.png)\n\n"
    )
    return "## What is found\n\n" + text + table(("", *columns), rows)


def answers(figures: Figures) -> str:
    """Short answers and refusals of the indexed question sets."""
    readers = {"trained": value_at(figures, "sets/realtimeqa/figures") or {}}
    readers["rules"] = value_at(figures, "sets/realtimeqa/beside/figures") or {}
    ours = [
        (name, *(value_at(found, f"answers/{key}") for key in ("exact_match", "f1")))
        for name, found in (("**Factcheck**", readers["trained"]), *list(readers.items())[1:])
        if found
    ]
    ours = [(name.replace("rules", "the same, rules for a reader"), *rest) for name, *rest in ours]
    alone = value_at(readers["trained"], "own_articles")
    if alone:
        own = "**Factcheck**, from the articles found for each question"
        ours.append((own, alone["exact_match"], alone["f1"]))
    rows = [
        (f"{part}: {key}", *(value_at(found, f"{part}/{key}") for found in readers.values()))
        for part in ("retrieval", "after_reading", "answers", "refusal")
        for key, value in readers["trained"].get(part, {}).items()
        if value is not None
    ]
    return (
        "## Short answers and refusals\n\n"
        + table(("RealTimeQA", "exact match", "F1"), [*ours, *YARDSTICKS])
        + "\n\nThe others are published figures, from the articles found for each question; "
        "where nothing else is said Factcheck answers from all 1,690 of 200 questions at once."
        "\n\n![Risk and coverage](risk.png)\n\n" + table(("figure", *readers), rows)
    )


def summary(figures: Figures, speed: Figures) -> str:
    """The README's table: what was measured, and beside it what a user would pick instead."""
    ours = value_at(figures, "sets/realtimeqa/figures") or {}
    stock = value_at(figures, "sets/baselines/figures/langchain") or {}
    rows: list[tuple[Any, ...]] = []
    for k in (1, 3, 10):
        mine, theirs = value_at(ours, f"after_reading/hits@{k}"), stock.get(f"hits@{k}")
        ratio = f" ({mine / theirs:.2f} times)" if mine is not None and theirs else ""
        first = "first passage" if k == 1 else f"first {k} passages"
        rows.append((f"answer in the {first}", f"{shown(mine)}{ratio}", shown(theirs)))
    short = [shown(value_at(ours, f"answers/{name}")) for name in ("exact_match", "f1")]
    refused = [shown(value_at(ours, f"refusal/{name}")) for name in ("precision", "recall")]
    rows += [
        ("short answer, exact match / F1", " / ".join(short), "-"),
        ("refusals, precision / recall", " / ".join(refused), "-"),
        ("quotes verbatim", value_at(ours, "answers/quotes_verbatim"), "-"),
        ("warm answer, median", _seconds(value_at(ours, "answers/seconds_p50")), "-"),
        ("`factcheck ask`, process start to answer", _seconds(speed.get("cold_ask_seconds")), "-"),
    ]
    head = ("RealTimeQA `small`", "Factcheck", "stock LangChain")
    kept = len(head) if stock else 2
    return table(head[:kept], [row[:kept] for row in rows])


def _seconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f} s"


def plain(name: str, title: str, why: str) -> Callable[[Figures], str]:
    """A section that lists a set's figures, those of the rules reader beside them; a confusion
    becomes a table of its own."""

    def section(figures: Figures) -> str:
        found = flat(value_at(figures, f"sets/{name}/figures") or {})
        beside = flat(value_at(figures, f"sets/{name}/beside/figures") or {})
        head = ("figure", "trained", "rules") if beside else ("figure", "")
        rows = [(key, value, beside.get(key))[: len(head)] for key, value in found.items()]
        tables = [
            f"{key}, right by row, told by column:\n\n{confusion(value)}"
            for key, value in confusions(value_at(figures, f"sets/{name}/figures") or {})
        ]
        return "\n\n".join([f"## {title}", why, table(head, rows), *tables])

    return section


def flat(figures: Figures, before: str = "") -> Figures:
    """Nested figures by path, without the confusions."""
    found: Figures = {}
    for key, value in figures.items():
        if isinstance(value, dict):
            found |= {} if key == "confusion" else flat(value, f"{before}{key}: ")
        else:
            found[before + key] = value
    return found


def confusions(figures: Figures, before: str = "") -> list[tuple[str, Figures]]:
    """The confusions in nested figures, by path."""
    found: list[tuple[str, Figures]] = []
    for key, value in figures.items():
        if key == "confusion":
            found.append(((before + key), value))
        elif isinstance(value, dict):
            found += confusions(value, f"{before}{key}: ")
    return found


def confusion(counts: dict[str, dict[str, int]]) -> str:
    """A table of how often which label was told for which."""
    told = sorted({name for row in counts.values() for name in row})
    rows = [(right, *(row.get(name, 0) for name in told)) for right, row in counts.items()]
    return table(("", *told), rows)


def errors(figures: Figures) -> str:
    """What was wrong in each set, by cause, as a reader of the answers sorted it."""
    parts = []
    for found in figures["errors"]:
        rows = [(each["cause"], each["count"], each["what"]) for each in found["causes"]]
        head = f"### {found['set']}\n\n{found['read']}\n\n"
        parts.append(head + table(("cause", "errors", ""), rows))
    return "\n\n".join(["## What goes wrong", *parts])


def speed(figures: Figures) -> str:
    """How long commands and answers take, from `make bench`, and what indexing costs."""
    rows = [
        (f"{kind}: {key}", value)
        for kind in ("speed", "index")
        for key, value in flat(figures.get(kind, {})).items()
        if not key.startswith("machine")
    ]
    text = "Seconds, where nothing else is said; on a quiet machine."
    return f"## Speed and memory\n\n{text}\n\n" + table(("figure", ""), rows)


SECTIONS: dict[str, Callable[[Figures], str]] = {
    "baselines": retrieval,
    "realtimeqa": answers,
    "ramdocs": plain(
        "ramdocs",
        "RAMDocs",
        "Right: every right answer shown and no wrong one (best published: 0.326). Factcheck shows "
        "what the sources say and marks what differs, so a wrong document counts against it.",
    ),
    "rgb": plain("rgb", "RGB", "Answers among noise, refusals of noise alone, falsified copies."),
    "fnc1": plain(
        "fnc1", "Conflicts", "Headlines with articles that agree, that disagree, and with both."
    ),
    "wice": plain("wice", "WiCE", "Claims against the page that they cite."),
    "qa": plain(
        "qa",
        "The reader alone",
        "Held-back examples, each with its one passage; percent, and milliseconds. A pilot before "
        "tuning: F1 71.0 on answerable questions, 53.0 with unanswerable ones in.",
    ),
    "samples": plain("samples", "The sample articles", "Thirty questions of this repository."),
}


def sections(figures: Figures) -> list[str]:
    """The sections of what was measured."""
    made = [make(figures) for name, make in SECTIONS.items() if name in figures["sets"]]
    if "errors" in figures:
        made.append(errors(figures))
    if "speed" in figures or "index" in figures:
        made.append(speed(figures))
    return made
