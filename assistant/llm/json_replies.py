"""Sentences out of a JSON reply, each as soon as its object is whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from assistant.llm.citations import ParsedSentence, sentence_of

_LONGEST_OBJECT = 4_000
_WRAPPER = re.compile(r"\s*\{\s*\"(?:sentences|answers?|response)\"\s*:\s*(?=\[)")
_SKIPPED = re.compile(r"[\s,\[]*")


def from_json(chunks: Iterable[str], known: set[int]) -> Iterator[ParsedSentence]:
    """The sentences of `{"sentences": [{"text", "quotes"}]}`, also where it is cut off.

    A bare list, a single object and plain strings will do. An object over 4,000 characters ends
    it, so that a part that never ends costs no more than its length.
    """
    decoder, pending, listed = json.JSONDecoder(), "", False
    for chunk in chunks:
        pending += chunk
        if not listed:
            wrapper = _WRAPPER.match(pending)
            pending = pending[wrapper.end() :] if wrapper else pending
            listed = pending.lstrip().startswith("[")
        # Only these can make an object or a string whole.
        if "}" in chunk or '"' in chunk:
            while (start := _SKIPPED.match(pending)) and pending[start.end() :][:1] in ("{", '"'):
                try:
                    value, end = decoder.raw_decode(pending, start.end())
                except (ValueError, RecursionError):
                    break
                pending = pending[end:]
                yield from _said(value, known)
        if len(pending) > _LONGEST_OBJECT or (listed and pending.lstrip().startswith("]")):
            return


def _said(value: object, known: set[int]) -> Iterator[ParsedSentence]:
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict):
        return
    if isinstance(value.get("sentences"), list):
        for inner in value["sentences"][:100]:
            yield from _said(inner, known)
        return
    text = next(
        (v for k in ("text", "sentence", "answer") if isinstance(v := value.get(k), str)), ""
    )
    cited = value.get("quotes", value.get("citations", []))
    sentence = sentence_of(text, known, _numbers(cited, known))
    if sentence is not None:
        yield sentence


def _numbers(cited: object, known: set[int]) -> list[int]:
    """Numbers in a list, or in a text such as "1, 2"."""
    each = cited if isinstance(cited, list) else [cited]
    digits = re.findall(r"\d{1,9}", " ".join(str(n) for n in each[:50] if type(n) in (int, str)))
    return [n for n in map(int, digits) if n in known]
