"""Any order of writing, editing, moving, deleting, breaking, syncing, stopping and rebuilding."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from index import layout
from index.opened import Index
from index.rebuild import rebuild
from index.report import CancelledError, Progress
from index.settings import IndexSettings
from index.sync import sync
from tests.index.comparing import assert_consistent, contents
from tests.index.fakes import HashingEmbedder

SETTINGS = IndexSettings(passage_words=12)
NAMES = st.sampled_from(["a.txt", "b.txt", "sub/c.txt", "sub/d.md"])
SENTENCES = st.lists(
    st.sampled_from(
        [
            "The bridge opened in May.",
            "Nobody counted the boats that came in.",
            "Prices rose by 4 percent, the bank said.",
            "The minister denied it twice on Friday.",
            "A second storm reached the coast.",
        ]
    ),
    min_size=1,
    max_size=8,
)


class Stop(BaseException):
    """Ends a sync whose folder was copied in mid-air."""


class IndexMachine(RuleBasedStateMachine):
    """`files` is what the folder holds, `indexed` what the last finished sync saw."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="factcheck-machine-"))
        self.corpus, self.folder = self.root / "corpus", self.root / "index"
        self.corpus.mkdir()
        self.files: dict[str, str] = {}
        self.indexed: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self.clock = 0

    @initialize()
    def begin(self) -> None:
        self.write("a.txt", ["The bridge opened in May."])
        self.update()

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @rule(name=NAMES, sentences=SENTENCES)
    def write(self, name: str, sentences: list[str]) -> None:
        text = "A title line\n\n" + " ".join(sentences)
        (self.corpus / name).parent.mkdir(exist_ok=True)
        (self.corpus / name).write_text(text)
        self.files[name] = text

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        if self.files.pop(name, None) is not None:
            (self.corpus / name).unlink()

    @rule(old=NAMES, new=NAMES)
    def move(self, old: str, new: str) -> None:
        if old in self.files and old != new:
            (self.corpus / new).parent.mkdir(exist_ok=True)
            (self.corpus / old).rename(self.corpus / new)
            self.files[new] = self.files.pop(old)

    @rule()
    def update(self) -> None:
        report = sync(self.corpus, self.folder, SETTINGS, load=HashingEmbedder)
        assert not report.failed
        self.finished()

    @rule()
    def build_again(self) -> None:
        rebuild(self.corpus, self.folder, SETTINGS, load=HashingEmbedder)
        self.finished()

    @rule(after=st.integers(0, 12), building=st.booleans())
    def kill(self, after: int, building: bool) -> None:
        """A kill is what lies on the disk at that moment, and nothing of what comes later."""
        copied = self.root / "copied"
        left = after

        def progress(_: Progress) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                shutil.copytree(self.folder, copied)
                raise Stop

        try:
            (rebuild if building else sync)(
                self.corpus, self.folder, SETTINGS, progress=progress, load=HashingEmbedder
            )
        except Stop:
            shutil.rmtree(self.folder)
            copied.rename(self.folder)
        else:
            self.finished()

    @rule(after=st.integers(0, 5))
    def cancel(self, after: int) -> None:
        left = after

        def cancelled() -> bool:
            nonlocal left
            left -= 1
            return left < 0

        try:
            sync(self.corpus, self.folder, SETTINGS, cancelled=cancelled, load=HashingEmbedder)
        except CancelledError:
            return
        self.finished()

    def finished(self) -> None:
        """What every finished sync must have reached."""
        self.indexed = dict(self.files)
        found = contents(self.folder)
        assert_consistent(found)
        ids = {row[1]: id_ for id_, row in found["articles"].items()}
        for path in ids.keys() & self.ids.keys():
            assert ids[path] == self.ids[path], "an article that stays where it is keeps its id"
        self.ids = ids

    @precondition(lambda self: layout.current(self.folder) is not None)
    @invariant()
    def the_last_finished_state_answers(self) -> None:
        with Index.open(self.folder, SETTINGS) as index:
            texts = {article.path: index.text(article.id) for article in index.articles()}
        assert texts.keys() == self.indexed.keys()
        for path, text in self.indexed.items():
            assert text.split("\n\n")[1] in texts[path]


TestIndexMachine = IndexMachine.TestCase
TestIndexMachine.settings = settings(
    max_examples=6,
    stateful_step_count=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
