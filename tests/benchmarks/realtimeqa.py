"""RealTimeQA `small`: 200 news quiz questions over every article a search engine gave for them.

A passage counts as a hit when an answer stands in it or in its article's title; a string is a
proxy, so some hits say something else. Refusal is measured by asking again with the question's own
articles taken away; where the answer still stands in another article and is given, the question
was not unanswerable and is left out, and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, cast
from urllib.parse import urlsplit

from assistant.asking.assistant import Assistant, reading_of
from assistant.asking.composing import Means, draft
from assistant.asking.ranking import read_order
from assistant.evaluating.cases import Case
from assistant.evaluating.measuring import evaluate, risk_coverage, summarise
from assistant.evaluating.rows import Row
from assistant.evaluating.scores import holds, percentile, share
from assistant.request import Request
from index.opened import Index
from index.passage import Filters, Hit
from tests.benchmarks.narrowing import Narrowed, over
from tests.benchmarks.places import rows
from tests.benchmarks.ranking import hit_at, ndcg_at, reciprocal_rank
from tests.benchmarks.remembering import Remembering

QUESTIONS = "realtimeqa/questions.jsonl.gz"
DEPTHS = (1, 3, 5, 10, 20)
# Every question has its answer: what is told of refusals needs the other half too.
_ELSEWHERE = {"article_quoted", "refusal_precision", "refusal_recall", "risk"}


@dataclass(frozen=True)
class Question:
    """One question, its right answers, and the urls of the articles found for it."""

    id: str
    text: str
    answers: tuple[str, ...]
    urls: frozenset[str]


def questions(limit: int | None = None) -> list[Question]:
    """The 200 questions marked `small`, or the first `limit` of them."""
    small = [row for row in rows(QUESTIONS) if row.get("small")]
    return [
        Question(
            row["question_id"],
            row["question"],
            tuple(row["answers"]),
            frozenset(row["retrieved_urls"]),
        )
        for row in small[:limit]
    ]


def articles() -> Iterator[dict[str, Any]]:
    """All articles of the 200 questions, as a corpus folder takes them."""
    wanted = frozenset[str]().union(*(question.urls for question in questions()))
    for row in rows("realtimeqa/articles.jsonl.gz"):
        if row["url"] in wanted:
            yield {
                "url": row["url"],
                "title": row["title"],
                "outlet": urlsplit(row["url"]).netloc.removeprefix("www."),
                "published": (row["publish_date"] or "").replace("/", "-") or None,
                "text": row["text"],
            }


def relevance(question: Question, hits: Sequence[Hit]) -> list[bool]:
    """For each hit whether an answer stands in its title or text."""
    return [holds(f"{hit.article.title} {hit.passage.text}", question.answers) for hit in hits]


def retrieval_figures(relevant: Sequence[Sequence[bool]]) -> dict[str, float | None]:
    """Hits@k, MRR and nDCG@10 over all questions; the best order is that of what was found."""
    figures = {f"hits@{k}": share([hit_at(r, k) for r in relevant]) for k in DEPTHS}
    figures["mrr"] = share([reciprocal_rank(r) for r in relevant])
    figures["ndcg@10"] = share([ndcg_at(r, 10, sum(r)) for r in relevant])
    return figures


@dataclass(frozen=True)
class Looked:
    """What search and reader make of a question: which hits are relevant, how sure an answer is."""

    before: list[bool]
    after: list[bool]
    confidence: float


def look(question: Question, index: Index, assistant: Assistant) -> Looked:
    """The hits in the order of the search, then in the order once they are read."""
    hits = index.search(question.text, k=20)
    results = assistant.reader.read(question.text, [reading_of(hit) for hit in hits])
    means = Means(index, assistant.reader, assistant.settings)
    made = draft(question.text, Filters(), hits, results, means)
    order = [hits[place] for place in read_order(hits, results, assistant.settings)]
    return Looked(relevance(question, hits), relevance(question, order), made.confidence)


def looked(question: Question, index: Index, assistant: Assistant, scope: str = "") -> Looked:
    """The same, noted where the assistant notes."""
    if not isinstance(assistant, Remembering):
        return look(question, index, assistant)

    def make() -> Any:
        return asdict(look(question, index, assistant))

    key = ("look", assistant.reader.name, scope, question.id)
    return Looked(**assistant.notebook.recall(*key, make=make))


def measure(
    index: Index,
    assistant: Assistant,
    *,
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Any]:
    """Figures and rows of this set, over an index of `articles()`."""
    asked = questions(limit)
    Assistant(index, assistant.reader, assistant.settings).ask(Request(question=asked[0].text))
    rows, seen = [], []
    for number, question in enumerate(asked, 1):
        case = Case(id=question.id, question=question.text, answers=question.answers)
        row = evaluate([case], assistant.ask, index.text).rows[0]
        seen.append(looked(question, index, assistant))
        rows.append(row.model_copy(update={"confidence": seen[-1].confidence}))
        progress(number, len(asked))
    refused, still_there = _without_their_articles(asked, assistant, progress)
    alone = summarise(_over_their_articles(asked, assistant, progress))
    both = summarise([*rows, *refused])
    return {
        "figures": {
            "retrieval": retrieval_figures([each.before for each in seen]),
            "after_reading": retrieval_figures([each.after for each in seen]),
            "answers": summarise(rows).model_dump(exclude=_ELSEWHERE)
            | {"f1_when_answered": share([row.f1 for row in rows if not row.abstained])},
            "own_articles": {"exact_match": alone.exact_match, "f1": alone.f1},
            "refusal": {
                "precision": both.refusal_precision,
                "recall": both.refusal_recall,
                "asked": len(refused),
                "still_answerable": still_there,
                "confidence_answerable_p50": percentile([r.confidence for r in rows], 50),
                "confidence_refuse_p50": percentile([r.confidence for r in refused], 50),
                "risk": both.risk,
            },
        },
        "curve": risk_coverage([*rows, *refused]),
        "rows": [
            row.model_dump()
            | {"first_hit": first_hit(each.before), "first_hit_read": first_hit(each.after)}
            for row, each in zip(rows, seen, strict=True)
        ],
        "refusal_rows": [row.model_dump() for row in refused],
    }


def first_hit(relevant: Sequence[bool]) -> int | None:
    """The rank of the first relevant result, from 1."""
    return relevant.index(True) + 1 if any(relevant) else None


def _over_their_articles(
    asked: Sequence[Question], assistant: Assistant, progress: Callable[[int, int], None]
) -> list[Row]:
    """Every question over the articles found for it alone, as published figures have it."""
    index = assistant.index
    ids = {article.url: article.id for article in index.articles()}
    rows = []
    for number, question in enumerate(asked, 1):
        hole = Narrowed(index, only={ids[url] for url in question.urls if url in ids})
        case = Case(id=question.id, question=question.text, answers=question.answers)
        rows += evaluate([case], over(hole, assistant).ask, index.text).rows
        progress(number, len(asked))
    return rows


def _without_their_articles(
    asked: Sequence[Question], assistant: Assistant, progress: Callable[[int, int], None]
) -> tuple[list[Row], int]:
    """Every question with its own articles away; rows to refuse, and how many were not."""
    index = assistant.index
    ids = {article.url: article.id for article in index.articles()}
    refused = []
    for number, question in enumerate(asked, 1):
        hole = Narrowed(index, without={ids[url] for url in question.urls if url in ids})
        case = Case(id=question.id, question=question.text, refuse=True)
        row = evaluate([case], over(hole, assistant).ask, index.text).rows[0]
        if not holds(row.predicted, question.answers):
            sure = looked(question, cast(Index, hole), assistant, hole.scope).confidence
            refused.append(row.model_copy(update={"confidence": sure}))
        progress(number, len(asked))
    return refused, len(asked) - len(refused)
