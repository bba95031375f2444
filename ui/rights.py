"""Who may change something: asked by each handler itself, since any of them can be called raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import FactcheckError
from ui.settings import Settings

if TYPE_CHECKING:
    import gradio


def require_right_to_change(settings: Settings, request: gradio.Request | None) -> None:
    """Raises FactcheckError for a read-only page, or a caller who is not logged in."""
    if settings.read_only:
        raise FactcheckError("this page is read-only", hint="start it without --read-only")
    if settings.auth is not None and not (request is not None and request.username):
        raise FactcheckError("log in to change something", hint="open the page and log in")
