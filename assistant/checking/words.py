"""The four verdicts as a reader sees them."""

from __future__ import annotations

from assistant.answer import Verdict

VERDICT_WORDS: dict[Verdict, str] = {
    "supported": "Supported",
    "refuted": "Refuted",
    "conflicting": "The articles disagree",
    "not_enough_info": "Not enough information",
}
