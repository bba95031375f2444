"""What the assistant hands up, in the shape of its JSON contract."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["date", "number", "name", "span", "yes_no"]
Relation = Literal["main", "agrees", "differs", "earlier", "later"]
Verdict = Literal["supported", "refuted", "conflicting", "not_enough_info"]
Stance = Literal["supports", "refutes", "neutral"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Quote(_Model):
    """A verbatim quote: `text` is characters `start..end` of the article's text, always.

    `published` is ISO, shortened where only part is known; `origin` names the independent source;
    `score` is the reader's probability; `speaker` who says it, where the sentence has one.
    """

    n: int
    article_id: str
    title: str
    outlet: str | None
    published: str | None
    origin: str
    text: str
    start: int
    end: int
    path: str
    url: str | None = None
    content_hash: str = ""
    speaker: str | None = None
    score: float | None = None


class StanceQuote(Quote):
    """A quote with what it says of a claim."""

    stance: Stance


class ShortAnswer(_Model):
    """The answer in a few words: `text` as quoted, `value` its normal form (dates ISO)."""

    text: str
    value: str
    kind: Kind


class Statement(_Model):
    """One sentence of the answer with the numbers of the quotes that prove it."""

    text: str
    quotes: tuple[int, ...]
    speaker: str | None = None


class Finding(_Model):
    """One value that answers, who says it, and how it relates to the first one.

    `origins` counts independent sources. `event_date` is when it happened, `as_of` the publishing
    date of its first quote: both ISO, maybe partial, or null.
    """

    text: str
    value: str
    kind: Kind
    quotes: tuple[int, ...]
    origins: int
    relation: Relation
    event_date: str | None = None
    as_of: str | None = None
    speaker: str | None = None
    score: float | None = None


SentenceState = Literal["proven", "struck", "uncited"]


class WordedSentence(_Model):
    """A sentence that a language model wrote, the quotes it cites, and what the checks said.

    `state`: "proven" passed every check, "struck" failed one (`reason` says which), "uncited"
    names no quote and so proves nothing.
    """

    text: str
    quotes: tuple[int, ...]
    state: SentenceState
    reason: str | None = None


class Wording(_Model):
    """The answer as a language model worded it, sentence by sentence, each checked.

    `passed` counts the proven ones. `failure` is one sentence where the model could not be used
    or nothing that it wrote passed: the built-in answer stands then.
    """

    model: str
    sentences: tuple[WordedSentence, ...] = ()
    passed: int = 0
    failure: str | None = None


class IndexInfo(_Model):
    """Which index and models answered."""

    version: str
    articles: int
    passages: int
    embedder: str
    reader: str


class Answer(_Model):
    """A proven answer, or an abstention with its reason and the nearest quotes.

    `notes` are plain sentences about what was left out (a quote that no longer stands, a value
    outside the filter). `seconds` are wall-clock durations by step.
    """

    id: str | int | None = None
    question: str
    standalone_question: str
    abstained: bool
    reason: str | None = None
    short_answer: ShortAnswer | None = None
    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()
    quotes: tuple[Quote, ...] = ()
    nearest: tuple[Quote, ...] = ()
    notes: tuple[str, ...] = ()
    wording: Wording | None = None
    index: IndexInfo
    seconds: dict[str, float] = Field(default_factory=dict)


class ClaimVerdict(_Model):
    """A claim at `text[start:end]` of the checked text, its verdict, why, and the evidence."""

    claim: str
    start: int
    end: int
    verdict: Verdict
    confidence: float
    why: str
    quotes: tuple[StanceQuote, ...] = ()


class Check(_Model):
    """A checked text: a verdict for each claim in it."""

    id: str | int | None = None
    text: str
    claims: tuple[ClaimVerdict, ...]
    index: IndexInfo
    seconds: dict[str, float] = Field(default_factory=dict)


class Turn(_Model):
    """One earlier question of a conversation and what was answered."""

    question: str
    standalone_question: str = ""
    answer: str = ""
    article_ids: tuple[str, ...] = ()
