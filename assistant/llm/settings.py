"""Which language model words answers, and within what limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.llm.providers import PROVIDERS, Provider, provider_named
from corpus.errors import UsageError


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """`model` is `provider:name`; `base_url` an OpenAI-compatible or own server.

    `time_limit` is in seconds and bounds everything, retries included. `context_tokens` is the
    model's context window, the answer of at most `answer_tokens` included. `structured` asks for
    JSON by schema: "auto" where the model's profile says that it can. `failed` shows sentences
    that fail a check struck through, or drops them.
    """

    model: str
    base_url: str | None = None
    time_limit: float = 30.0
    context_tokens: int = 4096
    answer_tokens: int = 400
    retries: int = 2
    structured: Literal["auto", "yes", "no"] = "auto"
    failed: Literal["strike", "drop"] = "strike"
    rewrite: bool = False

    def __post_init__(self) -> None:
        if not self.name or provider_named(self._before_colon) is None:
            raise UsageError(
                f"not a language model: {self.model!r} (provider {self._before_colon!r})",
                hint=f"use PROVIDER:MODEL with one of {', '.join(PROVIDERS)}; "
                "for any OpenAI-compatible server: openai:MODEL and its base URL",
            )
        if self.time_limit <= 0 or self.context_tokens <= self.answer_tokens:
            raise UsageError(
                "the time limit must be positive, the context larger than the answer",
                hint="see `factcheck config` for the llm settings in force",
            )

    @property
    def provider(self) -> Provider:
        """Who serves the model."""
        found = provider_named(self._before_colon)
        if found is None:
            raise ValueError(self.model)  # refused when the settings were made
        return found

    @property
    def name(self) -> str:
        """The model's name at its provider."""
        return self.model.partition(":")[2]

    @property
    def _before_colon(self) -> str:
        return self.model.partition(":")[0]
