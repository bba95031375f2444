"""From settings to an open index and an assistant: the one place where the rooms are wired."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.settings import Settings

if TYPE_CHECKING:
    from assistant.asking.assistant import Assistant
    from assistant.reader.base import Reader
    from index.opened import Index
    from index.settings import IndexSettings


def index_settings(settings: Settings) -> IndexSettings:
    """What the index room needs to know of the settings."""
    from index.settings import IndexSettings

    return IndexSettings(
        embedder=settings.embedder,
        precision=settings.precision,
        chroma=settings.chroma,
        chroma_timeout=settings.chroma_timeout,
    )


@contextlib.contextmanager
def opened_index(settings: Settings) -> Iterator[Index]:
    """The index, open for reading; FactcheckError with its remedy where there is none."""
    from index.opened import Index

    with Index.open(settings.index, index_settings(settings)) as index:
        yield index


@dataclass(frozen=True)
class Desk:
    """An open index and the assistant that answers from it."""

    index: Index
    assistant: Assistant


@contextlib.contextmanager
def opened_desk(settings: Settings) -> Iterator[Desk]:
    """The index and the assistant over it, its reader loaded."""
    from assistant.reader.loading import load_reader

    with opened_index(settings) as index:
        yield Desk(index, assistant_for(settings, index, load_reader(settings.reader)))


def assistant_for(settings: Settings, index: Index, reader: Reader) -> Assistant:
    """The assistant over an open index, with a language model where the settings name one."""
    from assistant.asking.assistant import Assistant
    from assistant.checking.checking import CheckSettings

    checking = CheckSettings(
        sentences=settings.check_sentences,
        threshold=settings.check_threshold,
        margin=settings.check_margin,
    )
    if settings.llm is None:
        return Assistant(index, reader, checking=checking)
    from assistant.llm.settings import LlmSettings
    from assistant.llm.worded import WordedAssistant

    llm = LlmSettings(
        model=settings.llm,
        base_url=settings.llm_base_url,
        time_limit=settings.llm_seconds,
        context_tokens=settings.llm_context,
        failed=settings.llm_failed,
        rewrite=settings.llm_rewrite,
    )
    return WordedAssistant(index, reader, llm=llm, checking=checking)
