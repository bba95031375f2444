"""A user's file of questions: what is taken, and what is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluating.cases import read_cases
from corpus.errors import UsageError


def written(folder: Path, text: str) -> Path:
    file = folder / "questions.jsonl"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_field_is_read(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        '\ufeff{"id": 7, "question": "When did the bridge open?", "answers": "May 9",'
        ' "articles": ["bridge.md"], "since": "2019-01-01", "outlets": ["Harbour Post"]}\n\n'
        '{"question": "Who paid?", "refuse": true}\n',
    )
    first, second = read_cases(file)
    assert first.answers == ("May 9",)
    assert str(first.since) == "2019-01-01"
    assert (first.id, first.outlets) == (7, ("Harbour Post",))
    assert second.refuse


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: not JSON"),
        ('{"question": ""}', "line 2: question"),
        ('{"question": "Who?"}', "give `answers` or `articles`"),
        ('{"question": "Who?", "answers": ["x"], "refuse": true}', "give `answers`"),
        ('{"question": "Who?", "answers": ["x"], "answer_": 1}', "line 2: answer_"),
        ('{"question": "Who?", "answers": ["x"], "since": "last year"}', "line 2: since"),
        ("[]", "line 2: not an object"),
        ("[" * 100_000, "line 2: not JSON"),
        ('{"question": "  ", "refuse": true}', "line 2: question: an empty text"),
        ('{"question": "Who?", "answers": ["Ann", ""]}', "line 2: answers: an empty text"),
        (
            '{"question": "Who?", "refuse": true, "since": "2020-02-01", "until": "2020-01-01"}',
            "line 2: `since` 2020-02-01 lies after `until` 2020-01-01",
        ),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    file = written(tmp_path, '{"question": "Who?", "answers": ["x"]}\n' + line)
    with pytest.raises(UsageError, match="line 2") as caught:
        read_cases(file)
    assert said in str(caught.value)
    assert caught.value.hint


def test_the_first_of_many_wrong_lines_is_named(tmp_path: Path) -> None:
    file = written(tmp_path, '{"question": "Who?", "answers": ["x"]}\n' + "{}\n" * 3)
    with pytest.raises(UsageError, match=r"line 2: question: .*\(and 2 more lines\)"):
        read_cases(file)


def test_a_line_ends_at_a_newline_only(tmp_path: Path) -> None:
    file = written(tmp_path, '{"question": "Who\u2028is\x85it?", "answers": ["x"]}\r\n')
    assert [case.question for case in read_cases(file)] == ["Who\u2028is\x85it?"]


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    with pytest.raises(UsageError, match="not text in UTF-8"):
        read_cases(file)
    with pytest.raises(UsageError, match="can't be read: Is a directory"):
        read_cases(tmp_path)


def test_no_file_and_no_question(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.jsonl can't be read"):
        read_cases(tmp_path / "missing.jsonl")
    with pytest.raises(UsageError, match="holds no question"):
        read_cases(written(tmp_path, "\n \n"))
