from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.llm.citations import ParsedSentence
from assistant.llm.parsing import parse_stream

KNOWN = {1, 2, 3}


def parse(text: str, size: int = 3) -> list[tuple[str, tuple[int, ...]]]:
    chunks = [text[i : i + size] for i in range(0, len(text), size)]
    return [(s.text, s.quotes) for s in parse_stream(chunks, known=KNOWN)]


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("The bridge opened on May 3 [1].", [("The bridge opened on May 3.", (1,))]),
        ("It opened. [1][2] It cost $3.5 million [3].",
         [("It opened.", (1, 2)), ("It cost $3.5 million.", (3,))]),
        ("It opened [1, 3] on Sept. 30 in the U.S. capital [2].",
         [("It opened on Sept. 30 in the U.S. capital.", (1, 3, 2))]),
        ("- It opened [1].\n- It closed [9].", [("It opened.", (1,)), ("It closed.", ())]),
        ("It opened (2015) in May [quote 2].", [("It opened (2015) in May.", (2,))]),
        ("It opened 【1】 and", [("It opened and", (1,))]),
        ("It opened in May [1", [("It opened in May", ())]),
        ("Answer: **It opened** [1].", [("It opened.", (1,))]),
        ("```\nIt opened [1].\n```", [("It opened.", (1,))]),
        ("[1] It opened.", [("It opened.", (1,))]),
        ("It opened [1-3]. It closed [2–9].", [("It opened.", (1, 2, 3)), ("It closed.", (2, 3))]),
        ("It opened [1]-[2].", [("It opened.", (1, 2))]),
        ("It opened ［1］ today 〔2〕.", [("It opened today.", (1, 2))]),
        ("It opened [quote 1, quote 2] at [noon].", [("It opened at [noon].", (1, 2))]),
        ("It opened [1 and 3].", [("It opened.", (1, 3))]),
        ("It opened【1†source】. It closed [^2].", [("It opened.", (1,)), ("It closed.", (2,))]),
        ("It opened [1-999999999][99999999999999999999].", [("It opened.", (1, 2, 3))]),
        ("1. It opened [1].\n2. It closed [2].", [("It opened.", (1,)), ("It closed.", (2,))]),
        ("<think>Was it [3]? Yes.</think>\nIt opened [1].", [("It opened.", (1,))]),
        ("<think>Was it [3]? Yes. It", []),
        ("", []),
        ("\n \n", []),
    ],
)  # fmt: skip
def test_prose_in_any_chunks(reply: str, expected: list[object], size: int) -> None:
    assert parse(reply, size) == expected


@pytest.mark.parametrize("size", [1, 5, 1000])
@pytest.mark.parametrize("fence", ["{}", "```json\n{}\n```", "```\n{}"])
def test_json_whole_and_fenced(fence: str, size: int) -> None:
    reply = json.dumps({"sentences": [{"text": "It opened {here}.", "quotes": [1, 7]},
                                      {"text": "It closed [2].", "quotes": []}]})  # fmt: skip
    assert parse(fence.replace("{}", reply), size) == [
        ("It opened {here}.", (1,)),
        ("It closed.", (2,)),
    ]


@pytest.mark.parametrize("size", [1, 5, 1000])
@pytest.mark.parametrize(
    "reply",
    [
        '[{"text": "It opened.", "quotes": [1]}, {"text": "It closed.", "quotes": ["2"]}]',
        '{"sentences": ["It opened [1].", "It closed [2]."]}',
        '{"answer": [{"sentence": "It opened.", "quotes": "1"}, {"answer": "It closed [2]."}]}',
        '{"text": "It opened.", "quotes": [1]}\n{"text": "It closed.", "citations": [2]}',
        '<think>JSON, then.</think>{"sentences": ["It opened [1].", "It closed [2]."], "n": "x"}',
    ],
)
def test_json_of_other_shapes(reply: str, size: int) -> None:
    assert parse(reply, size) == [("It opened.", (1,)), ("It closed.", (2,))]


@pytest.mark.parametrize("size", [1, 5, 1000])
def test_json_after_a_word_of_greeting(size: int) -> None:
    reply = 'Sure, here you are:\n```json\n{"sentences": ["It opened [1]."]}\n```\nHave fun.'
    assert parse(reply, size)[-1] == ("It opened.", (1,))
    assert len(parse(reply, size)) == 2


def test_a_sentence_of_json_is_there_before_the_stream_ends() -> None:
    def chunks():
        yield '{"sentences": [{"text": "It opened.", "quotes": [1]}, {"te'
        raise AssertionError("the first sentence should have come before this")

    assert next(parse_stream(chunks(), known=KNOWN)) == ParsedSentence("It opened.", (1,))


def test_json_cut_off_keeps_what_is_whole() -> None:
    reply = '{"sentences": [{"text": "It opened.", "quotes": [1]}, {"text": "It clo'
    assert parse(reply) == [("It opened.", (1,))]


def test_a_sentence_is_there_before_the_stream_ends() -> None:
    def chunks():
        yield "It opened [1]. It"
        raise AssertionError("the first sentence should have come before this")

    assert next(parse_stream(chunks(), known=KNOWN)) == ParsedSentence("It opened.", (1,))


@settings(deadline=None)
@given(st.text(alphabet='[]【(){}"`.0123456789,; \nabcQ', max_size=300), st.integers(1, 9))
def test_never_raises_never_cites_the_unknown(text: str, size: int) -> None:
    for _, quotes in parse(text, size):
        assert set(quotes) <= KNOWN


@pytest.mark.parametrize(
    "unit",
    [
        "[1",
        "1",
        "(",
        "{",
        ". ",
        "[1,",
        "`",
        '{"text": ',
        "a. 1 ",
        "[",
        "\n[",
        "-",
        "<think>",
        '["}',
    ],
)
def test_time_is_linear(unit: str) -> None:
    def seconds(characters: int) -> float:
        text = unit * (characters // len(unit))
        started = time.process_time()
        parse(text, 20)
        return time.process_time() - started

    seconds(4_000)
    # Sixteen times the text: a quadratic parser would take 256 times as long.
    assert seconds(64_000) < 80 * max(seconds(4_000), 0.001)
