"""Which language model words answers, and within what limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.errors import UsageError

PROVIDERS = ("ollama", "openai", "anthropic", "google_genai", "mistralai")
_ALIASES = {"google": "google_genai", "mistral": "mistralai"}


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
        provider, _, name = self.model.partition(":")
        if not name or self.provider not in PROVIDERS:
            raise UsageError(
                f"not a language model: {self.model!r} (provider {provider!r})",
                hint="use PROVIDER:MODEL with one of ollama, openai, anthropic, google, mistral; "
                "for any OpenAI-compatible server: openai:MODEL and its base URL",
            )
        if self.time_limit <= 0 or self.context_tokens <= self.answer_tokens:
            raise UsageError(
                "the time limit must be positive, the context larger than the answer",
                hint="see `factcheck config` for the llm settings in force",
            )

    @property
    def provider(self) -> str:
        """LangChain's name of the provider."""
        provider = self.model.partition(":")[0].casefold()
        return _ALIASES.get(provider, provider)

    @property
    def name(self) -> str:
        """The model's name at its provider."""
        return self.model.partition(":")[2]
