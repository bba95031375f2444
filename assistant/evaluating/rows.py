"""One question with a known answer, and the scores of what came back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pydantic import BaseModel, ConfigDict

from assistant.answer import Answer, Quote
from assistant.asking.statements import credit, published
from assistant.evaluating.cases import Case
from assistant.evaluating.scores import exact_match, token_f1
from assistant.guard import check_statement
from index.passage import IndexedArticle


class Row(BaseModel):
    """One case and its scores; `article_quoted` is None where the case names no article.

    `predicted` is the short answer as quoted, `value` its normal form: the better one counts.
    `confidence` is the best score behind the answer, or behind the nearest quotes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str | int
    question: str
    answers: tuple[str, ...]
    refuse: bool
    abstained: bool
    predicted: str
    value: str
    confidence: float
    exact: float
    f1: float
    article_quoted: bool | None
    quotes: int
    verbatim: int
    statements: int
    proven: int
    seconds: float


def score(
    case: Case, answer: Answer, text_of: Callable[[str], str], *, seconds: float, number: int = 0
) -> Row:
    """One case's row; `number` names a case without an id."""
    short = answer.short_answer
    predicted, value = (short.text, short.value) if short else ("", "")
    # Nothing said is no match, not even of an answer whose normal form is empty ("A").
    told = {text for text in (predicted, value) if text}
    scored = [finding.score for finding in answer.findings] or [q.score for q in answer.nearest]
    by_number = {quote.n: quote for quote in answer.quotes}
    shown = (*answer.quotes, *answer.nearest)
    return Row(
        id=number if case.id is None else case.id,
        question=case.question,
        answers=case.answers,
        refuse=case.refuse,
        abstained=answer.abstained,
        predicted=predicted,
        value=value,
        confidence=max((s for s in scored if s is not None), default=0.0),
        exact=max((exact_match(text, case.answers) for text in told), default=0.0),
        f1=max((token_f1(text, case.answers) for text in told), default=0.0),
        article_quoted=_quotes_one_of(case.articles, answer.quotes) if case.articles else None,
        quotes=len(shown),
        verbatim=sum(text_of(q.article_id)[q.start : q.end] == q.text for q in shown),
        statements=len(answer.statements),
        proven=sum(_proven(s.text, [by_number[n] for n in s.quotes]) for s in answer.statements),
        seconds=seconds,
    )


def _proven(statement: str, quotes: Sequence[Quote]) -> bool:
    """Whether the guard lets the statement stand; who says it and when may be told beside it."""
    result = check_statement(
        statement,
        [quote.text for quote in quotes],
        anchors=[published(quote) for quote in quotes],
        context=[credit(quote) for quote in quotes],
    )
    return result.ok


def _quotes_one_of(articles: Sequence[str], quotes: Sequence[Quote]) -> bool:
    wanted = {name.casefold() for name in articles}
    names = {
        name.casefold() for q in quotes for name in (q.article_id, q.path, q.title, q.url or "")
    }
    return bool(wanted & names)


def unknown_articles(cases: Sequence[Case], articles: Iterable[IndexedArticle]) -> tuple[str, ...]:
    """The articles that `cases` name and the index does not hold, each once."""
    names = {
        name.casefold() for a in articles for name in (a.id, a.path, a.title, a.url or "") if name
    }
    wanted = dict.fromkeys(name for case in cases for name in case.articles)
    return tuple(name for name in wanted if name.casefold() not in names)
