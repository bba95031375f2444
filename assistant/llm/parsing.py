"""From a model's stream of characters to whole sentences with the quotes that they cite."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LONGEST_SENTENCE = 2_000
# No nested quantifiers: hostile replies must not make these slow.
_CITATION = re.compile(r"[\[【(]\s*((?:quotes?|sources?)\s*)?(#?\d[\d\s,;&#]{0,60})[\]】)]", re.I)
_HALF_CITATION = re.compile(r"[\[【][\s\d,;&#]{0,40}$")
_MARKUP = re.compile(r"^\s*(?:[-*•>#]+\s+|\d{1,2}[.)]\s+)|\*\*|__|`")
_END = re.compile(r"[.!?…][\"'”’)\]】\d\s,;\[【]{0,60}?(?=\s+[\"'“‘(]?[A-Z0-9À-Þ]|\s*\n)")
_NOT_AN_END = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sen|Gen|Gov|Rep|Lt|Col|vs|No"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_LABEL = re.compile(r"^(?:answer|sentence|response)s?\s*:\s*", re.I)


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence without its citation marks, and the known quote numbers that it cites."""

    text: str
    quotes: tuple[int, ...]


def parse_stream(chunks: Iterable[str], *, known: set[int]) -> Iterator[ParsedSentence]:
    """Sentences as soon as they are whole; numbers outside `known` are dropped.

    Takes prose, lists, code fences and JSON (`{"sentences": [{"text", "quotes"}]}`), whole or cut
    off. The time is linear in the stream: only the unfinished sentence is looked at again, and
    that is cut at 2,000 characters.
    """
    pending = ""
    seen_text = False
    source = iter(chunks)
    for chunk in source:
        pending += chunk
        if not seen_text:
            start = pending.lstrip()
            if start.startswith(("{", "[{", "`")) or not start:
                if "\n" in start or start.startswith(("{", "[{")):
                    head = re.sub(r"^```\w*\s*", "", start)
                    if head.startswith(("{", "[")) and not _CITATION.match(head):
                        yield from _from_json(head + "".join(source), known)
                        return
                    pending, seen_text = head, bool(head)
                continue
            seen_text = True
        pending, sentences = _whole_sentences(pending)
        yield from _parsed(sentences, known)
    yield from _parsed([*_whole_sentences(pending + "\n")[1]], known)


def _whole_sentences(pending: str) -> tuple[str, list[str]]:
    """What is unfinished, and the sentences before it."""
    sentences, start = [], 0
    for match in _END.finditer(pending):
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
        text, quotes = _split_citations(raw)
        if any(character.isalnum() for character in text):
            yield ParsedSentence(text, tuple(n for n in quotes if n in known))


def _split_citations(raw: str) -> tuple[str, list[int]]:
    quotes: list[int] = []

    def take(match: re.Match[str]) -> str:
        whole, word, numbers = match.group(0, 1, 2)
        # (2015) is prose; [2015] and (quote 2) are marks.
        if whole.startswith("(") and not word:
            return whole
        quotes.extend(int(n) for n in re.findall(r"\d+", numbers))
        return " "

    text = _HALF_CITATION.sub(" ", _CITATION.sub(take, raw))
    text = _LABEL.sub("", _MARKUP.sub("", text).replace("```", " ").strip())
    text = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split()))
    return text, list(dict.fromkeys(quotes))


def _from_json(text: str, known: set[int]) -> Iterator[ParsedSentence]:
    """Each whole sentence object, also where the document around it is cut off."""
    decoder = json.JSONDecoder()
    position = text.find("{", 1 if text.startswith("{") and '"sentences"' in text[:200] else 0)
    while position >= 0:
        try:
            value, end = decoder.raw_decode(text, position)
        except (json.JSONDecodeError, RecursionError):
            return
        yield from _from_object(value, known)
        position = text.find("{", end)


def _from_object(value: object, known: set[int]) -> Iterator[ParsedSentence]:
    if not isinstance(value, dict):
        return
    if isinstance(value.get("sentences"), list):
        for inner in value["sentences"][:100]:
            yield from _from_object(inner, known)
        return
    text = next(
        (v for k in ("text", "sentence", "answer") if isinstance(v := value.get(k), str)), ""
    )
    cited = value.get("quotes", value.get("citations", []))
    numbers = [n for n in cited if isinstance(n, int)] if isinstance(cited, list) else []
    clean, inline = _split_citations(text)
    if clean:
        yield ParsedSentence(clean, tuple(n for n in dict.fromkeys(numbers + inline) if n in known))
