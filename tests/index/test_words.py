from __future__ import annotations

import sqlite3

import hypothesis.strategies as st
import pytest
from hypothesis import given

from index.words import WordSearch

ROWS = [
    ("Harbour", "The harbour opened in 2015."),
    ("Figures", "Between 5,000 and 7,000 people came, the minister said."),
    ("Figures", "Some 7 of 000 codes, nothing else."),
    ("Café", "The café on 2015-09-30 was full of journalists reporting."),
]


@pytest.fixture(scope="module")
def search() -> WordSearch:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5(title, body, content='',"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )
    connection.executemany(
        "INSERT INTO words(rowid, title, body) VALUES (?, ?, ?)",
        [(n, *row) for n, row in enumerate(ROWS, 1)],
    )
    return WordSearch(connection)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("when did the harbour open?", 1),
        ("7,000", 2),
        ("cafe", 4),
        ("what happened on 2015-09-30?", 4),
        ("reporter's report", 4),
        ("MINISTER", 2),
    ],
)
def test_words_numbers_and_stems(search: WordSearch, query: str, first: int) -> None:
    assert next(search.ranked(query, "v", 4)) == first


def test_a_number_with_a_comma_is_one_thing(search: WordSearch) -> None:
    assert list(search.ranked("7,000", "v", 4)) == [2]


def test_common_words_are_dropped_unless_all_are(
    search: WordSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.words.COMMON_AT_LEAST", 1)
    assert list(search.ranked("the minister", "v2", 4)) == [2]
    assert set(search.ranked("the", "v2", 4)) == {1, 2, 4}


@given(st.text(max_size=60))
def test_no_text_is_a_query_error(search: WordSearch, text: str) -> None:
    assert set(search.ranked(text, "v", 4)) <= {1, 2, 3, 4}
