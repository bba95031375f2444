"""What a model may say of its quotes beside what they say: who reports it, when, and full names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Quote
from assistant.values.dates import find_dates
from assistant.values.names import find_names, same_name

# "Harbour Post of May 4", "Harbour Post (May 4, 2019)", "Harbour Post reported on May 4". Not
# "Harbour Post, on May 4 ...": there the day is when it happened.
_TOLD_WHEN = (
    r"(?:['’]s)?(?:\s(?:reported|wrote|said|article|report|story|published|dated|on|of|in|from))*"
    r"(?:\s|\s?\()$"
)
_OPEN = re.compile(r"\([^()]{0,80}, $")


def context_of(cited: Sequence[Quote], question: str) -> list[str]:
    """Outlets and speakers of the cited quotes, and names of the question that these shorten.

    They may stand in a sentence without proving anything of it: "Vladimir Putin" where he is asked
    about, and the quote says "Putin". A name that only the question has stays unproven.
    """
    told = [text for quote in cited for text in (quote.outlet, quote.speaker) if text]
    quoted = [name for quote in cited for name in find_names(quote.text)]
    asked = [name for name in find_names(question) if any(same_name(name, q) for q in quoted)]
    return [*told, *(name.text for name in asked)]


def without_dates_of_reports(text: str, cited: Sequence[Quote]) -> str:
    """`text` without the publishing dates that it gives right beside the outlet's name."""
    published = {quote.published: quote.outlet for quote in cited if quote.published}
    for date in reversed(find_dates(text, None)):
        outlet = published.get(date.value)
        before = text[: date.start]
        beside = outlet and re.search(re.escape(outlet) + _TOLD_WHEN, before, re.I)
        aside = outlet and outlet.casefold() in before.casefold() and _OPEN.search(before)
        if beside or aside:
            text = before + text[date.end :]
    return text
