"""What the doctor found, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from ui.rendering.elements import joined, notice

if TYPE_CHECKING:
    from index.doctor import Finding

_SIGNS = {"error": "✗", "warning": "!", "info": "i", "ok": "✓"}


def findings_html(findings: Sequence[Finding]) -> str:
    """One card for each finding, worst first, with its remedy."""
    if not findings:
        return str(notice("done", "Everything is in order"))
    return str(
        Markup('<ul class="fc-findings-list" role="status">{}</ul>').format(
            joined(_item(finding) for finding in findings)
        )
    )


def _item(finding: Finding) -> Markup:
    return Markup("<li></li>")
