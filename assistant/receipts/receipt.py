"""What a receipt is, and how one is read, however hostile."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.answer import Answer, Check, Quote
from corpus.errors import FactcheckError

SCHEMA = 1
MAX_BYTES = 20_000_000
MAX_QUOTES = 20_000
_HINT = "a receipt is what --export writes: factcheck ask QUESTION --export FILE.json"


class Program(BaseModel):
    """What wrote the receipt."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    version: str


class Receipt(BaseModel):
    """A result with when, by what and from which index it was made.

    Offsets and content hashes are those of the result's quotes; the index's version and the names
    of its models those of the result's `index`. `digest` is the SHA-256 of all the rest.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    schema_version: int
    kind: Literal["answer", "check"]
    created: str
    program: Program
    answer: Answer | None = None
    check: Check | None = None
    digest: str = ""

    @property
    def result(self) -> Answer | Check:
        """The answer or the check that it holds."""
        held = self.answer if self.kind == "answer" else self.check
        if held is None:
            raise FactcheckError(f"the receipt says {self.kind!r} but holds none", hint=_HINT)
        return held

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote that it stands on; the nearest ones of an abstention too."""
        result = self.result
        if isinstance(result, Answer):
            return result.quotes + result.nearest
        return tuple(quote for claim in result.claims for quote in claim.quotes)

    def true_digest(self) -> str:
        """What `digest` must be when nothing was changed since."""
        return _digest(self.model_dump(mode="json", exclude={"digest"}))


def read_receipt(data: bytes | str | dict[str, Any]) -> Receipt:
    """Read what `to_json` wrote. Raises FactcheckError on anything else, however hostile."""
    value = data if isinstance(data, dict) else _parse(data)
    try:
        receipt = Receipt.model_validate(value)
    except (ValidationError, RecursionError) as error:
        raise FactcheckError(f"this is not a receipt: {_first_line(error)}", hint=_HINT) from None
    if receipt.schema_version != SCHEMA:
        raise FactcheckError(
            f"this receipt has format {receipt.schema_version}, this program reads {SCHEMA}",
            hint="upgrade the program, or export the receipt again",
        )
    _refuse_impossible(receipt.quotes)
    return receipt


def _parse(data: bytes | str) -> Any:
    if len(data) > MAX_BYTES:
        raise FactcheckError(
            f"this receipt has {len(data):,} bytes, more than {MAX_BYTES:,}", hint=_HINT
        )
    try:
        return json.loads(data, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise FactcheckError(
            f"this receipt is not JSON: {_first_line(error)}", hint=_HINT
        ) from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _refuse_impossible(quotes: tuple[Quote, ...]) -> None:
    if len(quotes) > MAX_QUOTES:
        raise FactcheckError(f"this receipt has {len(quotes):,} quotes", hint=_HINT)
    for quote in quotes:
        if not quote.text or quote.start < 0 or quote.end - quote.start != len(quote.text):
            raise FactcheckError(
                f"quote {quote.n} of this receipt has {len(quote.text)} characters "
                f"at {quote.start} to {quote.end}",
                hint=_HINT,
            )


def _digest(body: dict[str, Any]) -> str:
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def _first_line(error: BaseException) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(str(part) for part in first['loc']) or 'receipt'}: {first['msg']}"
    if isinstance(error, RecursionError):
        return "nested too deep"
    return str(error).splitlines()[0] if str(error) else type(error).__name__
