"""What visitors may change: each handler asks for the right itself, then works in the open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from ui import corpus_changes
from ui.jobs import Work
from ui.panes.asking import error_html
from ui.panes.work import begin, follow
from ui.rendering.elements import notice
from ui.rights import require_right_to_change
from ui.workroom import Workroom

# What each handler shows: the report so far, and the cancel button.
Told = Iterator[tuple[str, Any]]


class Keeping:
    """The handlers of the articles tab that change something."""

    def __init__(self, room: Workroom) -> None:
        self._room = room
        self._settings = room.settings

    def update(self, request: gr.Request) -> Told:
        """Bring the index in line with the folder."""
        yield from self._work(request, "Updating the index", rebuild=False)

    def rebuild(self, request: gr.Request) -> Told:
        """Build the index anew beside the old one."""
        yield from self._work(request, "Rebuilding the index", rebuild=True)

    def upload(self, files: list[str] | None, request: gr.Request) -> Told:
        """Take in uploaded files, then update."""
        try:
            require_right_to_change(self._settings, request)
            kept, refused = corpus_changes.take_in_uploads(self._settings, files or [])
        except Exception as error:
            yield error_html(error), gr.skip()
            return
        before = "".join(str(notice("error", sentence)) for sentence in refused)
        if not kept:
            yield before, gr.skip()
            return
        # The files are there now: they are not left out because something else is at work.
        title = "Adding " + ", ".join(kept)[:120]
        yield from self._work(request, title, before=before, patient=True)

    def fetch(self, url: str, request: gr.Request) -> Told:
        """Fetch a web page, then update."""
        try:
            require_right_to_change(self._settings, request)
            yield str(notice("loading", "Fetching the page", url[:200])), gr.skip()
            name = corpus_changes.take_in_address(self._settings, url or "")
        except Exception as error:
            yield error_html(error), gr.skip()
            return
        yield from self._work(request, f"Adding {name}", patient=True)

    def remove(self, article_id: str, request: gr.Request) -> Told:
        """Set an article aside, then update."""
        try:
            require_right_to_change(self._settings, request)
            index = self._room.desk().index
            title = corpus_changes.set_aside(self._settings, index, str(article_id))
        except Exception as error:
            yield error_html(error), gr.skip()
            return
        yield from self._work(request, f"Removing “{title[:100]}”", patient=True)

    def cancel(self, request: gr.Request) -> Any:
        """Stop the update at the next safe point."""
        try:
            require_right_to_change(self._settings, request)
        except Exception as error:
            raise gr.Error(str(error)) from None
        self._room.jobs.cancel()
        return gr.Button("Stopping …", interactive=False)

    def watch(self, on: bool, request: gr.Request) -> tuple[str, bool, Any]:
        """Turn the watch switch."""
        watcher = self._room.watcher
        try:
            require_right_to_change(self._settings, request)
            watcher.start() if on else watcher.stop()
        except Exception as error:
            return error_html(error), watcher.on, gr.skip()
        return self.watched()

    def present(self) -> Told:
        """When the page is opened: what ran last, or what runs, followed until it is over."""
        job = self._room.jobs.last
        if job is None:
            yield '<span id="fc-job-0"></span>', _cancel_button(running=False)
            return
        for told in follow(self._room, job):
            yield told, _cancel_button(running=not job.over.is_set())

    def watched(self) -> tuple[str, bool, Any]:
        """What the watch did last, whether it goes on, and so whether to look again."""
        watcher = self._room.watcher
        told = str(notice("empty", "Watching the folder", watcher.told)) if watcher.on else ""
        return told, watcher.on, gr.Timer(active=watcher.on)

    def _work(
        self,
        request: gr.Request,
        title: str,
        *,
        rebuild: bool = False,
        patient: bool = False,
        before: str = "",
    ) -> Told:
        try:
            require_right_to_change(self._settings, request)
        except Exception as error:
            yield error_html(error), gr.skip()
            return
        work: Work = corpus_changes.update(
            self._settings, self._room.index_settings, rebuild=rebuild
        )
        for told in begin(self._room, title, work, patient=patient):
            yield before + told, _cancel_button(running=True)
        yield before + told, _cancel_button(self._room.jobs.running is not None)


def _cancel_button(running: bool) -> Any:
    return gr.Button("Cancel", visible=running, interactive=True)
