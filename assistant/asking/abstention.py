"""When an answer is withheld, the one sentence of why, and the quotes that came closest."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from assistant.answer import Quote
from assistant.asking.candidate import Candidate
from assistant.asking.grouping import Group
from assistant.asking.meant import asks_why
from assistant.asking.ranking import read_order
from assistant.language.coverage import Coverage
from assistant.language.hearing import hear
from assistant.language.word_keys import stem, word_set, words
from assistant.questions.expected import expect
from assistant.quotes import QuoteBook, Texts
from assistant.reader.base import ReadResult
from assistant.settings import AnswerSettings
from assistant.speech.saying import speaker_in
from assistant.values.name_forms import fold, spelling_key
from assistant.values.names import NameValue, find_names
from corpus.article import Span
from index.passage import Filters, Hit

_NEAR = 400
_OWNED = re.compile(r"[A-Z]\w+['’]s?\s+(?P<what>[a-z][a-z-]+)\b")
_KIN = frozenset(
    stem(word)
    for word in word_set(
        "wife husband partner son daughter father mother brother sister parent cousin uncle aunt "
        "dog cat lawyer spokesman predecessor successor rival opponent friend neighbour"
    )
)
_REASON = re.compile(
    r"\b(?:because|due to|owing to|in order to|so that|since|as a result|thanks to|after|following"
    r"|over|amid|caus\w+|blam\w+|reason\w*|meant to|aim\w*|in response|in protest|for fear"
    r"|explain\w*|for \w+ing|to [a-z]+|as)\b",
    re.I,
)


def confidence(
    question: str, groups: Sequence[Group], hits: Sequence[Hit], settings: AnswerSettings
) -> float:
    """The probability that the articles answer, 0 to 1, seen from the first group.

    A reader alone is easily sure of a passage about something else; how much of the question the
    passage speaks of, in words and in meaning, tells more. Weights by logistic regression on
    development questions, asked with and without the articles that answer them.
    """
    if not groups or groups[0].answerable < settings.least_answerable:
        return 0.0
    main = groups[0].best
    if main.plain:
        return groups[0].answerable
    expected = expect(question)
    noun = expected.noun if expected.kind == "name" else ""
    coverage = Coverage.of(question, [hit.passage.text for hit in hits], noun)
    share = coverage.share(f"{main.hit.article.title} . {main.hit.passage.text}")
    sure = min(max(groups[0].answerable, 1e-4), 1 - 1e-4)
    logit = (
        settings.confidence_bias
        + settings.confidence_reader * math.log(sure / (1 - sure))
        + settings.confidence_words * share
        + settings.confidence_meaning * (main.hit.similarity or 0.0)
    )
    logit -= settings.confidence_missing * _missing(question, main)
    return 1 / (1 + math.exp(-logit))


def _missing(question: str, main: Candidate) -> float:
    """How many things that the question wants are surely not in what answers it.

    "Why" wants a reason, "his wife" is somebody else than he, the Southern Cup is not the
    Northern.
    """
    passage, title = main.hit.passage, main.hit.article.title
    near = passage.text[: main.sentence.end - passage.start][-_NEAR:]
    ideas = {word.idea for word in words(f"{title} . {near}")}
    owned = {word.idea for match in _OWNED.finditer(question) for word in words(match["what"])}
    unexplained = asks_why(question) and not _REASON.search(main.sentence_text)
    there = {spelling_key(fold(word.text)) for word in words(f"{title} . {passage.text}")}
    others = any(_other_bearer(name, there) for name in find_names(question) if name.sure)
    kin = bool(owned & _KIN)
    return (1 + kin) * bool(owned and not owned & ideas) + bool(unexplained) + others


def _other_bearer(name: NameValue, there: set[str]) -> bool:
    """Whether the words of a text have the last word of `name`, but not what tells it apart."""
    keys = [spelling_key(token) for token in name.tokens]
    return name.type != "person" and keys[-1] in there and not set(keys[:-1]) <= there


def reason(hits: Sequence[Hit], filters: Filters, articles: int) -> str:
    """Why nothing is answered, where nothing more exact is known."""
    if not articles:
        return "The index holds no articles."
    if not hits and not filters.empty:
        return "No article lies within the dates and outlets that were asked for."
    if not hits:
        return "No article speaks of this."
    return "The articles do not say: none of the passages that come closest answers the question."


def outside_reason(filters: Filters, quote: Quote) -> str:
    """Why nothing is answered though articles that the filter leaves out do."""
    left_out = []
    if filters.since or filters.until:
        left_out.append("outside the dates")
    if filters.outlets:
        left_out.append("of other outlets")
    where = quote.outlet or f"“{quote.title}”"
    day = f", {quote.published}" if quote.published else ", undated"
    return f"Only articles {' or '.join(left_out)} answer this, such as {where}{day}."


def denial_reason(quote: Quote) -> str:
    """Why nothing is answered where the articles deny what the question takes for granted."""
    told = " ".join(quote.text.split())
    return f"The articles deny what the question takes for granted: “{told}”"


def nearest(
    hits: Sequence[Hit],
    results: Sequence[ReadResult],
    found: Sequence[Candidate],
    texts: Texts,
    settings: AnswerSettings,
    *,
    claim: str | None = None,
) -> tuple[Quote, ...]:
    """The quotes that came closest: of the likeliest passages the sentence of the best span.

    For a question that wants a yes or a no, the sentences that share most with its `claim`.
    """
    book = QuoteBook(texts)
    for heard in hear(claim, hits, settings.nearest) if claim else ():
        speaker = speaker_in(texts, heard.hit.article.id, heard.span)
        book.add(heard.hit.article, heard.span, heard.text, speaker=speaker)
    best = {candidate.hit.passage.id: candidate for candidate in reversed(found)}
    for place in read_order(hits, results, settings):
        if len(book.all()) >= settings.nearest:
            break
        hit = hits[place]
        candidate = best.get(hit.passage.id)
        span = candidate.sentence if candidate else _first_sentence(hit)
        offset = hit.passage.start
        text = hit.passage.text[span.start - offset : span.end - offset]
        score = results[place].answerable
        book.add(
            hit.article, span, text, score=score, speaker=speaker_in(texts, hit.article.id, span)
        )
    return book.all()


def _first_sentence(hit: Hit) -> Span:
    passage = hit.passage
    return passage.sentences[0] if passage.sentences else Span(passage.start, passage.end)
