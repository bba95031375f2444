"""One file of figures that several measurements add to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def record(out: Path, *names: str, figures: dict[str, Any]) -> None:
    """Write figures at `names` (one name a level) into a JSON file, beside what stands there."""
    whole = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    at = whole
    for name in names[:-1]:
        at = at.setdefault(name, {})
    at[names[-1]] = figures
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f"{out.name}.new")
    beside.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    beside.replace(out)
