"""What an update of the index did, in words and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.article import Failure
    from index.sync import SyncReport


def sync_in_words(report: SyncReport) -> str:
    """`3 added, 1 changed, 0 removed, 8 unchanged, 1 failed (2.1 s)` and a line each failure."""
    parts = [
        f"{len(report.added)} added",
        f"{len(report.changed)} changed",
        f"{len(report.removed)} removed",
        f"{report.unchanged} unchanged",
    ]
    if report.moved:
        parts.append(f"{len(report.moved)} moved")
    parts.append(f"{len(report.failed)} failed")
    lines = [f"{', '.join(parts)} ({report.seconds:.1f} s)"]
    lines += [f"  {failure_in_words(failure)}" for failure in report.failed]
    return "\n".join(lines)


def failure_in_words(failure: Failure) -> str:
    """`notes.jsonl, line 3: not JSON`."""
    line = f", line {failure.line}" if failure.line else ""
    return f"{failure.path}{line}: {failure.reason}"


def sync_json(report: SyncReport) -> dict[str, Any]:
    """The report as JSON values; article ids, and failures with path, line and reason."""
    return asdict(report)
