""" "Who said that?": the speaker of what was answered before."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Finding, ShortAnswer
from assistant.asking.composing import Draft
from assistant.quotes import sources

NO_SPEAKER = "The articles say so in their own words and name nobody who said it."


def speaker_of(draft: Draft) -> Draft:
    """`draft` as the answer to who said it: a finding for each speaker of the first one's quotes.

    Not `sure` where none of those quotes names its speaker.
    """
    main = draft.findings[0]
    said = [quote for quote in draft.quotes if quote.n in main.quotes and quote.speaker]
    speakers = list(dict.fromkeys(quote.speaker for quote in said if quote.speaker))
    if not speakers:
        return replace(draft, sure=False, short_answer=None, findings=(), statements=())
    findings = []
    for place, speaker in enumerate(speakers):
        own = [quote for quote in said if quote.speaker == speaker]
        findings.append(
            Finding(
                text=speaker,
                value=speaker,
                kind="name",
                quotes=tuple(quote.n for quote in own),
                origins=sources(own),
                relation="main" if place == 0 else "agrees",
                as_of=own[0].published,
                speaker=speaker,
                score=main.score,
            )
        )
    shown = {number for finding in findings for number in finding.quotes}
    return replace(
        draft,
        short_answer=ShortAnswer(text=speakers[0], value=speakers[0], kind="name"),
        findings=tuple(findings),
        statements=tuple(
            s.model_copy(update={"quotes": tuple(n for n in s.quotes if n in shown)})
            for s in draft.statements
            if shown & set(s.quotes)
        ),
        quotes=tuple(quote for quote in draft.quotes if quote.n in shown),
    )
