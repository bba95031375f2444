"""What articles and people write is text on the page, never markup; quotes keep every character."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.doctor import Finding as Trouble
from index.report import SyncReport
from tests.ui import samples
from tests.ui.markup import Reading, article
from ui.jobs import Job
from ui.rendering.answer import answer_html
from ui.rendering.article import Highlight, marked_text
from ui.rendering.check import check_html
from ui.rendering.health import findings_html
from ui.rendering.quotes import sources_html
from ui.rendering.table import PAGE, View, matching, table_html
from ui.rendering.work import job_html


@settings(deadline=None)
@given(st.text(max_size=200), st.data())
def test_an_article_keeps_every_character_and_marks_exactly_the_quote(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    other = data.draw(st.integers(0, len(text)))
    marks = [Highlight(start, end, chosen=True), Highlight(min(other, end), max(other, end))]
    markup = str(marked_text(text, marks))
    # The parser of Python's library turns \r and \0 as a browser would; the corpus has neither.
    if not set(text) & set("\r\x00"):
        read = Reading(markup)
        assert read.text == text
        assert read.marked.get("fc-chosen", "") == text[start:end]


def test_an_answer_is_one_raw_block_for_markdown() -> None:
    made = samples.answer(
        statements=({"text": "One.\n\n# Two\n\n- three", "quotes": (1,)},), notes=("a\n\nb",)
    )
    assert "\n" not in answer_html(made, 0)


def test_citations_lead_to_their_quotes() -> None:
    made = samples.answer(
        statements=({"text": "Twice told.", "quotes": (1, 2)},),
        quotes=(samples.quote(1), samples.quote(2)),
    )
    assert 'href="#quote-4-1"' in answer_html(made, 4)
    assert 'href="#quote-4-2"' in answer_html(made, 4)
    assert "2 independent sources" in sources_html(made, 4)


def test_an_abstention_says_so_and_shows_the_nearest() -> None:
    shown = answer_html(samples.abstention(), 2)
    assert "No answer in the articles" in shown
    assert "The articles don't say who paid for it." in Reading(shown).text
    assert 'href="#near-2-1"' in shown
    assert "fc-short" not in shown


def test_a_change_is_drawn_as_a_timeline_in_order() -> None:
    made = samples.answer(
        findings=(
            samples.finding("5,000 to 7,000", as_of="2015-10-16"),
            samples.finding("more than 2,000", "earlier", as_of="2015-09-27", quotes=(2,)),
        ),
        quotes=(samples.quote(1), samples.quote(2)),
    )
    shown = answer_html(made, 0)
    assert "changed over time" in shown
    line = shown[shown.index("fc-timeline") :]
    assert line.index("September 27, 2015") < line.index("October 16, 2015")
    assert "reported" in line


def test_days_without_a_year_stand_in_order_too() -> None:
    made = samples.answer(
        findings=(
            samples.finding("no plans", event_date="--09-27"),
            samples.finding("Sept. 30", "later", event_date="--09-30", as_of="2015-10-17"),
        )
    )
    line = answer_html(made, 0)
    line = line[line.index("fc-timeline") :]
    days = [line.index(day) for day in ("September 27", "September 30", "October 17, 2015")]
    assert days == sorted(days)


def test_event_and_publishing_dates_are_told_apart() -> None:
    made = samples.answer(
        findings=(
            samples.finding("Sept. 30", event_date="2015-09-30", as_of="2015-10-17"),
            samples.finding("Oct. 2", "differs", event_date="2015-10-02", as_of="2015-10-20"),
        )
    )
    line = answer_html(made, 0)
    assert line.count("fc-mark-event") == 2
    assert line.count("fc-mark-report") == 2


def test_each_verdict_has_a_sign_and_a_word_beside_its_colour() -> None:
    made = samples.check(
        "It rained. It snowed. It hailed. It shone.",
        ("It rained.", "supported"),
        ("It snowed.", "refuted"),
        ("It hailed.", "conflicting"),
        ("It shone.", "not_enough_info"),
    )
    shown = check_html(made)
    for sign, word in (("✓", "supported"), ("✗", "refuted"), ("≠", "conflicting"), ("?", "not en")):
        assert sign in shown
        assert word in shown
    assert Reading(shown[shown.index("fc-checked") :]).text.count("It ") == 4


def test_the_table_searches_sorts_and_pages() -> None:
    many = [article(n, outlet="A" if n % 2 else None) for n in range(1, PAGE + 11)]
    assert len(matching(many, View(search="report-7.txt"))) == 1
    by_outlet = matching(many, View(column="outlet", descending=True))
    assert by_outlet[0].outlet == "A"
    assert by_outlet[-1].outlet is None
    first = table_html(many, View(column="passages", descending=False))
    assert first.count("<tr>") == PAGE + 1
    assert "Page 1 of 2" in first
    assert table_html(many, View(page=99)).count("<tr>") == 11
    assert "No articles yet" in table_html([], View())


def test_what_holds_for_several_articles_is_said_once() -> None:
    undated = [Trouble("no-date", "info", f"{n}.md", "no date", "name it") for n in range(30)]
    shown = Reading(findings_html([Trouble("x", "warning", "a.md", "changed"), *undated])).text
    assert "1 thing to look at" in shown
    assert shown.count("What helps: name it") == 1
    assert "0.md, 1.md" in shown
    assert "and 10 more" in shown


def test_what_was_removed_is_told_by_its_title() -> None:
    job = Job("Updating", titles={"a": "Kiosk closes"})
    job.over.set()
    job.report = SyncReport(
        added=(), changed=(), removed=("a",), moved=(), unchanged=0, failed=(),
        seconds=1.0, version="1",
    )  # fmt: skip
    assert "Kiosk closes" in job_html(job, job.titles)


def test_a_citation_never_stands_alone_on_a_line() -> None:
    made = samples.answer(statements=({"text": "It opened on Friday.", "quotes": (1,)},))
    assert '<span class="fc-cites">Friday. <a' in answer_html(made, 0)
    long = samples.answer(statements=({"text": "W" * 400, "quotes": (1,)},))
    assert f"{'W' * 400} <span" in answer_html(long, 0)


def test_a_model_s_sentences_show_what_their_checks_said() -> None:
    sentences = (
        {"text": "It opened on Sept. 30.", "quotes": (1,), "state": "proven"},
        {"text": "It cost 7 euros.", "quotes": (1,), "state": "struck", "reason": "no 7 in [1]"},
        {"text": "People like it.", "quotes": (), "state": "uncited"},
    )
    wording = {"model": "ollama:x", "sentences": sentences, "passed": 1}
    read = Reading(answer_html(samples.answer(wording=wording), 0))
    assert "del" in read.tags
    assert "no 7 in [1]" in read.text
    assert "no quote" in read.text
    assert "1 of 3 sentences passed" in read.text
    failed = samples.answer(wording={"model": "ollama:x", "failure": "It did not answer in time."})
    shown = Reading(answer_html(failed, 0)).text
    assert "did not answer in time" in shown
    assert "The bridge opened on Sept. 30." in shown
