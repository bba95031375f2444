"""The README's generated blocks: `python -m tests.structure.readme` writes them anew.

A block stands between `<!-- name -->` and `<!-- end name -->`; a test fails when one has drifted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
REPORT = README.parent / "tests" / "benchmarks" / "report"


def commands() -> str:
    """A table of all commands with the first sentence of their help."""
    from typer.main import get_command

    from ui.cli import app

    group = get_command(app)
    rows = []
    for name, command in getattr(group, "commands", {}).items():
        first = (command.help or "").strip().split("\n\n")[0]
        rows.append((f"`factcheck {name}`", " ".join(first.split())))
    return table(("command", "does"), rows)


def settings() -> str:
    """A table of all settings with their defaults."""
    from ui.settings import Settings

    rows = [
        (f"`{name}`", f"`{field.default}`", field.description or "")
        for name, field in Settings.model_fields.items()
    ]
    return table(("setting", "default", "what it does"), rows)


def figures() -> str:
    """The measured figures, from the committed report."""
    from tests.benchmarks.tables import summary

    found, speed = (
        json.loads((REPORT / name).read_text(encoding="utf-8"))
        for name in ("figures.json", "speed.json")
    )
    machine = found["machine"]
    where = f"{machine['processor']}, {machine['cores']} cores, {machine['when'][:10]}"
    return f"Measured on {where}.\n\n{summary(found, speed)}"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    names = list(head)
    lines = [names, ["---"] * len(names), *([cell.replace("|", "\\|") for cell in r] for r in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


BLOCKS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "settings": settings,
}


def written(text: str) -> str:
    """`text` with every generated block made anew."""
    for name, make in BLOCKS.items():
        block = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end {name} -->)", re.S)
        fresh = make()
        text = block.sub(lambda found, fresh=fresh: f"{found[1]}{fresh}\n{found[2]}", text)
    return text


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
