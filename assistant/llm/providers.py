"""Who serves language models: LangChain's name for them, their extra, where the key is from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """`langchain` is its name there, `module` the package that `extra` installs.

    `key` is the environment variable that holds its key, None where it has none.
    """

    langchain: str
    extra: str
    module: str
    key: str | None = None


PROVIDERS = {
    "ollama": Provider("ollama", "ollama", "langchain_ollama"),
    "openai": Provider("openai", "openai", "langchain_openai", "OPENAI_API_KEY"),
    "anthropic": Provider("anthropic", "anthropic", "langchain_anthropic", "ANTHROPIC_API_KEY"),
    "google": Provider("google_genai", "google", "langchain_google_genai", "GOOGLE_API_KEY"),
    "mistral": Provider("mistralai", "mistral", "langchain_mistralai", "MISTRAL_API_KEY"),
}
"""By the name that a person writes before the colon."""


def provider_named(name: str) -> Provider | None:
    """The provider that is called `name` here or in LangChain, in any case of letters."""
    wanted = name.casefold()
    known = PROVIDERS.values()
    return PROVIDERS.get(wanted) or next((p for p in known if p.langchain == wanted), None)
