"""Work on the index from the page: started once, followed by everybody who looks."""

from __future__ import annotations

from collections.abc import Iterator

from ui.jobs import Job, Work
from ui.panes.asking import error_html
from ui.rendering.work import job_html, titles_of
from ui.workroom import Workroom

_LOOK_EVERY = 0.25


def begin(room: Workroom, title: str, work: Work, *, patient: bool = False) -> Iterator[str]:
    """Start `work` and follow it; says so where another update is at work.

    `patient` follows that other one first, then starts.
    """
    running = room.jobs.running if patient else None
    while running is not None and not running.over.wait(_LOOK_EVERY):
        yield job_html(running, {})
    try:
        # What is removed has its title only before.
        job = room.jobs.start(title, work, _titles(room))
    except Exception as error:
        yield error_html(error)
        return
    yield from follow(room, job)


def follow(room: Workroom, job: Job) -> Iterator[str]:
    """The job as HTML, again and again until it is over; the last one holds its report."""
    while not job.over.wait(_LOOK_EVERY):
        yield job_html(job, {})
    yield finished(room, job)


def finished(room: Workroom, job: Job) -> str:
    """The report of a job that is over."""
    return job_html(job, job.titles | _titles(room))


def _titles(room: Workroom) -> dict[str, str]:
    desk = room.desk_or_none()
    return titles_of(desk.index.articles()) if desk else {}
