"""An assistant that notes what it says, so that a run that is cut off asks nothing twice."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Check
from assistant.asking.assistant import Assistant
from assistant.reader.base import Reader, Reading, ReadResult, StanceResult
from assistant.request import Request
from assistant.settings import AnswerSettings
from index.opened import Index
from tests.benchmarks.notebook import Notebook


class Remembering(Assistant):
    """Answers and checks through `notebook`; `scope` names the part of the index that is seen.

    Durations are those of the first time.
    """

    def __init__(
        self,
        index: Index,
        reader: Reader,
        settings: AnswerSettings,
        notebook: Notebook,
        scope: str = "",
    ) -> None:
        super().__init__(index, reader, settings)
        self.notebook = notebook
        self._scope = f"{reader.name} {scope}"

    def ask(self, request: Request) -> Answer:
        """The noted answer, else a new one."""

        def make() -> object:
            return super(Remembering, self).ask(request).model_dump(mode="json")

        noted = self.notebook.recall("ask", self._scope, request.model_dump_json(), make=make)
        return Answer.model_validate(noted)

    def check(self, text: str, id: str | int | None = None) -> Check:  # noqa: A002
        """The noted verdicts, else new ones."""

        def make() -> object:
            return super(Remembering, self).check(text, id).model_dump(mode="json")

        noted = self.notebook.recall("check", self._scope, text, str(id), make=make)
        return Check.model_validate(noted)


class ReadOnce:
    """A reader that knows its last reading, for figures that need it again after an answer."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._last: tuple[str, tuple[Reading, ...]] | None = None
        self._results: list[ReadResult] = []

    @property
    def name(self) -> str:
        return self._reader.name

    def read(self, question: str, passages: Sequence[Reading]) -> list[ReadResult]:
        asked = (question, tuple(passages))
        if asked != self._last:
            self._results = self._reader.read(question, passages)
            self._last = asked
        return self._results

    def judge(self, claim: str, evidence: Sequence[Reading]) -> list[StanceResult]:
        return self._reader.judge(claim, evidence)
