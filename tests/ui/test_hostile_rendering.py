"""Hostile text stays text in every pane."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.article import Failure
from index.doctor import Finding as Trouble
from index.report import SyncReport
from tests.ui import samples
from tests.ui.markup import Reading, article
from ui.jobs import Job
from ui.rendering.answer import answer_html, steps_html
from ui.rendering.article import Highlight, article_html
from ui.rendering.check import check_html, evidence_html
from ui.rendering.health import findings_html
from ui.rendering.quotes import sources_html
from ui.rendering.table import View, table_html
from ui.rendering.work import job_html

HOSTILE = (
    "</p><script>alert(1)</script><img src=x onerror=alert(1)> \"' onload=x ${1} {{x}} $$x$$ `y`"
)


def _hostile_quote() -> dict[str, object]:
    return {
        "title": HOSTILE,
        "outlet": HOSTILE,
        "text": HOSTILE,
        "published": HOSTILE,
        "path": HOSTILE,
        "url": HOSTILE,
        "speaker": HOSTILE,
        "origin": HOSTILE,
    }


def _hostile_answer() -> str:
    made = samples.answer(
        question=HOSTILE,
        standalone_question=HOSTILE + "?",
        short_answer={"text": HOSTILE, "value": HOSTILE, "kind": "span"},
        statements=({"text": HOSTILE, "quotes": (1,), "speaker": HOSTILE},),
        findings=(
            samples.finding(HOSTILE, speaker=HOSTILE, as_of="2015-10-17", event_date="2015-09"),
            samples.finding(HOSTILE, "differs", as_of="2016-01-02"),
        ),
        quotes=(samples.quote(**_hostile_quote()),),
        notes=(HOSTILE,),
    )
    return answer_html(made, 0) + sources_html(made, 0)


def _hostile_abstention() -> str:
    made = samples.abstention(reason=HOSTILE, nearest=(samples.quote(**_hostile_quote()),))
    return answer_html(made, 0) + sources_html(made, 0)


def _hostile_article() -> str:
    made = article(
        title=HOSTILE, outlet=HOSTILE, path=HOSTILE, url=HOSTILE, authors=(HOSTILE,),
        carried_from=HOSTILE, origin=HOSTILE, state=HOSTILE,
    )  # fmt: skip
    shown = article_html(made, HOSTILE, [Highlight(3, 30, chosen=True)])
    return shown + table_html([made], View()) + table_html([made], View(search=HOSTILE + "no"))


def _hostile_check() -> str:
    against = samples.stance_quote(1, "refutes", **_hostile_quote())
    made = samples.check(f"Before {HOSTILE} after.", (HOSTILE, "refuted"), quotes=(against,))
    return check_html(made) + evidence_html(made)


def _hostile_job() -> str:
    job = Job(HOSTILE, told=HOSTILE)
    running = job_html(job, {})
    job.over.set()
    job.report = SyncReport(
        added=("a",), changed=(), removed=(), moved=(), unchanged=0,
        failed=(Failure(HOSTILE, HOSTILE, 3),), seconds=1.0, version="1",
    )  # fmt: skip
    done = job_html(job, {"a": HOSTILE})
    job.error = (HOSTILE, HOSTILE)
    return running + done + job_html(job, {}) + steps_html((HOSTILE,), HOSTILE, HOSTILE)


def _hostile_health() -> str:
    return findings_html([Trouble("kind", "error", HOSTILE, HOSTILE, HOSTILE)] * 3)


@pytest.mark.parametrize(
    "render",
    [
        _hostile_answer,
        _hostile_abstention,
        _hostile_article,
        _hostile_check,
        _hostile_job,
        _hostile_health,
    ],
)
def test_hostile_text_stays_text_in_every_pane(render: Callable[[], str]) -> None:
    read = Reading(render())
    assert not set(read.tags) & {"script", "img", "iframe", "object", "embed", "style", "form"}
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert not [value for name, value in read.attributes if name == "href" and value[:1] != "#"]
    assert "<script>alert(1)</script>" in read.text
