from __future__ import annotations

import datetime as dt
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
import numpy as np
import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import settings as examples
from langchain_core.runnables import RunnableLambda

from corpus.errors import FactcheckError
from corpus.partial_date import PartialDate
from index import layout
from index.admitted import Admission
from index.catalogue import Catalogue
from index.opened import Index
from index.passage import Filters, IndexedArticle
from index.search import fuse
from index.settings import IndexSettings
from index.sync import sync
from tests.index.conftest import write
from tests.index.fakes import HashingEmbedder

SMALL = IndexSettings(passage_words=12)


DATES = ["2019", "2020-02", "2020-02-29", "--09-27", "2021-12-31", None]


OUTLETS = ["River Post", "RIVER POST", "Été Libre", None]


@pytest.fixture(autouse=True)
def hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.opened.load_embedder", HashingEmbedder)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of one article for every date and outlet."""
    root = tmp_path_factory.mktemp("dated")
    for n, date in enumerate(DATES):
        for m, outlet in enumerate(OUTLETS):
            head = [f"title: Boats {n} {m}"]
            head += [f'published: "{date}"'] if date else []
            head += [f"outlet: {outlet}"] if outlet else []
            body = f"Boat {n} of harbour {m} sank. Nobody drowned on boat {n} that night."
            lines = "\n".join(head)
            write(root / "corpus", {f"{n}-{m}.md": f"---\n{lines}\n---\n{body}"})
    sync(root / "corpus", root / "index", SMALL, load=HashingEmbedder)
    return root / "index"


def test_fusing_counts_both_places() -> None:
    found = fuse([3, 1, 2], [2, 9])
    # The list by words counts for more: its second place beats the other's first.
    assert [one.number for one in found] == [2, 9, 3, 1]
    assert found[0].score == pytest.approx(1 / 23 + 1.3 / 21)
    assert (found[0].dense_rank, found[0].words_rank) == (3, 1)
    assert (found[1].dense_rank, found[1].words_rank) == (None, 2)


FILTERS = st.builds(
    Filters,
    since=st.none() | st.dates(dt.date(2018, 1, 1), dt.date(2022, 12, 31)),
    until=st.none() | st.dates(dt.date(2018, 1, 1), dt.date(2022, 12, 31)),
    outlets=st.lists(st.sampled_from(["river post", "ÉTÉ LIBRE", "None"]), max_size=2).map(tuple),
)


@given(filters=FILTERS)
@examples(max_examples=60, deadline=None)
def test_the_catalogue_admits_what_the_filter_admits(dated: Path, filters: Filters) -> None:
    gen = layout.current(dated)
    assert gen is not None
    with closing(Catalogue(gen.catalogue)) as catalogue:
        mask = Admission(catalogue.connection).mask(filters)
        found = catalogue.passages([int(n) for n in np.flatnonzero(mask)])
        admitted = {article.id for _, article in found.values()}
        wanted = {article.id for article in catalogue.articles() if filters.admits(article)}
    assert admitted == wanted


def test_every_hit_passes_the_filter_and_every_admitted_article_can_be_found(dated: Path) -> None:
    filters = Filters(outlets=("river post",), since=dt.date(2020, 1, 1))
    with Index.open(dated, SMALL) as index:
        hits = index.search("boat sank harbour", k=50, filters=filters)
        wanted = {article.id for article in index.articles() if filters.admits(article)}
    assert {hit.article.id for hit in hits} == wanted
    assert wanted
    assert all(hit.similarity is not None for hit in hits)


def test_a_filter_that_admits_nothing_finds_nothing(dated: Path) -> None:
    with Index.open(dated, SMALL) as index:
        assert index.search("boat", filters=Filters(outlets=("nobody",))) == []


def test_a_broad_filter_asks_chroma_and_finds_the_same(
    dated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filters = Filters(outlets=("river post", "été libre"))
    with Index.open(dated, SMALL) as index:
        exact = index.search("boat sank", k=30, filters=filters)
        monkeypatch.setattr("index.state._EXACT", 0)
        asked = index.search("boat sank", k=30, filters=filters)
    assert [(hit.passage.id, hit.dense_rank) for hit in exact] == [
        (hit.passage.id, hit.dense_rank) for hit in asked
    ]


def test_strangers_in_chroma_are_dropped_and_made_up_for(dated: Path) -> None:
    """What a killed sync has left there must not take the places of what may answer."""
    gen = layout.current(dated)
    assert gen is not None
    with closing(Index.open(dated, SMALL)) as index:
        wanted = index.search("boat 3 of harbour 2 sank", k=100)
    from index.built_with import open_vectors

    with (
        closing(Catalogue(gen.catalogue)) as catalogue,
        closing(open_vectors(catalogue.connection, gen, SMALL, create=False)) as vectors,
    ):
        vector = HashingEmbedder(SMALL).query("boat 3 of harbour 2 sank")
        strangers = [f"stranger-{n}" for n in range(150)]
        vectors.add(strangers, np.stack([vector] * 150))
        try:
            with closing(Index.open(dated, SMALL)) as index:
                found = index.search("boat 3 of harbour 2 sank", k=100)
        finally:
            vectors.delete(strangers)
    assert [hit.passage.id for hit in found] == [hit.passage.id for hit in wanted]


def test_many_threads_may_ask(dated: Path) -> None:
    with Index.open(dated, SMALL) as index:
        wanted = [hit.passage.id for hit in index.search("boat sank", k=5)]
        found: list[list[str]] = []

        def ask() -> None:
            for _ in range(5):
                found.append([hit.passage.id for hit in index.search("boat sank", k=5)])
                index.text(index.articles()[0].id)

        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [wanted] * 40


def test_it_is_a_langchain_retriever(dated: Path) -> None:
    with Index.open(dated, SMALL) as index:
        filters = Filters(outlets=("été libre",))
        chain = index.retriever(k=3, filters=filters) | RunnableLambda(lambda found: found[:2])
        documents = chain.invoke("boat sank")
        assert len(documents) == 2
        for document in documents:
            meta = document.metadata
            text = index.text(meta["article_id"])
            assert text[meta["start"] : meta["end"]] == document.page_content
            assert meta["outlet"] == "Été Libre"
            assert meta["passage_id"] == document.id


def test_no_index_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError) as caught:
        Index.open(tmp_path / "nothing", SMALL)
    assert caught.value.hint == "factcheck index"
    (tmp_path / "current").write_text("rubbish")
    with pytest.raises(FactcheckError):
        Index.open(tmp_path, SMALL)


def test_an_unknown_article_is_refused(dated: Path) -> None:
    with Index.open(dated, SMALL) as index:
        assert index.article("none") is None
        with pytest.raises(FactcheckError, match="No article 'none'"):
            index.text("none")


def test_an_empty_index_finds_nothing(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "corpus").mkdir()
    sync(tmp_path / "corpus", folder, SMALL, load=HashingEmbedder)
    with Index.open(folder, SMALL) as index:
        assert index.search("boats") == []
        assert index.search("boats", filters=Filters(outlets=("River Post",))) == []
    write(tmp_path / "corpus", {"a.txt": "Boats\n\nA boat sank."})
    sync(tmp_path / "corpus", folder, SMALL, load=HashingEmbedder)
    with Index.open(folder, SMALL) as index:
        assert [hit.dense_rank for hit in index.search("boats")] == [1]


@given(
    first=st.none() | st.sampled_from(DATES[:-1]),
    since=st.none() | st.dates(dt.date(2019, 1, 1), dt.date(2021, 12, 31)),
)
def test_filters_leave_out_what_may_lie_outside(first: str | None, since: dt.date | None) -> None:
    date = PartialDate.parse(first) if first else None
    article = IndexedArticle("i", "t", "O", date, "p", None, "o", 1, "h")
    admitted = Filters(since=since).admits(article)
    earliest = date.first() if date else None
    assert admitted == (since is None or (earliest is not None and earliest >= since))
    assert Filters().empty
    assert Filters(outlets=("o",)).admits(replace(article, outlet="O"))


def test_who_keeps_the_vectors_to_itself_is_not_waited_for_for_ever(
    dated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gen = layout.current(dated)
    assert gen is not None
    monkeypatch.setattr("index.vectors._PATIENCE", 0.1)
    (lock,) = gen.chroma.glob("*.lock")
    with (
        FileLock(lock),
        Index.open(dated, SMALL) as index,
        pytest.raises(FactcheckError, match="kept the vectors to itself"),
    ):
        index.search("boat")
    with Index.open(dated, SMALL) as index:
        assert index.search("boat")
