"""Altered claims: one detail differs, of the same kind; recast ones keep every detail."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reader.train.alterations import (
    CHANGES,
    Pool,
    change_date,
    change_name,
    change_number,
    change_order,
    change_sense,
)
from assistant.reader.train.dating import dated_claims, reformatted
from assistant.reader.train.recast import declare, recast
from assistant.reader.train.records import Context
from assistant.reader.train.text import ordinary_words, sentences, untokenized

DATED = "On 12 March 2019 the harbour at Elmsby opened again after 40 days, said Nora Vance."
seeds = st.integers(0, 10_000).map(random.Random)


@settings(deadline=None, max_examples=40)
@given(seeds)
def test_a_date_is_changed_and_nothing_else(rng: random.Random) -> None:
    changed = change_date(DATED, rng)
    assert changed is not None
    assert changed != DATED
    assert changed.endswith("the harbour at Elmsby opened again after 40 days, said Nora Vance.")


@settings(deadline=None, max_examples=40)
@given(seeds)
def test_a_number_is_not_taken_from_a_date(rng: random.Random) -> None:
    changed = change_number(DATED, rng)
    assert changed is not None
    assert changed.startswith("On 12 March 2019 the harbour")
    match = re.search(r"after (\d+) days", changed)
    assert match
    assert match[1] != "40"


@settings(deadline=None, max_examples=40)
@given(seeds)
def test_numbers_keep_their_form(rng: random.Random) -> None:
    changed = change_number("It cost $1,250.50 in all.", rng)
    assert changed is not None
    assert re.fullmatch(r"It cost \$[\d,]+\.\d\d in all\.", changed)


@settings(deadline=None, max_examples=40)
@given(seeds)
def test_a_name_is_changed_to_one_of_the_others(rng: random.Random) -> None:
    changed = change_name(DATED, rng, Pool(["Ida Brook", "Port Rowan"]))
    assert changed is not None
    assert ("Ida Brook" in changed) != ("Port Rowan" in changed)
    assert change_name("nobody said so.", rng, Pool(["Ida Brook"])) is None


def test_a_word_that_only_opens_a_sentence_is_no_name() -> None:
    texts = ["Lenses bend light.", "Few lenses from Elmsby bend it.", "Elmsby grinds such lenses."]
    ordinary = ordinary_words(texts)
    assert {"lenses", "such"} <= ordinary
    assert "elmsby" not in ordinary
    told = "Lenses are ground in Elmsby."
    for seed in range(20):
        changed = change_name(told, random.Random(seed), Pool(["Rowan"], ordinary))
        assert changed == "Lenses are ground in Rowan."


def test_order_and_sense() -> None:
    rng = random.Random(3)
    swapped = change_order("Elmsby lost the final match to Rowan.", rng)
    assert swapped == "Rowan lost the final match to Elmsby."
    assert change_order("Elmsby and Rowan met.", rng) is None
    assert change_sense("The harbour was not rebuilt quickly.", random.Random(1)) is not None
    assert change_sense("Harbours everywhere.", rng) is None


@pytest.mark.parametrize("kind", sorted(CHANGES))
def test_the_same_seed_gives_the_same_change(kind: str) -> None:
    pool = Pool(["Ida Brook", "Port Rowan", "Lake Orrin"])
    made = [CHANGES[kind](DATED, random.Random(9), pool) for _ in range(2)]
    assert made[0] == made[1]


@settings(deadline=None, max_examples=40)
@given(seeds)
def test_recast_keeps_numbers_and_names(rng: random.Random) -> None:
    told = recast("In 2019, Nora Vance also said the harbour cost 40 million.", rng)
    assert {"2019", "Vance", "40"} <= set(re.findall(r"\w+", told))


@settings(deadline=None, max_examples=40)
@given(seeds)
def test_reformatted_dates_are_the_same_dates(rng: random.Random) -> None:
    told = reformatted("It closed on 3 September 2020.", rng)
    assert re.search(r"\b3\b", told)
    assert "2020" in told
    assert "Sept" in told


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        ("When was the harbour built?", "1990", "The harbour was built in 1990."),
        ("Where is the ferry moored?", "Elmsby", "The ferry is moored in Elmsby."),
        ("Who opened the gate?", "Nora Vance", "Nora Vance opened the gate."),
        ("What is the name of the ferry?", "Merganser", "The name of the ferry is Merganser."),
        ("Why did it close?", "rain", None),
    ],
)
def test_questions_become_statements(question: str, answer: str, told: str | None) -> None:
    assert declare(question, answer) == told


@settings(deadline=None, max_examples=40)
@given(seeds)
def test_a_dated_sentence_and_its_claims(rng: random.Random) -> None:
    text = "The gate is old. The keeper sleeps well. It rains."
    context = Context(text, "", "", "", sentences(text))
    dated = dated_claims(context, context.sentences[1], rng)
    assert dated is not None
    new, span, same, wrong = dated
    assert new.text[slice(*span)] != "The keeper sleeps well."
    assert "keeper sleeps well" in new.text[slice(*span)]
    assert [new.text[a:b] for a, b in new.sentences][2] == "It rains."
    assert same != wrong


def test_split_off_punctuation_is_joined() -> None:
    assert untokenized("He said : `` No -LRB- yet -RRB- . ''") == 'He said: "No (yet)."'
    assert untokenized("The town 's gate , it is n't shut .") == "The town's gate, it isn't shut."
