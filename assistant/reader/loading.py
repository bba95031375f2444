"""Which reader a name means."""

from __future__ import annotations

from assistant.reader.base import Reader
from assistant.reader.card import SHIPPED
from corpus.errors import FactcheckError

_KINDS = ("qa", "nli", "cross-encoder")
_HINT = "use auto, trained, rules, or qa:NAME, nli:NAME, cross-encoder:NAME separated by commas"


def load_reader(name: str = "auto") -> Reader:
    """The reader that `name` means.

    `auto`: the trained one where its weights are there, else rules. `trained`, `rules`.
    `qa:NAME`, `nli:NAME`, `cross-encoder:NAME` or several, separated by commas: Hugging Face
    models by name or folder; `auto` does what none of them does. Raises FactcheckError.
    """
    if name == "rules":
        from assistant.reader.rules import RulesReader

        return RulesReader()
    if name == "trained":
        from assistant.reader.trained import TrainedReader

        return TrainedReader.load()
    if name == "auto":
        return load_reader("trained" if (SHIPPED / "reader.json").is_file() else "rules")
    parts = dict(_part(part) for part in name.split(","))
    if len(parts) != name.count(",") + 1:
        raise FactcheckError(f"one kind of model stands twice in {name!r}", hint=_HINT)

    from assistant.reader.hugging_face import combined

    return combined(load_reader("auto"), parts)


def _part(part: str) -> tuple[str, str]:
    kind, colon, path = part.strip().partition(":")
    if kind not in _KINDS or not colon or not path:
        raise FactcheckError(f"no reader is called {part.strip()!r}", hint=_HINT)
    return kind, path
