"""A desk: a corpus of two articles and its index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Answer, IndexInfo, Quote
from index.opened import Index
from index.settings import IndexSettings
from index.sync import sync

WILD = "Divers & dogs, 3 < 4, searched the *bay* all night."


FIRST = "The ferry sank on 3 May. Nobody was hurt.\n\n" + WILD


SECOND = "A new stadium opened in Bergen. It seats 20,000 people."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FIRST, encoding="utf-8")
    (folder / "stadium.txt").write_text(SECOND, encoding="utf-8")
    return folder


class Desk:
    """A corpus folder and its index, brought in line on demand."""

    def __init__(self, corpus: Path, folder: Path) -> None:
        self.corpus, self.folder = corpus, folder
        self.sync()
        self.index = Index.open(folder, IndexSettings())

    def sync(self) -> None:
        sync(self.corpus, self.folder, IndexSettings())

    def quote(self, words: str, n: int = 1) -> Quote:
        for article in self.index.articles():
            text = self.index.text(article.id)
            if words in text:
                start = text.index(words)
                return Quote(
                    n=n,
                    article_id=article.id,
                    title=article.title,
                    outlet=article.outlet,
                    published=None,
                    origin=article.origin,
                    text=words,
                    start=start,
                    end=start + len(words),
                    path=article.path,
                )
        raise AssertionError(words)

    def answer(self, *words: str, question: str = "What happened?") -> Answer:
        info = IndexInfo(
            version=self.index.version, articles=2, passages=2, embedder="e", reader="r"
        )
        quotes = tuple(self.quote(each, n) for n, each in enumerate(words, 1))
        return Answer(
            question=question,
            standalone_question=question,
            abstained=False,
            quotes=quotes,
            index=info,
        )


@pytest.fixture
def desk(corpus: Path, tmp_path: Path) -> Any:
    made = Desk(corpus, tmp_path / "index")
    yield made
    made.index.close()
