"""A receipt checked against today's index: does each quote still stand?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, computed_field

from assistant.answer import Quote
from assistant.receipts.receipt import read_receipt

if TYPE_CHECKING:
    from index.opened import Index

Standing = Literal["stands", "moved", "gone"]


class QuoteStanding(BaseModel):
    """One quote today: `article_id`, `start` and `end` say where it is now, None when gone.

    `reason` is one plain sentence.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    n: int
    claim: int | None
    text: str
    standing: Standing
    reason: str
    article_id: str | None = None
    start: int | None = None
    end: int | None = None


class VerifyReport(BaseModel):
    """What is left of a receipt.

    `intact`: nothing in the receipt was changed since it was written. `ok`: intact, and each quote
    stands or has only moved. `same_index`: the index has not changed since. `claim` of a quote
    counts from 1 in a check, None in an answer.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    intact: bool
    same_index: bool
    quotes: tuple[QuoteStanding, ...]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def ok(self) -> bool:
        return self.intact and all(quote.standing != "gone" for quote in self.quotes)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def summary(self) -> str:
        """One plain sentence for a terminal or a page."""
        if not self.intact:
            return "The receipt was changed after it was written: nothing in it can be relied on."
        if not self.quotes:
            return "The receipt holds no quote."
        count = dict.fromkeys(("stands", "moved", "gone"), 0)
        for quote in self.quotes:
            count[quote.standing] += 1
        said = [f"{count['stands']} of {len(self.quotes)} quotes stand where they stood"]
        if count["moved"]:
            said.append(f"{count['moved']} moved")
        if count["gone"]:
            said.append(f"{count['gone']} gone")
        return ", ".join(said) + "."


def verify(receipt: bytes | str | dict[str, Any], index: Index) -> VerifyReport:
    """Look up every quote of `receipt` in `index`; no file that the receipt names is opened.

    Raises FactcheckError when it is no receipt at all; one that was altered gives `intact` False.
    """
    held = read_receipt(receipt)
    by_hash: dict[str, str] = {article.content_hash: article.id for article in index.articles()}
    return VerifyReport(
        intact=held.digest == held.true_digest(),
        same_index=held.result.index.version == index.version,
        quotes=tuple(
            _standing(quote, number, index, by_hash) for number, quote in _numbered(held.result)
        ),
    )


def _numbered(result: Any) -> list[tuple[int | None, Quote]]:
    """Each quote with the number of the claim that it belongs to."""
    if hasattr(result, "claims"):
        return [(n, q) for n, claim in enumerate(result.claims, 1) for q in claim.quotes]
    return [(None, quote) for quote in (*result.quotes, *result.nearest)]


def _standing(
    quote: Quote, claim: int | None, index: Index, by_hash: dict[str, str]
) -> QuoteStanding:
    def tell(standing: Standing, reason: str, article: str | None, at: int | None) -> QuoteStanding:
        end = None if at is None else at + len(quote.text)
        return QuoteStanding(
            n=quote.n,
            claim=claim,
            text=quote.text,
            standing=standing,
            reason=reason,
            article_id=article,
            start=at,
            end=end,
        )

    article = index.article(quote.article_id)
    if article is None:
        twin = by_hash.get(quote.content_hash)
        at = _nearest(index.text(twin), quote) if twin else None
        if at is None:
            return tell("gone", "The article is no longer in the index.", None, None)
        return tell("moved", "The same article now lies under another name.", twin, at)
    at = _nearest(index.text(article.id), quote)
    if at is None:
        return tell("gone", "The article no longer has these words.", None, None)
    if at != quote.start:
        return tell("moved", "The article has these words in another place.", article.id, at)
    same = quote.content_hash in ("", article.content_hash)
    reason = "Unchanged." if same else "The article changed, these words did not."
    return tell("stands", reason, article.id, at)


def _nearest(text: str, quote: Quote) -> int | None:
    """Where the quote's words stand in `text`, nearest to where they stood; None if nowhere."""
    if text[quote.start : quote.end] == quote.text:
        return quote.start
    before = text.rfind(quote.text, 0, quote.start + len(quote.text))
    after = text.find(quote.text, max(0, quote.start))
    found = [at for at in (before, after) if at >= 0]
    return min(found, key=lambda at: abs(at - quote.start)) if found else None
