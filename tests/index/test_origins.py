from __future__ import annotations

from pathlib import Path

import pytest

from index.opened import Index
from index.origins import article_origin, origin_of, source_name
from index.passage import IndexedArticle
from index.settings import IndexSettings
from index.similar import _shingles, shared
from index.sync import sync
from tests.index.comparing import contents
from tests.index.conftest import write
from tests.index.fakes import HashingEmbedder

ARTICLE = IndexedArticle("i", "t", "Coast Herald", None, "p", None, "Coast Herald", 1, "h")


@pytest.mark.parametrize(
    ("sentence", "origin"),
    [
        ("Reuters reported on Monday that the dam had cracked.", "Reuters"),
        ("Tass news agency reported the same.", "TASS"),
        ("The dam had cracked, the Associated Press reported.", "AP"),
        ("HAMAR (AP) - The dam cracked.", "AP"),
        ("The owner told the BBC that he knew.", "BBC"),
        ("According to the Valley Times, it had cracked before.", "Valley Times"),
        ("The Russian news agency Interfax said it held.", "Interfax"),
        ("Belga news agency reported a leak.", "Belga"),
        ("As reported by Agence France-Presse, it held.", "AFP"),
        ("The minister said it held.", "Coast Herald"),
        ("Anna Smith reported the leak to the police.", "Coast Herald"),
        ("He told reporters that it held.", "Coast Herald"),
        ("A new map of the area is at hand.", "Coast Herald"),
    ],
)
def test_a_sentence_may_name_its_own_source(sentence: str, origin: str) -> None:
    assert origin_of(ARTICLE, sentence) == origin


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (("TASS", "Tass", "TASS news agency", "Russian News Agency TASS", "ITAR-TASS"), "TASS"),
        (("The Guardian", "Guardian", "GUARDIAN", "guardian"), "Guardian"),
        (("AP", "The Associated Press", "associated press"), "AP"),
        (("Reuters", "Thomson Reuters", "reuters", "Reuters Health"), "Reuters"),
        (("BBC",), "BBC"),
    ],
)
def test_a_source_has_one_name(names: tuple[str, ...], one: str) -> None:
    assert {source_name(name) for name in names} == {one}


def test_an_article_is_its_carriers_its_outlets_or_its_own() -> None:
    assert article_origin("Daily News", "TASS", "a.txt") == "TASS"
    assert article_origin("Daily News", None, "a.txt") == "Daily News"
    assert article_origin(None, None, "a.txt") == "a.txt"
    assert article_origin(" ", None, "a.txt") == "a.txt"


BODY = " ".join(f"Witness {n} saw the ship turn towards pier {n * 3 % 17}." for n in range(20))


def story(outlet: str, text: str, title: str = "Ship turns") -> str:
    return f"---\ntitle: {title}\noutlet: {outlet}\n---\n{text}"


def origins(folder: Path) -> dict[str, str]:
    return {row[1]: row[-5] for row in contents(folder)["articles"].values()}


def test_reprints_share_an_origin_and_part_again(tmp_path: Path, settings: IndexSettings) -> None:
    corpus, folder = tmp_path / "corpus", tmp_path / "index"
    intro = "Our reporter in the harbour adds that the weather was fair all day long."
    other = " ".join(f"Farmer {n} sold {n} sheep at the market in town {n % 7}." for n in range(20))
    write(
        corpus,
        {
            "a.md": story("Coast Herald", BODY),
            "b.md": story("River Post", f"{intro} {BODY} {intro.upper()}"),
            "c.md": story("Hill Echo", other, "Sheep"),
        },
    )
    sync(corpus, folder, settings, load=HashingEmbedder)
    assert origins(folder) == {
        "a.md": "Coast Herald",
        "b.md": "Coast Herald",
        "c.md": "Hill Echo",
    }
    with Index.open(folder, settings) as index:
        before = index.version
    write(corpus, {"d.md": story("Lake Sun", BODY + "\n\nFirst published by Reuters")})
    sync(corpus, folder, settings, load=HashingEmbedder)
    (corpus / "d.md").unlink()
    write(corpus, {"a.md": story("Coast Herald", other[:200])})
    report = sync(corpus, folder, settings, load=HashingEmbedder)
    assert origins(folder)["b.md"] == "River Post"
    assert report.version != before


def test_a_group_takes_the_credit_that_one_of_it_gives(
    tmp_path: Path, settings: IndexSettings
) -> None:
    corpus, folder = tmp_path / "corpus", tmp_path / "index"
    write(corpus, {"a.md": story("Coast Herald", BODY)})
    sync(corpus, folder, settings, load=HashingEmbedder)
    head = "---\ntitle: Ship turns\noutlet: River Post\ncarried_from: Reuters\n---\n"
    write(corpus, {"b.md": head + BODY})
    sync(corpus, folder, settings, load=HashingEmbedder)
    assert origins(folder) == {"a.md": "Reuters", "b.md": "Reuters"}


def test_sharing_is_measured_on_the_shorter_text() -> None:
    whole, half = _shingles(BODY), _shingles(BODY[: len(BODY) // 2])
    assert shared(whole, half) > 0.95
    assert shared(whole, _shingles(BODY[: len(BODY) // 10])) == 0
    assert shared(whole, _shingles("")) == 0
    assert shared(_shingles("One two three."), _shingles("One two three.")) == 1
    assert (
        shared(_shingles("one two three four five six"), _shingles("one two three four five")) == 0
    )
