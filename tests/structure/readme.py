"""The README's generated blocks: `python -m tests.structure.readme` writes them anew.

A block stands between `<!-- name -->` and `<!-- end name -->`; a test fails when one has drifted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


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
    from tests.benchmarks.reporting import committed
    from tests.benchmarks.tables import summary

    found = committed()
    machine = found["machine"]
    where = f"{machine['processor']}, {machine['cores']} cores, {machine['when'][:10]}"
    return f"Measured on {where}.\n\n{summary(found, found.get('speed', {}))}"


def bench() -> str:
    """Speed and memory beside their aims, from the committed report."""
    from tests.benchmarks.bench_table import readme_block
    from tests.benchmarks.reporting import committed

    return readme_block(committed())


def language_models() -> str:
    """A table of all providers: what they need, and how far each was tried."""
    from assistant.llm.providers import PROVIDERS

    rows = []
    for name, provider in PROVIDERS.items():
        extra, key = f"`{provider.extra}`", f"`{provider.key}`" if provider.key else "none"
        if name == "openai":
            # `tests/assistant/llm/test_real_server.py` is what stands behind this row.
            local = f"`{name}:MODEL` and `llm_base_url`"
            rows.append((local, extra, "none, or the server's", "run (llama.cpp), by protocol"))
        rows.append((f"`{name}:MODEL`", extra, key, "by protocol"))
    return table(("model", "extra", "key", "how it was tried"), rows)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    names = list(head)
    lines = [names, ["---"] * len(names), *([cell.replace("|", "\\|") for cell in r] for r in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


BLOCKS: dict[str, Callable[[], str]] = {
    "figures": figures,
    "bench": bench,
    "commands": commands,
    "settings": settings,
    "language models": language_models,
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
