"""Opening a chat model through LangChain; nothing of it is imported where none is configured."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from assistant.llm.settings import LlmSettings
from corpus.errors import FactcheckError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


def open_model(settings: LlmSettings) -> BaseChatModel:
    """The chat model that `settings` name, with our time limit and without retries of its own.

    Keys come from the environment alone. Raises FactcheckError where the provider's package or
    its key is missing or it can't be set up, with what mends it.
    """
    from langchain.chat_models import init_chat_model

    provider, arguments = settings.provider, _arguments(settings)
    try:
        model: BaseChatModel = init_chat_model(
            settings.name, model_provider=provider.langchain, **arguments
        )
    except ImportError as error:
        raise FactcheckError(
            f"{settings.model} needs a package that is not installed",
            hint=f"pip install 'factcheck-assistant[{provider.extra}]'",
        ) from error
    except Exception as error:
        # Its message may hold the key, so it is not told, nor kept as a cause.
        raise FactcheckError(
            f"{settings.model} could not be set up ({type(error).__name__})",
            hint="check the model's name, its base URL and its key",
        ) from None
    return model


def _arguments(settings: LlmSettings) -> dict[str, Any]:
    """What each provider calls the same things."""
    common: dict[str, Any] = {"temperature": 0.0}
    if settings.provider.langchain == "ollama":
        return common | {
            "base_url": settings.base_url,
            "num_predict": settings.answer_tokens,
            "num_ctx": settings.context_tokens,
            "client_kwargs": {"timeout": settings.time_limit},
        }
    common |= {
        "timeout": settings.time_limit,
        "max_retries": 0,
        "max_tokens": settings.answer_tokens,
    }
    if settings.provider.langchain == "mistralai":
        common["timeout"] = max(1, int(settings.time_limit))
    if settings.provider.langchain == "google_genai":
        # Its other transport neither takes a base URL nor tells an HTTP status.
        common["transport"] = "rest"
    if settings.base_url:
        common["base_url"] = settings.base_url
    return common | _key(settings)


def _key(settings: LlmSettings) -> dict[str, str]:
    variable = settings.provider.key
    if variable is None or os.environ.get(variable):
        return {}  # the provider's package reads it itself
    if settings.provider.langchain == "openai" and settings.base_url:
        return {"api_key": "none"}  # local servers want some key and ignore it
    raise FactcheckError(
        f"{settings.model} needs a key", hint=f"set the environment variable {variable}"
    )
