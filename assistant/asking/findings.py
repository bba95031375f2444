"""Findings: the values that answer, who says them, and how each relates to the first."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Finding, Relation
from assistant.asking.grouping import Group
from assistant.asking.normal import sameness
from assistant.asking.relations import relation
from assistant.asking.rivals import Asked
from assistant.asking.saying import said_by
from assistant.asking.timeline import When, when
from assistant.quotes import QuoteBook, Texts, sources
from assistant.settings import AnswerSettings

_ORDER: dict[Relation, int] = {"main": 0, "agrees": 1, "differs": 2, "earlier": 3, "later": 4}
# A yes or no that changed is a story: it is told in the order in which it happened.
_BY_TIME: dict[Relation, int] = {"earlier": 0, "main": 1, "agrees": 2, "differs": 3, "later": 4}


def findings(
    groups: Sequence[Group],
    texts: Texts,
    book: QuoteBook,
    settings: AnswerSettings,
    *,
    asked: Asked | None = None,
    after: Sequence[Group] = (),
) -> tuple[Finding, ...]:
    """The findings of `groups`, heaviest first; their quotes go into `book`.

    `asked` is what was asked: with it only values of the same matter are laid beside the first.
    `after` are groups known to be of a later day.

    The first group is what is told first. Another one is shown when it is nearly as sure and
    stands in a sentence of its own: two values of one sentence are no disagreement.
    """
    if not groups:
        return ()
    main = asked.kept(groups[0]) if asked else groups[0]
    main_when = when(main.sentences()[0], texts)
    made = [_finding(main, "main", main_when, texts, book, settings)]
    taken = main.places
    for group in groups[1:]:
        other = group.outside(taken, settings)
        if other is None or not _stands_beside(main, other, settings):
            continue
        if len(made) == settings.max_findings:
            break
        other_when = when(other.sentences()[0], texts)
        how = relation(main, other, main_when, other_when)
        if how is None or (asked and not _comparable(asked, how, main, other, texts)):
            continue
        made.append(_finding(other, how, other_when, texts, book, settings))
        taken |= other.places
    for later in after[:1]:
        told = later.sentences()[0]
        found = _finding(later, "later", when(told, texts), texts, book, settings)
        # What came of it is told by the sentence; the day alone says nothing.
        made.append(found.model_copy(update={"text": told.sentence_text}) if found else None)
    kept = [finding for finding in made if finding is not None]
    order = _BY_TIME if main.normal.kind == "yes_no" else _ORDER
    return tuple(sorted(kept, key=lambda finding: order[finding.relation]))


def _stands_beside(main: Group, other: Group, settings: AnswerSettings) -> bool:
    """Whether `other` answers the same question surely enough to be shown beside `main`.

    What can be true together needs less than what is set against it: a spurious disagreement
    misleads, a spurious agreement is only weak.

    Words that are no value (a reason, a description) can be told in many ways without being at
    odds: only short ones are set against each other.
    """
    if other.normal.kind != main.normal.kind:
        return False
    if main.normal.kind == "span" and max(map(_length, (main, other))) > settings.short_span:
        return False
    differs = sameness(main.normal, other.normal) == "differs"
    share = settings.finding_share if differs else settings.agreeing_share
    sure = settings.finding_answerable if differs else settings.agreeing_answerable
    return other.answerable >= sure and other.weight >= share * main.weight


def _comparable(asked: Asked, how: Relation, main: Group, other: Group, texts: Texts) -> bool:
    if how == "agrees":
        return asked.beside(main, other)
    return asked.rivals(main, other, texts)


def _length(group: Group) -> int:
    return len(group.best.text.split())


def _finding(
    group: Group,
    how: Relation,
    dates: When,
    texts: Texts,
    book: QuoteBook,
    settings: AnswerSettings,
) -> Finding | None:
    """The finding of `group` with its quotes in `book`; None where no quote stands any more."""
    quotes = []
    for member in group.sentences()[: settings.max_quotes]:
        quote = book.add(
            member.hit.article,
            member.sentence,
            member.sentence_text,
            score=member.answerable,
            speaker=said_by(member, texts),
        )
        if quote is not None:
            quotes.append(quote)
    if not quotes:
        return None
    told = str(dates.told) if dates.told else None
    event = group.normal.value if group.normal.kind == "date" else told
    return Finding(
        text=group.text,
        value=group.normal.value,
        kind=group.normal.kind,
        quotes=tuple(quote.n for quote in quotes),
        origins=sources(quotes),
        relation=how,
        event_date=event,
        as_of=quotes[0].published,
        speaker=next((quote.speaker for quote in quotes if quote.speaker), None),
        score=round(group.answerable, 4),
    )
