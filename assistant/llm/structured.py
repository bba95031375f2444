"""Asking a model for JSON by schema, in the ways that providers and local servers understand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.llm.settings import LlmSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_SENTENCE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "text": {"type": "string"},
        "quotes": {"type": "array", "items": {"type": "integer"}},
    },
    "required": ["text", "quotes"],
    "additionalProperties": False,
}
SCHEMA: dict[str, Any] = {
    "title": "WordedAnswer",
    "description": "One to four sentences, each with the numbers of the quotes that prove it.",
    "type": "object",
    "properties": {"sentences": {"type": "array", "items": _SENTENCE}},
    "required": ["sentences"],
    "additionalProperties": False,
}
_BY_SCHEMA = {
    "type": "json_schema",
    "json_schema": {"name": "WordedAnswer", "schema": SCHEMA, "strict": True},
}
# llama.cpp's Python server takes the schema here, and refuses the other with status 500.
_BY_OBJECT = {"type": "json_object", "schema": SCHEMA}


def request_shapes(model: BaseChatModel, settings: LlmSettings) -> list[dict[str, Any]]:
    """Arguments to try in turn until the server takes one; the last, empty one asks for prose."""
    profile: Any = model.profile or {}
    wanted = settings.structured == "yes" or (
        settings.structured == "auto" and profile.get("structured_output")
    )
    if not wanted:
        return [{}]
    if settings.provider.langchain == "ollama":
        return [{"format": SCHEMA}, {}]
    if settings.provider.langchain == "mistralai":
        return [{"response_format": _BY_SCHEMA}, {}]
    if settings.provider.langchain == "openai":
        # As extra body: the client's own response_format waits for the whole reply.
        formats = (_BY_SCHEMA, _BY_OBJECT) if settings.base_url else (_BY_SCHEMA,)
        return [*({"extra_body": {"response_format": one}} for one in formats), {}]
    return [{}]
