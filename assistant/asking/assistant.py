"""From a question to a proven answer: the chain, each step once, in the order it is run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, Check, IndexInfo, Quote, WordedSentence
from assistant.asking.abstention import denial_reason, nearest, outside_reason
from assistant.asking.abstention import reason as reason_of
from assistant.asking.composing import Draft, Means, draft
from assistant.asking.followups import follow
from assistant.asking.who_said import NO_SPEAKER, speaker_of
from assistant.asking.yes_no import claim_of
from assistant.checking.claims import Claim, find_claims
from assistant.questions.expected import expect
from assistant.reader.base import Reader, Reading, ReadResult
from assistant.request import Request, Step, StepName
from assistant.settings import AnswerSettings
from index.passage import Filters, Hit

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from assistant.checking.checking import CheckSettings
    from index.opened import Index

__all__ = ["Assistant", "Request", "Step"]

State = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Stage:
    """One link of the chain: it takes the state and returns what it adds to it."""

    name: StepName
    run: Callable[[State], Any]
    key: str
    detail: Callable[[State], str]

    def __call__(self, state: State) -> State:
        return {**state, self.key: self.run(state)}


class Assistant:
    """Answers questions over an opened index with a reader; safe to use from several threads."""

    def __init__(
        self,
        index: Index,
        reader: Reader,
        settings: AnswerSettings | None = None,
        *,
        checking: CheckSettings | None = None,
    ) -> None:
        self.index = index
        self.reader = reader
        self.settings = settings or AnswerSettings()
        self.checking = checking
        self._stages = (
            _Stage("searching", self._search, "hits", lambda state: state["question"]),
            _Stage("reading", self._read, "results", _passages),
            _Stage("checking quotes", self._compose, "answer", lambda state: ""),
        )

    def ask(self, request: Request) -> Answer:
        """The answer to `request`, or an abstention."""
        answer: Answer = self.chain.invoke(request)
        return answer

    def stream(self, request: Request) -> Iterator[Step | WordedSentence | Answer]:
        """The same answer, after a `Step` as each stage of the chain begins.

        Sentences come before it only where a language model words answers.
        """
        opening, *links, closing = self._links
        state = opening.invoke(request)
        for stage, link in zip(self._stages, links, strict=True):
            yield Step(stage.name, stage.detail(state))
            state = link.invoke(state)
        yield closing.invoke(state)

    def check(self, text: str, id: str | int | None = None) -> Check:  # noqa: A002
        """A verdict for each claim in `text`."""
        from assistant.checking.checking import CheckSettings, check_text

        checking, claims = self.checking or CheckSettings(), self.claims(text)
        return check_text(
            self.index, self.reader, text, self.settings, id=id, checking=checking, claims=claims
        )

    def claims(self, text: str) -> tuple[Claim, ...]:
        """What `text` claims, with offsets."""
        return find_claims(text)

    @cached_property
    def chain(self) -> Runnable[Any, Any]:
        """The whole way as a LangChain runnable: a `Request` or its fields in, an `Answer` out."""
        first, *rest = self._links
        chain = first
        for link in rest:
            chain = chain | link
        return chain.with_config(run_name="factcheck")

    @cached_property
    def _links(self) -> list[Runnable[Any, Any]]:
        from langchain_core.runnables import RunnableLambda

        # RunnablePassthrough.assign would start a thread for each step; these run in the caller's.
        return [
            RunnableLambda(_begin, name="question"),
            *(RunnableLambda(stage, name=stage.name) for stage in self._stages),
            RunnableLambda(_finish, name="answer"),
        ]

    def _search(self, state: State) -> list[Hit]:
        with _timed(state, "retrieve"):
            return self._found(state["question"], state["request"].filters)

    def _found(self, question: str, filters: Filters) -> list[Hit]:
        return self.index.search(question, k=self.settings.passages, filters=filters)

    def _read(self, state: State) -> list[ReadResult]:
        with _timed(state, "read"):
            return self._results(state["question"], state["hits"])

    def _results(self, question: str, hits: Sequence[Hit]) -> list[ReadResult]:
        return self.reader.read(question, [reading_of(hit) for hit in hits])

    def _draft(
        self,
        question: str,
        filters: Filters,
        hits: Sequence[Hit],
        results: Sequence[ReadResult],
    ) -> Draft:
        means = Means(self.index, self.reader, self.settings)
        return draft(question, filters, hits, results, means)

    def _compose(self, state: State) -> Answer:
        request: Request = state["request"]
        question, hits, results = state["question"], state["hits"], state["results"]
        with _timed(state, "compose"):
            made = self._draft(question, request.filters, hits, results)
            reason: str | None = None
            near: tuple[Quote, ...] = ()
            if not made.sure:
                reason, near = self._withheld(request, question, hits, results, made)
            elif state["followup"].of_speaker:
                made = speaker_of(made)
                if not made.sure:
                    reason, near = NO_SPEAKER, made.quotes
        return Answer(
            id=request.id,
            question=request.question,
            standalone_question=state["followup"].shown,
            abstained=not made.sure,
            reason=reason,
            short_answer=made.short_answer,
            statements=made.statements,
            findings=made.findings,
            quotes=made.quotes if made.sure else (),
            nearest=near,
            notes=made.notes,
            index=self._info(),
        )

    def _withheld(
        self,
        request: Request,
        question: str,
        hits: Sequence[Hit],
        results: Sequence[ReadResult],
        made: Draft,
    ) -> tuple[str, tuple[Quote, ...]]:
        """Why there is no answer, and what came closest; looks outside the filters too."""
        if made.denial is not None:
            return denial_reason(made.denial), (made.denial,)
        filters = request.filters
        if not filters.empty:
            wider = self._found(question, Filters())
            read = self._results(question, wider)
            outside = self._draft(question, Filters(), wider, read)
            if outside.sure:
                return outside_reason(filters, outside.quotes[0]), outside.quotes
        claim = claim_of(question) if expect(question).kind == "yes_no" else None
        near = nearest(hits, results, made.found, self.index, self.settings, claim=claim)
        return reason_of(hits, filters, self.index.article_count), near

    def _info(self) -> IndexInfo:
        return IndexInfo(
            version=self.index.version,
            articles=self.index.article_count,
            passages=self.index.passage_count,
            embedder=self.index.embedder_name,
            reader=self.reader.name,
        )


def reading_of(hit: Hit) -> Reading:
    """What the reader is given of a hit."""
    start = hit.passage.start
    return Reading(
        text=hit.passage.text,
        title=hit.article.title,
        published=hit.article.published,
        sentences=tuple((s.start - start, s.end - start) for s in hit.passage.sentences),
    )


def _begin(given: Request | Mapping[str, Any]) -> State:
    """The state that the chain carries: the request, its stand-alone question, the durations."""
    request = given if isinstance(given, Request) else Request.model_validate(given)
    followup = follow(request.question, request.history)
    return {
        "request": request,
        "followup": followup,
        "question": followup.searched,
        "began": time.perf_counter(),
        "seconds": {},
    }


def _finish(state: State) -> Answer:
    """The answer with its durations filled in."""
    answer: Answer = state["answer"]
    seconds = {**state["seconds"], "total": time.perf_counter() - state["began"]}
    return answer.model_copy(update={"seconds": {k: round(v, 4) for k, v in seconds.items()}})


def _passages(state: State) -> str:
    return f"{len(state['hits'])} passages"


@contextmanager
def _timed(state: State, name: str) -> Iterator[None]:
    began = time.perf_counter()
    try:
        yield
    finally:
        state["seconds"][name] = time.perf_counter() - began
