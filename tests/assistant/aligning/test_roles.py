"""Two that changed places are seen whatever the verb; a passive changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.aligning.deeds import deeds
from assistant.aligning.roles import converse, swapped
from assistant.checking.stance_rules import judge_by_rules
from assistant.reader.base import Reading

# A claim and a sentence that has its two sides the other way round.
EXCHANGED = """
Helvig Lines bought the Solveig from Nordmar.
Nordmar bought the Solveig from the Greek company Helvig Lines in 2011 for 48 million euros.
Norway beat Sweden in the final.
In Oslo, Sweden, champions last year, beat Norway 3-1.
Norway was beaten by Sweden in the final.
Norway beat Sweden 3-1.
The dog bit the postman.
The postman bit the dog on Monday.
Police shot protesters.
Protesters shot police officers in the square.
Norway lent money to Denmark.
Denmark lent money to Norway.
The train will travel from Oslo to Bergen.
The train will travel from Bergen to Oslo.
The bank sued the ministry over taxes.
The ministry has sued the bank over unpaid taxes.
Norway is larger than Finland.
Finland is larger than Norway.
The mayor accused the bishop of lying.
The bishop accused the mayor of lying.
Germany will sell the tanks to Poland.
Poland will sell the tanks to Germany.
""".strip().splitlines()

# A claim and a sentence that keeps who does what to whom.
KEPT = """
Norway beat Sweden in the final.
Sweden was beaten by Norway in the final.
Norway was beaten by Sweden in the final.
Sweden beat Norway 3-1.
The dog bit the postman.
The postman, bitten by the dog, ran home.
The bank sued the ministry over taxes.
The ministry has been sued by the bank.
The bank sued the ministry.
The ministry, which the bank sued, did not comment.
Anna met Peter.
Peter met Anna.
Anna Berg and Nils Dahl founded the company.
Nils Dahl and Anna Berg founded the company.
Norway is larger than Finland.
Finland is smaller than Norway.
The mayor accused the bishop of lying.
The bishop was accused of lying by the mayor.
The mayor accused the bishop of lying.
The bishop said that the mayor accused him of lying.
Russia sold the tanker to India.
India bought the tanker from Russia.
The army attacked the rebels.
The rebels said the army attacked the village.
Mary Holt hired John Reed.
John Reed, hired by Mary Holt in May, said he was glad.
The girls rested by the river.
The river is where the girls rested.
""".strip().splitlines()


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    return list(zip(lines[::2], lines[1::2], strict=True))


@pytest.mark.parametrize(("claim", "sentence"), _pairs(EXCHANGED))
def test_what_changed_places_is_seen_and_refutes(claim: str, sentence: str) -> None:
    pair = swapped(claim, sentence)
    assert pair is not None
    assert all(each in claim for each in pair)
    assert swapped(sentence, claim) is not None
    stance = judge_by_rules(claim, Reading(sentence))
    assert stance.refutes > stance.supports


@pytest.mark.parametrize(("claim", "sentence"), _pairs(KEPT))
def test_a_passive_or_another_order_of_words_is_no_exchange(claim: str, sentence: str) -> None:
    assert swapped(claim, sentence) is None
    assert swapped(sentence, claim) is None


def test_a_win_is_the_others_loss() -> None:
    assert converse("Norway beat Sweden.", "Sweden lost to Norway.", "beat", "lost")
    assert converse("Sweden lost to Norway.", "Norway beat Sweden.", "lost", "beat")
    assert not converse("Norway beat Sweden.", "Norway lost to Sweden.", "beat", "lost")
    won = judge_by_rules("Norway beat Sweden.", Reading("Sweden lost to Norway on Monday."))
    lost = judge_by_rules("Norway beat Sweden.", Reading("Norway lost to Sweden on Monday."))
    assert won.refutes < 0.2
    assert lost.refutes > 0.5


_WORDS = "Norway Sweden beat bit sued was by to from the , of and police dog . who than larger"


@settings(deadline=None)
@given(words=st.lists(st.sampled_from(_WORDS.split(" ")), max_size=14))
def test_every_phrase_stands_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    assert all(shown in text for deed in deeds(text) for shown in deed.shown.values())
