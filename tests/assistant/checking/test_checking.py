"""Checking texts against the sample articles: verdicts, quotes, reasons, offsets."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answer import Check, Verdict
from assistant.checking.checking import check_text
from assistant.reader.loading import load_reader
from assistant.reader.rules import RulesReader
from index.opened import Index
from index.settings import IndexSettings
from index.sync import sync
from tests.conftest import ROOT

# Written before any result was seen; over the sample articles, so that they run everywhere.
CLAIMS: tuple[tuple[str, Verdict], ...] = (
    ("Russia's airstrikes in Syria began on September 30.", "supported"),
    ("More than 250,000 people have been killed in the Syrian war.", "supported"),
    ("Sergei Sobyanin is the mayor of Moscow.", "supported"),
    ("The coalition led by the United States has 65 members.", "supported"),
    ("Russia's airstrikes in Syria began on August 30.", "refuted"),
    ("More than 900,000 people have been killed in the Syrian war.", "refuted"),
    ("Sergei Lavrov is the mayor of Moscow.", "refuted"),
    ("The coalition led by the United States has 12 members.", "refuted"),
    ("Washington has agreed to every proposal of Moscow.", "refuted"),
    ("The price of wheat rose by 4 percent in Chicago.", "not_enough_info"),
    ("Italy's prime minister bought a house in Rome.", "not_enough_info"),
    ("A hurricane has reached the coast of Florida.", "not_enough_info"),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder = tmp_path_factory.mktemp("samples")
    sync(ROOT / "corpus" / "articles", folder, IndexSettings())
    with Index.open(folder, IndexSettings()) as opened:
        yield opened


def assert_proven(check: Check, index: Index) -> None:
    """Every offset holds: claims in the checked text, quotes in their articles."""
    for claim in check.claims:
        assert check.text[claim.start : claim.end] == claim.claim
        assert 0 <= claim.confidence <= 1
        assert claim.why.endswith(".")
        assert [quote.n for quote in claim.quotes] == list(range(1, len(claim.quotes) + 1))
        for quote in claim.quotes:
            assert index.text(quote.article_id)[quote.start : quote.end] == quote.text != ""
        stances = {quote.stance for quote in claim.quotes}
        if claim.verdict == "supported":
            assert "supports" in stances
        elif claim.verdict == "refuted":
            assert "refutes" in stances
        elif claim.verdict == "conflicting":
            assert stances >= {"supports", "refutes"}


@pytest.mark.parametrize("reader", ["rules", "auto"])
def test_eleven_of_twelve_claims_are_right(index: Index, reader: str) -> None:
    read = load_reader(reader)
    wrong = []
    for text, want in CLAIMS:
        check = check_text(index, read, text)
        assert_proven(check, index)
        (claim,) = check.claims
        if claim.verdict != want:
            wrong.append((text, want, claim.verdict, claim.why))
    assert len(wrong) <= 1, wrong


def test_the_reason_names_what_differs(index: Index) -> None:
    (claim,) = check_text(index, RulesReader(), CLAIMS[5][0]).claims
    assert "250,000" in claim.why
    assert "900,000" in claim.why
    (claim,) = check_text(index, RulesReader(), CLAIMS[4][0]).claims
    assert "September 30" in claim.why
    assert "August 30" in claim.why


def test_a_pasted_article_is_checked_claim_by_claim(index: Index) -> None:
    text = "\n\n".join(claim for claim, _ in CLAIMS)
    began = time.process_time()
    check = check_text(index, RulesReader(), text, id="pasted")
    # Processor time: what else this machine does is not the check's.
    assert time.process_time() - began < 6
    assert check.id == "pasted"
    assert [claim.claim for claim in check.claims] == [claim for claim, _ in CLAIMS]
    assert_proven(check, index)


@pytest.mark.parametrize("text", ["", "  ", "Who won?", "\n\n\n"])
def test_a_text_without_a_claim_gives_no_verdict(index: Index, text: str) -> None:
    assert check_text(index, RulesReader(), text).claims == ()


_PIECES = (
    "Putin Russia Syria airstrikes began not killed 7,000 people on September 30 said . Assad in "
    "Moscow , and the no “ ” Paris ? \n denied 2015 members 65 %"
)
_WORDS = st.sampled_from(_PIECES.split(" "))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(_WORDS, min_size=3, max_size=30))
def test_no_quote_leaves_that_does_not_stand(index: Index, words: list[str]) -> None:
    assert_proven(check_text(index, RulesReader(), " ".join(words)), index)


def test_an_article_that_changed_under_the_check_is_not_quoted_wrongly(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    file = corpus / "a.txt"
    file.write_text("The mayor of Oslo resigned on Friday.", encoding="utf-8")
    sync(corpus, tmp_path / "index", IndexSettings())
    with Index.open(tmp_path / "index", IndexSettings()) as opened:
        before = check_text(opened, RulesReader(), "The mayor of Oslo resigned.")
        file.write_text("Correction. The mayor of Oslo did not resign.", encoding="utf-8")
        sync(corpus, tmp_path / "index", IndexSettings())
        after = check_text(opened, RulesReader(), "The mayor of Oslo resigned.")
        assert before.claims[0].verdict == "supported"
        assert after.claims[0].verdict == "refuted"
        assert_proven(after, opened)


def test_who_he_is_stands_in_the_sentence_before(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    told = (
        "Anna Holm, the minister of transport, spoke in Marsk on Friday. "
        "She said that the tunnel had cost 40 million euros."
    )
    (corpus / "a.txt").write_text(told, encoding="utf-8")
    sync(corpus, tmp_path / "index", IndexSettings())
    with Index.open(tmp_path / "index", IndexSettings()) as opened:
        (claim,) = check_text(opened, RulesReader(), "The tunnel had cost 40 million euros.").claims
    assert claim.verdict == "supported"
    assert claim.quotes[0].speaker == "Anna Holm"


NEWS = """Nora Vance has 4,000 readers in Elmsby and 7,400 in Rowan. The pilot Vance, 58, and the
gardener Ida Brook, 61, opened the fair on June 5. The balloon landed in Rowan on June 6.

The claim that prices rose by 50% is false. A study found that prices rose by 12% between 1999
and 2016. The pact took effect in May 2019, after it was adopted in March 2018. Rowan resisted
signing the pact. The Elmsby coach Otto Rask won three cups at Rowan. In all 125 fans came by boat
and more than 300 walked. Neither the mayor nor her guest was hurt. The ferry from Rowan to Port
Orrin was diverted to Elmsby."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Nora Vance has 7,400 readers in Rowan.", "supported"),
        ("Nora Vance has 4,000 readers in Rowan.", "refuted"),
        ("Ida Brook is 61.", "supported"),
        ("Ida Brook is 58.", "refuted"),
        ("Nora Vance is older than Ida Brook.", "not_enough_info"),
        ("The balloon was bought on June 6.", "not_enough_info"),
        ("Prices rose by 12% between 1999 and 2016.", "supported"),
        ("Prices rose by 12% between 1985 and 2003.", "refuted"),
        ("Prices rose by 50%.", "refuted"),
        ("The pact was adopted in March 2018.", "supported"),
        ("The pact was adopted in May 2019.", "refuted"),
        ("Rowan signed the pact.", "refuted"),
        ("Otto Rask won three cups at Rowan.", "supported"),
        ("Otto Rask won three cups at Elmsby.", "refuted"),
        ("The mayor was hurt.", "refuted"),
        ("The ferry was diverted to Elmsby.", "supported"),
        ("The ferry was diverted to Port Orrin.", "not_enough_info"),
    ],
)
def test_values_are_those_of_what_is_claimed(tmp_path: Path, claim: str, verdict: Verdict) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "fair.md").write_text(f"---\ntitle: The fair\ndate: 2020-06-07\n---\n{NEWS}\n")
    sync(folder, tmp_path / "index", IndexSettings())
    with Index.open(tmp_path / "index", IndexSettings()) as opened:
        found = check_text(opened, load_reader("auto"), claim)
    assert [each.verdict for each in found.claims] == [verdict]
