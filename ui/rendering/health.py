"""What the doctor found, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from ui.rendering.elements import joined, notice
from ui.words import counted, on_the_page

if TYPE_CHECKING:
    from index.doctor import Finding

# A sign and a word beside each colour.
_WORDS = {"error": ("✗", "Wrong"), "warning": ("!", "Look at"), "info": ("i", "Good to know")}
_MOST = 200


def findings_html(findings: Sequence[Finding]) -> str:
    """A summary, then one line for each finding, worst first, with its remedy."""
    wrong = [finding for finding in findings if finding.severity != "info"]
    if not wrong:
        head = notice(
            "done", "Everything is in order", "Every article, passage and vector is right."
        )
    else:
        head = notice("error", f"{counted(len(wrong), 'thing')} to look at", "Worst first.")
    return str(
        Markup('<div role="status">{}<ul class="fc-health">{}</ul>{}</div>').format(
            head, joined(_item(finding) for finding in findings[:_MOST]), _more(len(findings))
        )
    )


def _item(finding: Finding) -> Markup:
    sign, word = _WORDS[finding.severity]
    remedy = Markup('<p class="fc-hint">What helps: {}</p>').format(on_the_page(finding.remedy))
    return Markup(
        '<li class="fc-sev-{severity}"><p><span class="fc-sev">'
        '<span aria-hidden="true">{sign}</span> {word}</span> '
        '<bdi class="fc-subject">{subject}</bdi></p>'
        "<p>{message}</p>{remedy}</li>"
    ).format(
        severity=finding.severity,
        sign=sign,
        word=word,
        subject=finding.subject,
        message=finding.message,
        remedy=remedy if finding.remedy else "",
    )


def _more(total: int) -> Markup:
    if total <= _MOST:
        return Markup("")
    return Markup("<p>and {} more: factcheck doctor lists them all</p>").format(total - _MOST)
