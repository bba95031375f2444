"""An update of the index: how far it is, and what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from ui.jobs import Job
from ui.rendering.elements import joined, notice
from ui.reporting import failure_in_words, sync_in_words
from ui.words import as_heading, on_the_page

if TYPE_CHECKING:
    from index.passage import IndexedArticle
    from index.sync import SyncReport

_MOST_LISTED = 50


def job_html(job: Job, titles: dict[str, str]) -> str:
    """The job as it stands; `titles` names the articles that its report speaks of."""
    if not job.over.is_set():
        return _running(job)
    return str(Markup('<div id="fc-job-{}">{}</div>').format(job.number, _ended(job, titles)))


def _ended(job: Job, titles: dict[str, str]) -> Markup:
    if job.error is not None:
        message, hint = job.error
        if job.cancelled:
            return notice("done", message, on_the_page(hint))
        helps = f"What helps: {on_the_page(hint)}" if hint else ""
        return notice("error", as_heading(message), "", helps)
    if job.report is None:
        return notice("done", f"{job.title}: done")
    return _report(job.report, titles)


def titles_of(articles: list[IndexedArticle]) -> dict[str, str]:
    """Title by article id."""
    return {article.id: article.title for article in articles}


def _running(job: Job) -> str:
    # Without a share the bar shows that work goes on, not how far it is.
    value = "" if job.share is None else Markup(' value="{:.3f}"').format(job.share)
    return str(
        Markup(
            '<div class="fc-notice fc-loading" role="status"><p class="fc-notice-title">{title}</p>'
            '<progress max="1"{value} aria-label="{title}"></progress><p>{told}</p></div>'
        ).format(title=job.title, value=value, told=job.told)
    )


def _report(report: SyncReport, titles: dict[str, str]) -> Markup:
    headline = sync_in_words(report).splitlines()[0]
    lists = joined(
        _listed(word, [titles.get(found, found) for found in ids])
        for word, ids in (
            ("Added", report.added),
            ("Changed", report.changed),
            ("Removed", report.removed),
            ("Moved", report.moved),
        )
        if ids
    )
    failed = _listed("Failed", [failure_in_words(failure) for failure in report.failed])
    return Markup(
        '<div class="fc-notice {kind}" role="status">'
        '<p class="fc-notice-title">{head}</p>{lists}{failed}</div>'
    ).format(
        kind="fc-done" if not report.failed else "fc-mixed",
        head=headline,
        lists=lists,
        failed=failed if report.failed else "",
    )


def _listed(word: str, names: list[str]) -> Markup:
    items = joined(Markup('<li dir="auto">{}</li>').format(name) for name in names[:_MOST_LISTED])
    more = len(names) - _MOST_LISTED
    if more > 0:
        items += Markup("<li>and {} more</li>").format(more)
    return Markup('<p class="fc-label">{}</p><ul>{}</ul>').format(word, items)
