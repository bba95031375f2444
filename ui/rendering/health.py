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
_MOST = 20


def findings_html(findings: Sequence[Finding]) -> str:
    """A summary, then what was found, worst first; what holds for several is said once."""
    wrong = [finding for finding in findings if finding.severity != "info"]
    if not wrong:
        head = notice(
            "done", "Everything is in order", "Every article, passage and vector is right."
        )
    else:
        head = notice("error", f"{counted(len(wrong), 'thing')} to look at", "Worst first.")
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.severity, finding.message, finding.remedy), []).append(finding)
    return str(
        Markup('<div role="status">{}<ul class="fc-health">{}</ul></div>').format(
            head, joined(_item(group) for group in alike.values())
        )
    )


def _item(alike: list[Finding]) -> Markup:
    finding = alike[0]
    sign, word = _WORDS[finding.severity]
    remedy = Markup('<p class="fc-hint">What helps: {}</p>').format(on_the_page(finding.remedy))
    return Markup(
        '<li class="fc-sev-{severity}"><p><span class="fc-sev">'
        '<span aria-hidden="true">{sign}</span> {word}</span> '
        "{subjects}</p><p>{message}</p>{remedy}</li>"
    ).format(
        severity=finding.severity,
        sign=sign,
        word=word,
        subjects=_subjects(alike),
        message=finding.message,
        remedy=remedy if finding.remedy else "",
    )


def _subjects(alike: list[Finding]) -> Markup:
    names = [Markup('<bdi class="fc-subject">{}</bdi>').format(f.subject) for f in alike[:_MOST]]
    more = len(alike) - len(names)
    if more:
        names.append(Markup("and {} more (factcheck doctor lists them)").format(f"{more:,}"))
    return Markup(", ").join(names)
