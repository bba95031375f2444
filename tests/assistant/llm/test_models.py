from __future__ import annotations

import subprocess
import sys
import traceback

import pytest

from assistant.llm.models import open_model
from assistant.llm.settings import LlmSettings
from corpus.errors import FactcheckError, UsageError


@pytest.mark.parametrize("bad", ["", "gpt", "openai:", "nobody:model"])
def test_a_wrong_name_says_what_to_write(bad: str) -> None:
    with pytest.raises(UsageError) as raised:
        LlmSettings(model=bad)
    assert "PROVIDER:MODEL" in raised.value.hint


@pytest.mark.parametrize(
    ("name", "variable"),
    [("openai:m", "OPENAI_API_KEY"), ("anthropic:m", "ANTHROPIC_API_KEY"),
     ("google:m", "GOOGLE_API_KEY"), ("mistral:m", "MISTRAL_API_KEY")],
)  # fmt: skip
def test_a_missing_key_names_its_variable(
    name: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(variable, raising=False)
    with pytest.raises(FactcheckError) as raised:
        open_model(LlmSettings(model=name))
    assert variable in raised.value.hint


def test_a_missing_package_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    from langchain.chat_models import base

    base._get_chat_model_creator.cache_clear()
    monkeypatch.setitem(sys.modules, "langchain_ollama", None)
    monkeypatch.setitem(sys.modules, "langchain_community", None)
    with pytest.raises(FactcheckError) as raised:
        open_model(LlmSettings(model="ollama:m"))
    base._get_chat_model_creator.cache_clear()
    assert "factcheck-assistant[ollama]" in raised.value.hint


def test_an_open_server_needs_no_key_and_gets_our_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("langchain_openai", reason="the openai extra is not installed")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    model = open_model(
        LlmSettings(model="openai:m", base_url="http://127.0.0.1:9/v1", time_limit=7, retries=1)
    )
    assert model.max_retries == 0  # type: ignore[attr-defined]
    assert model.request_timeout == 7  # type: ignore[attr-defined]


def test_nothing_of_it_is_imported_without_it() -> None:
    code = (
        "import sys, assistant.llm.wording, assistant.llm.models;"
        "print([m for m in sys.modules if m.startswith('langchain')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_a_package_says_of_a_key_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("langchain_openai", reason="the openai extra is not installed")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret\u2713")
    monkeypatch.setattr(
        "langchain.chat_models.init_chat_model",
        lambda *_, **__: (_ for _ in ()).throw(ValueError("bad key sk-secret")),
    )
    with pytest.raises(FactcheckError) as raised:
        open_model(LlmSettings(model="openai:m"))
    told = "".join(traceback.format_exception(raised.value))
    assert "could not be set up" in told
    assert "sk-secret" not in str(raised.value) + raised.value.hint
    assert raised.value.__cause__ is None
