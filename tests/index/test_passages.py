from __future__ import annotations

from itertools import pairwise

import hypothesis.strategies as st
from hypothesis import example, given

from corpus.article import Span
from corpus.sentences import sentence_spans
from index.passages import cut, embedded_text, passage_ids, vector_key
from index.stored import pack_spans, pack_text, unpack_spans, unpack_text

LENGTHS = st.lists(st.integers(1, 40), min_size=1, max_size=40)


def text_of(lengths: list[int], breaks: list[int]) -> tuple[str, list[Span]]:
    """Sentences of so many words, with a paragraph's end after some."""
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for number, length in enumerate(lengths):
        sentence = " ".join([f"W{number}", *["word"] * (length - 1)]) + "."
        gap = "\n\n" if number in breaks else " "
        spans.append(Span(at, at + len(sentence)))
        parts.append(sentence + gap)
        at += len(sentence) + len(gap)
    return "".join(parts), spans


@example([1, 1, 1, 1, 1, 2, 1], [5], 5, 2)
@given(LENGTHS, st.lists(st.integers(0, 39)), st.integers(5, 60), st.integers(0, 2))
def test_passages_are_whole_sentences_that_leave_nothing_out(
    lengths: list[int], breaks: list[int], words: int, overlap: int
) -> None:
    text, sentences = text_of(lengths, breaks)
    cuts = cut(text, sentences, words=words, overlap=overlap)
    assert cuts[0].first == 0
    assert cuts[-1].last == len(sentences) - 1
    for before, after in pairwise(cuts):
        assert before.first < after.first <= before.last + 1
        assert before.last < after.last
        if overlap == 0:
            assert after.first == before.last + 1
    for one in cuts:
        assert one.start == sentences[one.first].start
        assert one.end == sentences[one.last].end
        long = sum(lengths[one.first : one.last + 1])
        assert long <= words + words / 3 or one.first == one.last or one is cuts[-1]


def test_a_paragraph_ends_a_passage_that_is_full_enough() -> None:
    text, sentences = text_of([30, 20, 10, 40], [2])
    assert [(one.first, one.last) for one in cut(text, sentences, words=100)] == [(0, 2), (3, 3)]
    text, sentences = text_of([30, 40], [0])
    assert [(one.first, one.last) for one in cut(text, sentences, words=100)] == [(0, 1)]


def test_a_short_tail_joins_the_passage_before_it() -> None:
    text, sentences = text_of([60, 40, 10], [])
    assert [(one.first, one.last) for one in cut(text, sentences, words=100)] == [(0, 2)]


def test_an_overlong_sentence_stands_alone() -> None:
    text, sentences = text_of([10, 500, 90], [])
    assert [(one.first, one.last) for one in cut(text, sentences, words=100)] == [
        (0, 0),
        (1, 1),
        (2, 2),
    ]


def test_no_sentences_no_passages() -> None:
    assert cut("", (), words=10) == []


def test_ids_follow_the_content_and_count_repetitions() -> None:
    keys = [vector_key("m", embedded_text("T", body)) for body in ("a", "b", "a")]
    first = list(passage_ids("x", keys))
    assert len(set(first)) == 3
    assert list(passage_ids("x", [keys[1], keys[0]])) == [first[1], first[0]]
    assert not set(passage_ids("y", keys)) & set(first)
    assert vector_key("other", "T\na") != keys[0] == vector_key("m", "T\na")
    assert embedded_text("", "a") == "a"


@given(st.text(st.characters(codec=None), max_size=300))
def test_texts_and_spans_come_back_as_they_were(text: str) -> None:
    assert unpack_text(pack_text(text)) == text
    spans = sentence_spans(text)
    assert unpack_spans(pack_spans(spans)) == spans
