"""Follow-ups made to stand alone, without a language model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Turn
from assistant.asking.antecedents import Before, resolve_pronouns, topic
from assistant.questions.expected import asks_yes_no
from assistant.values.dates import find_dates
from assistant.values.names import find_names

_LINK = re.compile(r"^(?:and|but|so|also|ok(?:ay)?|then|well)\b[,]?\s+", re.I)
_WHO_SAID = re.compile(
    r"^(?:who (?:said|says|claimed|claims|told|reported|stated|announced) (?:that|this|so|it)"
    r"|says who|said who|according to (?:whom|who)|who is (?:the|your) source"
    r"(?: for (?:that|this))?"
    r"|whose (?:words|claim) (?:is|are|was|were) (?:that|this|these|those))\s*[?.!]*$",
    re.I,
)
_ABOUT = re.compile(r"^(?:what|how) about\s+(?P<new>.+?)\s*[?.!]*$", re.I)
_BARE = re.compile(
    r"^(?P<wh>why(?: not)?|when|where|who|whom|how|how (?:many|much|long|often|far)"
    r"|since when|until when|from where|by whom|with whom|what for"
    r"|(?:on |in )?(?:what|which) (?:day|date|year|month|country|city|place))"
    r"(?: (?:exactly|precisely|then|else))?\s*[?.!]*$",
    re.I,
)
_PLACED = re.compile(r"^(?:why|when|where|how(?! (?:many|much|long|old|often|far)))\s+(?=\w)", re.I)
_COUNTED = re.compile(r"^how (?:many|much)\s+(?=\w)", re.I)
_CHOSEN = re.compile(
    r"^(?:what|which)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?=(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could)\s)",
    re.I,
)
_WHO = re.compile(r"^(?:who|what)\s+(?=\w)", re.I)
_PREPOSITION = re.compile(
    r"(?:in|of|on|at|from|to|with|by|for|against|during|after|before)\s+", re.I
)
_AGAIN = re.compile(
    r"^(?:really|seriously|are you sure|sure|is (?:that|this|it) (?:true|right|correct|so)"
    r"|(?:tell me |say )?more|go on|(?:any |more )?details|(?:anything|what) else)\s*[?.!]*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Followup:
    """A question that stands alone: `shown` to the user, `searched` in the articles.

    `of_speaker`: it asks who said what was answered before; `searched` is then that question.
    """

    shown: str
    searched: str
    of_speaker: bool = False


def standalone(question: str, history: Sequence[Turn]) -> str:
    """`question` with what it leaves to the turns before it filled in."""
    return follow(question, history).shown


def follow(question: str, history: Sequence[Turn]) -> Followup:
    """How `question` is to be understood after `history`; a new subject is left as it is."""
    plain = " ".join(question.split())
    if not history or not plain:
        return Followup(plain, plain)
    last = history[-1]
    before = Before(last.standalone_question or last.question, last.answer)
    core = _LINK.sub("", plain)
    if _WHO_SAID.match(core):
        claim = before.question.rstrip("?!. ")
        answer = f" — “{before.answer}”" if before.short_answer else ""
        return Followup(f"Who said that: {claim}{answer}?", before.question, of_speaker=True)
    text = _capital(_filled(core, plain, before))
    return Followup(text, text)


def _filled(core: str, plain: str, before: Before) -> str:
    if _AGAIN.match(core):
        return before.question
    about = _ABOUT.match(core)
    if about:
        return _instead(about["new"], before)
    bare = _BARE.match(core)
    if bare:
        return _asked_of(bare["wh"], before)
    if core != plain and _names_only(core):
        return _instead(core.rstrip("?!. "), before)
    return resolve_pronouns(core, before)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _names_only(core: str) -> bool:
    """Whether "and Turkey?" names something and asks nothing."""
    return len(core.split()) <= 4 and not re.search(
        r"\b(?:who|what|when|where|why|how|which)\b", core, re.I
    ) and not asks_yes_no(core)  # fmt: skip


def _asked_of(wh: str, before: Before) -> str:
    """The earlier question asked with `wh`: "why?" after "When did X begin?"."""
    wh = "why" if wh.lower() == "why not" else wh
    question = before.question
    if asks_yes_no(question):
        return f"{wh} {question[:1].lower()}{question[1:]}"
    if _PLACED.match(question):
        return f"{wh} {_PLACED.sub('', question, count=1)}"
    if _COUNTED.match(question):
        return f"{wh} {_COUNTED.sub('', question, count=1)}"
    chosen = _CHOSEN.match(question)
    if chosen:
        return f"{wh} {question[chosen.end() :]}"
    if _WHO.match(question) and before.short_answer:
        return f"{wh} {before.answer} {_WHO.sub('', question, count=1)}"
    return f"{wh} {topic(question)}?"


def _instead(new: str, before: Before) -> str:
    """The earlier question with `new` in place of what is of its kind."""
    question = before.question
    if new.casefold() in question.casefold():
        return question
    preposition = _PREPOSITION.match(new)
    core = new[preposition.end() :] if preposition else new
    old = _of_kind(core, question)
    if old is not None:
        start, end = old
        if preposition:
            start = _whole_object(preposition[0], question, start)
        return question[:start] + core + question[end:]
    head = question.rstrip("?!. ")
    if preposition:
        return f"{head} {new}?"
    if find_dates(core, None):
        return f"{head} in {core}?"
    names = find_names(core)
    if names and names[0].type == "place":
        return f"{head} in {core}?"
    return f"{head}, {core}?"


def _whole_object(preposition: str, question: str, start: int) -> int:
    """Where what hangs on the same preposition begins: "from | the former Soviet Union"."""
    near = re.compile(rf"\b{preposition.strip()}\s+(?=(?:\w+\s+){{0,3}}$)", re.I)
    found = near.search(question[:start])
    return found.end() if found else start


def _of_kind(new: str, question: str) -> tuple[int, int] | None:
    """Where in `question` something of the kind of `new` stands, the last such; None if nowhere."""
    if find_dates(new, None):
        dates = find_dates(question, None)
        return (dates[-1].start, dates[-1].end) if dates else None
    wanted = find_names(new)
    if not wanted:
        return None
    there = [name for name in find_names(question) if name.sure]
    same = [name for name in there if name.type == wanted[0].type] or [
        name for name in there if "name" in (name.type, wanted[0].type)
    ]
    return (same[-1].start, same[-1].end) if same else None
