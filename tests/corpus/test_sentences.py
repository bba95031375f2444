"""Sentence spans: where they part, and what always holds for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The U.S. Secretary of State spoke. He left.",
            ["The U.S. Secretary of State spoke.", "He left."],
        ),
        (
            "They moved to the U.S. The house stands empty.",
            ["They moved to the U.S.", "The house stands empty."],
        ),
        ("George W. Bush met J. K. Rowling.", ["George W. Bush met J. K. Rowling."]),
        (
            "Sen. Mary Oak and Gen. Paul Elm agreed. Gov. Ash did not.",
            ["Sen. Mary Oak and Gen. Paul Elm agreed.", "Gov. Ash did not."],
        ),
        ("The strikes began Sept. 30, they said.", ["The strikes began Sept. 30, they said."]),
        (
            '"I do not know. Maybe it is so," he said. "We wait."',
            ['"I do not know.', 'Maybe it is so," he said.', '"We wait."'],
        ),
        (
            "The bridge was closed near the river.Later it was opened again.",
            ["The bridge was closed near the river.", "Later it was opened again."],
        ),
        ("It starts at 5 p.m. Monday in the hall.", ["It starts at 5 p.m. Monday in the hall."]),
        ("It ended at 5 p.m. They went home.", ["It ended at 5 p.m.", "They went home."]),
        (
            "DUSHANBE, September 15. /TASS/. The summit opened.",
            ["DUSHANBE, September 15. /TASS/.", "The summit opened."],
        ),
        ("A heading\nA sentence. Another one!", ["A heading", "A sentence.", "Another one!"]),
        ("Prices rose 2.5 percent in No. 10 of the list.", None),
        ("See example.org for more.", None),
        ("It was then-Sen. Mary Oak who asked: “Why not?” he said.", None),
        ("Look at this! https://example.org/x", ["Look at this!", "https://example.org/x"]),
        ("1. The wall stays. 2. The pumps go.", ["1. The wall stays.", "2. The pumps go."]),
        ("They won 3-1.Then they left.", ["They won 3-1.", "Then they left."]),
        ('He asked: "Why?" She shrugged.', ['He asked: "Why?"', "She shrugged."]),
    ],
)
def test_where_sentences_part(text: str, expected: list[str] | None) -> None:
    assert sentences(text) == (expected or [text])


def test_a_mark_without_letters_belongs_to_its_neighbour() -> None:
    assert sentences("He left. ”") == ["He left. ”"]


def test_empty_text_has_no_sentences() -> None:
    assert sentence_spans("") == ()
    assert sentence_spans(" \n \n") == ()


PIECES = st.sampled_from(
    [
        "The U.S.",
        "Sen.",
        "He said",
        " ",
        "\n",
        ".",
        "?",
        '"',
        "“",
        "”",
        "A.",
        "5 p.m.",
        "Sept.",
        "30",
    ]
)
TEXTS = st.text(max_size=300) | st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS)
def test_spans_are_ordered_trimmed_and_cover_everything(text: str) -> None:
    spans = sentence_spans(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        assert "\n" not in span.of(text)
        assert not text[end : span.start].strip()
        end = span.end
    assert not text[end:].strip()


@given(TEXTS)
def test_a_line_alone_parts_as_it_does_within_a_text(text: str) -> None:
    whole = sentences(text)
    assert whole == [sentence for line in text.split("\n") for sentence in sentences(line)]
