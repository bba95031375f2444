"""The report's plots: what is found at which depth, and how wrong how many answers are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

DEPTHS = (1, 3, 5, 10, 20)


def draw(figures: dict[str, Any], folder: Path) -> None:
    """Write the plots whose sets were measured."""
    import matplotlib as mpl

    mpl.use("Agg")
    sets = figures["sets"]
    if "realtimeqa" in sets:
        _hits(sets, folder / "hits.png")
        curves = {"trained reader": sets["realtimeqa"]["curve"]}
        if "beside" in sets["realtimeqa"]:
            curves["rules"] = sets["realtimeqa"]["beside"]["curve"]
        _risk(curves, folder / "risk.png")


def _hits(sets: dict[str, Any], file: Path) -> None:
    lines = {"ours, after reading": sets["realtimeqa"]["figures"]["after_reading"]}
    names = {
        "hybrid": "both lists, before reading",
        "words": "BM25 alone",
        "dense": "vectors alone",
        "langchain": "stock LangChain",
        "txtai": "txtai, hybrid",
    }
    baselines = sets.get("baselines", {}).get("figures", {})
    lines |= {words: baselines[name] for name, words in names.items() if name in baselines}
    figure, axes = _axes("passages looked at", "questions with the answer among them")
    for name, found in lines.items():
        axes.plot(DEPTHS, [found[f"hits@{k}"] for k in DEPTHS], marker="o", label=name)
    axes.set_xscale("log")
    axes.set_xticks(DEPTHS, [str(k) for k in DEPTHS])
    axes.minorticks_off()
    axes.set_ylim(0.3, 1)
    axes.legend(frameon=False)
    figure.savefig(file, dpi=110)


def _risk(curves: dict[str, list[tuple[float, float]]], file: Path) -> None:
    figure, axes = _axes("share of the questions answered", "share of those answers not exact")
    for name, curve in curves.items():
        axes.plot([x for x, _ in curve], [y for _, y in curve], label=name)
    axes.set_ylim(0, 1)
    axes.legend(frameon=False)
    figure.savefig(file, dpi=110)


def _axes(x: str, y: str) -> tuple[Any, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6.4, 3.8), layout="constrained")
    axes = figure.add_subplot()
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(alpha=0.3)
    return figure, axes
