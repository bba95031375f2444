"""The settings: read once at the door, from the command line, the environment and a file."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from corpus.errors import UsageError

FILE_NAME = "factcheck.toml"
PREFIX = "FACTCHECK_"
# Environment names with our prefix that are not settings.
_NOT_SETTINGS = frozenset({"CONFIG", "DEBUG"})
_PATHS = ("corpus", "index")
_LOGIN = re.compile(r"(?<=://)[^/@]+(?=@)")


class Settings(BaseModel):
    """Every knob, its default and what it does. Unknown keys are errors, not silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    corpus: Path = Field(Path("corpus/articles"), description="folder that holds the articles")
    index: Path = Field(Path(".factcheck/index"), description="folder that holds the index")
    embedder: str = Field(
        "minilm", min_length=1, description="built-in `minilm`, or a sentence-transformers name"
    )
    precision: Literal["fp32", "int8"] = Field(
        "fp32",
        description="of the built-in embedder; `int8` indexes about twice as fast "
        "and finds a little less",
    )
    reader: str = Field(
        "auto", min_length=1, description="`auto`, `trained`, `rules`, or a model's name or path"
    )
    chroma: str | None = Field(
        None,
        pattern=r"^https?://",
        description="a Chroma server instead of files, http://host:port",
    )
    chroma_timeout: float = Field(
        10.0, gt=0, description="how long that server may take to answer, in seconds"
    )
    check_threshold: float = Field(
        0.5, ge=0, le=1, description="from this probability on a sentence counts for or against"
    )
    check_margin: float = Field(
        0.35, ge=0, le=1, description="two sides no further apart than this disagree"
    )
    check_sentences: int = Field(
        16, ge=1, le=200, description="how many sentences a claim is set against"
    )
    llm: str | None = Field(None, description="a language model that words answers, provider:model")
    llm_base_url: str | None = Field(
        None, pattern=r"^https?://", description="address of its server, where it is not the usual"
    )
    llm_seconds: float = Field(30.0, gt=0, description="how long the model may take, in seconds")
    llm_context: int = Field(4096, ge=512, description="the model's context window, in tokens")
    llm_failed: Literal["strike", "drop"] = Field(
        "strike", description="what becomes of its sentences that fail a check"
    )
    llm_rewrite: bool = Field(
        False, description="let it rewrite follow-up questions and split texts into claims"
    )
    host: str = Field("127.0.0.1", min_length=1, description="address that the page listens on")
    port: int = Field(7860, ge=0, le=65535, description="port of the page (0: any free one)")
    auth: SecretStr | None = Field(None, description="login for the page, user:password")
    read_only: bool = Field(False, description="a page that asks and checks, but changes nothing")
    upload_mb: int = Field(25, ge=1, le=1024, description="largest file the page takes, megabytes")


@dataclass(frozen=True)
class LoadedSettings:
    """The settings in force; `sources` says for each key where its value comes from."""

    values: Settings
    sources: dict[str, str]


def load(
    command_line: Mapping[str, Any],
    *,
    environ: Mapping[str, str],
    folder: Path,
    file: Path | None = None,
) -> LoadedSettings:
    """Merge the three sources: the command line wins, then the environment, then the file.

    `command_line` holds None for what was not given. `file` is a named settings file, which must
    exist; without it `factcheck.toml` in `folder` is read where there is one. Relative paths in
    the file are relative to the file. Raises UsageError for unknown keys and wrong values.
    """
    given = file or (Path(environ[PREFIX + "CONFIG"]) if environ.get(PREFIX + "CONFIG") else None)
    layers = (
        _file_layer(given or folder / FILE_NAME, required=given is not None),
        {key: (value, f"environment {PREFIX}{key.upper()}") for key, value in _env(environ)},
        {key: (value, "command line") for key, value in command_line.items() if value is not None},
    )
    merged: dict[str, tuple[Any, str]] = {}
    for layer in layers:
        merged.update(layer)
    _refuse_unknown(merged)
    try:
        values = Settings.model_validate({key: value for key, (value, _) in merged.items()})
    except ValidationError as error:
        raise _wrong_value(error, merged) from None
    sources = {key: merged[key][1] if key in merged else "default" for key in Settings.model_fields}
    return LoadedSettings(values, sources)


def masked(settings: Settings) -> dict[str, Any]:
    """The settings as JSON values, secrets as `********`."""
    shown: dict[str, Any] = settings.model_dump(mode="json")
    if settings.auth is not None:
        shown["auth"] = "********"
    for key in ("chroma", "llm_base_url"):
        if shown[key]:  # http://user:password@host
            shown[key] = _LOGIN.sub("********", shown[key])
    return shown


def _file_layer(path: Path, *, required: bool) -> dict[str, tuple[Any, str]]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if required:
            raise UsageError(f"there is no settings file {path}", hint="factcheck config") from None
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} can't be read as TOML: {error}", hint=f"mend {path}") from None
    for key in _PATHS:
        if isinstance(table.get(key), str):
            table[key] = path.parent / Path(table[key]).expanduser()
    return {key: (value, str(path)) for key, value in table.items()}


def _env(environ: Mapping[str, str]) -> list[tuple[str, str]]:
    names = [name.removeprefix(PREFIX) for name in environ if name.startswith(PREFIX)]
    return [
        (name.lower(), environ[PREFIX + name])
        for name in names
        if name not in _NOT_SETTINGS and environ[PREFIX + name] != ""
    ]


def _refuse_unknown(merged: Mapping[str, tuple[Any, str]]) -> None:
    for key, (_, source) in merged.items():
        if key in Settings.model_fields:
            continue
        near = difflib.get_close_matches(key, Settings.model_fields, n=1)
        guess = f"did you mean {near[0]}?" if near else "factcheck config lists them all"
        raise UsageError(f"unknown setting {key!r} ({source})", hint=guess)


def _wrong_value(error: ValidationError, merged: Mapping[str, tuple[Any, str]]) -> UsageError:
    first = error.errors()[0]
    key = str(first["loc"][0])
    described = Settings.model_fields[key].description
    return UsageError(
        f"wrong value for {key} ({merged[key][1]}): {first['msg'].lower()}",
        hint=f"{key}: {described}",
    )
