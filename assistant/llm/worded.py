"""An assistant whose proven answers a language model words; everything else stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.answer import Answer, WordedSentence, Wording
from assistant.asking.assistant import Assistant
from assistant.checking.claims import Claim
from assistant.llm.models import open_model
from assistant.llm.rewriting import rewrite_question, split_claims
from assistant.llm.settings import LlmSettings
from assistant.llm.wording import word_answer
from assistant.reader.base import Reader
from assistant.request import Request, Step
from assistant.settings import AnswerSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.checking.checking import CheckSettings
    from index.opened import Index


class WordedAssistant(Assistant):
    """Answers as `Assistant` does, then adds the model's checked sentences as `wording`.

    With `llm.rewrite` the model also makes follow-ups stand alone and splits texts into claims,
    where what it replies can be trusted. `model` is opened from `llm` when it is first needed.
    """

    def __init__(
        self,
        index: Index,
        reader: Reader,
        settings: AnswerSettings | None = None,
        *,
        llm: LlmSettings,
        model: BaseChatModel | None = None,
        checking: CheckSettings | None = None,
    ) -> None:
        super().__init__(index, reader, settings, checking=checking)
        self.llm = llm
        if model is not None:
            self.model = model

    @cached_property
    def model(self) -> BaseChatModel:
        """The chat model; FactcheckError where its package or its key is missing."""
        return open_model(self.llm)

    def ask(self, request: Request) -> Answer:
        """The answer to `request`, worded."""
        *_, answer = self.stream(request)
        if not isinstance(answer, Answer):
            raise TypeError("the stream ended without an answer")
        return answer

    def stream(self, request: Request) -> Iterator[Step | WordedSentence | Answer]:
        """Steps, then each sentence as soon as it is checked, then the answer that holds all."""
        answer: Answer | None = None
        for part in super().stream(self._standing_alone(request)):
            if isinstance(part, Answer):
                answer = part.model_copy(update={"question": request.question})
            else:
                yield part
        if answer is None:
            return
        if answer.quotes:
            yield Step("wording", self.llm.model)
        for said in word_answer(answer, self.model, self.reader, self.llm):
            if isinstance(said, Wording):
                answer = answer.model_copy(update={"wording": said})
            else:
                yield said
        yield answer

    def claims(self, text: str) -> tuple[Claim, ...]:
        """The model's claims where it copies them word for word, else the built-in ones."""
        spans = split_claims(text, self.model, self.llm) if self.llm.rewrite else None
        if not spans:
            return super().claims(text)
        return tuple(Claim(span.of(text), span.start, span.end) for span in spans)

    def _standing_alone(self, request: Request) -> Request:
        if not (self.llm.rewrite and request.history):
            return request
        rewritten = rewrite_question(request.question, request.history, self.model, self.llm)
        if rewritten is None:
            return request
        return request.model_copy(update={"question": rewritten, "history": ()})
