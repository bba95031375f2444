"""Settings: the command line wins, then the environment, then the file; each value says whence."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UsageError
from ui.settings import load, masked


def write(folder: Path, text: str) -> Path:
    path = folder / "factcheck.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults(tmp_path: Path) -> None:
    loaded = load({}, environ={}, folder=tmp_path)
    assert loaded.values.corpus == Path("corpus/articles")
    assert loaded.values.index == Path(".factcheck/index")
    assert loaded.values.host == "127.0.0.1"
    assert set(loaded.sources.values()) == {"default"}


def test_the_command_line_wins_then_the_environment_then_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, 'port = 1000\nreader = "rules"\nhost = "localhost"')
    environ = {"FACTCHECK_PORT": "2000", "FACTCHECK_HOST": "::1"}
    loaded = load({"port": 3000, "host": None}, environ=environ, folder=tmp_path)
    assert (loaded.values.port, loaded.values.host, loaded.values.reader) == (3000, "::1", "rules")
    assert loaded.sources["port"] == "command line"
    assert loaded.sources["host"] == "environment FACTCHECK_HOST"
    assert loaded.sources["reader"] == str(file)


def test_paths_in_the_file_are_relative_to_the_file(tmp_path: Path) -> None:
    write(tmp_path, 'corpus = "news"')
    assert load({}, environ={}, folder=tmp_path).values.corpus == tmp_path / "news"


def test_a_named_file_is_read_and_must_exist(tmp_path: Path) -> None:
    write(tmp_path, "port = 1")
    named = tmp_path / "other.toml"
    named.write_text("port = 2", encoding="utf-8")
    environ = {"FACTCHECK_CONFIG": str(named)}
    assert load({}, environ=environ, folder=tmp_path).values.port == 2
    with pytest.raises(UsageError, match="no settings file"):
        load({}, environ={}, folder=tmp_path, file=tmp_path / "absent.toml")


@pytest.mark.parametrize(
    ("text", "environ", "told", "hint"),
    [
        ("prot = 80", {}, "unknown setting 'prot'", "did you mean port?"),
        ("", {"FACTCHECK_ENBEDDER": "x"}, "unknown setting 'enbedder'", "did you mean embedder?"),
        ("port = 'high'", {}, "wrong value for port", "port of the page"),
        ("", {"FACTCHECK_CHROMA": "ftp://x"}, "environment FACTCHECK_CHROMA", "Chroma server"),
        ("port = ", {}, "can't be read as TOML", "mend"),
    ],
)
def test_mistakes_are_told_with_a_hint(
    tmp_path: Path, text: str, environ: dict[str, str], told: str, hint: str
) -> None:
    write(tmp_path, text)
    with pytest.raises(UsageError, match=told) as error:
        load({}, environ=environ, folder=tmp_path)
    assert hint in error.value.hint
    assert error.value.exit_status == 2


def test_an_empty_environment_value_counts_as_not_set(tmp_path: Path) -> None:
    assert load({}, environ={"FACTCHECK_PORT": ""}, folder=tmp_path).values.port == 7860


def test_secrets_are_masked_everywhere(tmp_path: Path) -> None:
    loaded = load({"auth": "desk:s3cret"}, environ={}, folder=tmp_path)
    assert masked(loaded.values)["auth"] == "********"
    assert "s3cret" not in repr(loaded)
