"""Twenty claims over the five articles of ../shared, written before any result was seen.

Eight say what the articles say in other words, eight have one number, date, name or negation
altered, four speak of what no article mentions.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Check, Verdict
from assistant.checking.checking import check_text
from assistant.reader.loading import load_reader
from index.opened import Index
from index.settings import IndexSettings
from index.sync import sync

ARTICLES = Path(__file__).parents[4] / "shared" / "articles"

CLAIMS: tuple[tuple[str, Verdict], ...] = (
    # As the articles have it.
    ("Russia began launching airstrikes in Syria on September 30, 2015.", "supported"),
    (
        "Putin said that between 5,000 and 7,000 people from Russia and former Soviet states "
        "have joined Islamic State.",
        "supported",
    ),
    ("More than 250,000 people were killed in four years of conflict in Syria.", "supported"),
    ("Russia is in talks with Saudi Arabia and Egypt.", "supported"),
    ("The information center was set up in Baghdad.", "supported"),
    (
        "Putin gave an interview to the CBS program 60 Minutes on September 27.",
        "supported",
    ),
    ("The U.S.-led coalition against Islamic State has 65 members.", "supported"),
    ("Sergei Sobyanin is the mayor of Moscow.", "supported"),
    # One thing altered.
    ("Russia began launching airstrikes in Syria on September 15, 2015.", "refuted"),
    (
        "Putin said 50,000 people from Russia and states of the former Soviet Union have joined "
        "the Islamic State.",
        "refuted",
    ),
    ("According to the UN, about 25,000 people were killed in the Syrian conflict.", "refuted"),
    ("Putin sent a condolences telegram to German Chancellor Angela Merkel.", "refuted"),
    ("The Commonwealth of Independent States summit was held in Minsk, Belarus.", "refuted"),
    ("The U.S.-led coalition against Islamic State has 40 members.", "refuted"),
    (
        "Washington has accepted all of Russia's proposals to share intelligence about ISIS "
        "targets.",
        "refuted",
    ),
    (
        "Russia will not keep providing military-technical assistance to Damascus.",
        "refuted",
    ),
    # Outside the corpus.
    ("Apple sold 48 million iPhones in the last quarter of 2015.", "not_enough_info"),
    ("Novak Djokovic won the men's final at Wimbledon.", "not_enough_info"),
    ("Russia and Japan signed a fishing agreement in Tokyo.", "not_enough_info"),
    ("Putin has two daughters.", "not_enough_info"),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    if not ARTICLES.is_dir():
        pytest.skip(f"the five articles are not here: no folder {ARTICLES.name} in ../shared")
    folder = tmp_path_factory.mktemp("five")
    sync(ARTICLES, folder, IndexSettings())
    return Index.open(folder, IndexSettings())


def _verdict(check: Check) -> Verdict:
    assert len(check.claims) == 1, [claim.claim for claim in check.claims]
    return check.claims[0].verdict


def test_eighteen_of_twenty_claims_are_right(index: Index) -> None:
    reader = load_reader("auto")
    got = [(text, want, _verdict(check_text(index, reader, text))) for text, want in CLAIMS]
    wrong = [row for row in got if row[1] != row[2]]
    assert len(wrong) <= 2, wrong
