"""From a model's stream of characters to whole sentences with the quotes that they cite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from assistant.llm.citations import ParsedSentence, sentence_of
from assistant.llm.json_replies import from_json
from assistant.llm.thoughts import without_thoughts

_LONGEST_SENTENCE = 2_000
# No nested quantifiers: hostile replies must not make these slow.
_HALF_CITATION = re.compile(r"[\[【〔［][\s\d,;&#–-]{0,40}$")
_END = re.compile(r"[.!?…][\"'”’)\]】〕］\d\s,;\[【〔［–-]{0,60}?(?=\s+[\"'“‘(]?[A-Z0-9À-Þ]|\s*\n)")
_NOT_AN_END = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sen|Gen|Gov|Rep|Lt|Col|vs|No"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_NUMBERED = re.compile(r"[\s*•-]*\d{1,2}\.")
_JSON_LINE = re.compile(r"(?:^|\n)[ \t]*(?:\{|\[\s*[{\"])")


def parse_stream(chunks: Iterable[str], *, known: set[int]) -> Iterator[ParsedSentence]:
    """Sentences as soon as they are whole; numbers outside `known` are dropped.

    Takes prose, lists, code fences and JSON (`{"sentences": [{"text", "quotes"}]}`), whole or cut
    off, and skips what a model thinks aloud first. The time is linear in the stream: only the
    unfinished sentence is looked at again, and that is cut at 2,000 characters.
    """
    pending = ""
    source = iter(without_thoughts(chunks))
    for chunk in source:
        pending += chunk
        json_line = _JSON_LINE.search(pending)
        if json_line:
            before = pending[: json_line.start()] + "\n"
            yield from _parsed(_whole_sentences(before)[1], known)
            yield from from_json(chain([pending[json_line.start() :]], source), known)
            return
        pending, sentences = _whole_sentences(pending)
        yield from _parsed(sentences, known)
    yield from _parsed(_whole_sentences(pending + "\n")[1], known)


def _whole_sentences(pending: str) -> tuple[str, list[str]]:
    """What is unfinished, and the sentences before it."""
    sentences, start = [], 0
    for match in _END.finditer(pending):
        if _NUMBERED.fullmatch(pending, start, match.start() + 1):
            continue  # "1. It opened": the number of a list
        if not _NOT_AN_END.search(pending, max(start, match.start() - 8), match.start() + 1):
            sentences.append(pending[start : match.end()])
            start = match.end()
    rest = pending[start:]
    while (newline := rest.find("\n")) >= 0:
        sentences.append(rest[:newline])
        rest = rest[newline + 1 :]
    # Marks that follow the full stop belong to the sentence before: hold it until they are whole.
    if sentences and _HALF_CITATION.fullmatch(rest.strip()):
        rest = sentences.pop() + rest
    if len(rest) > _LONGEST_SENTENCE:
        sentences.append(rest)
        rest = ""
    return rest, sentences


def _parsed(sentences: Iterable[str], known: set[int]) -> Iterator[ParsedSentence]:
    for raw in sentences:
        sentence = sentence_of(raw, known)
        if sentence is not None:
            yield sentence
