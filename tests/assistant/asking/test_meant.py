"""The value of a sentence that answers, where the reader points at another."""

from __future__ import annotations

import pytest

from assistant.asking.meant import meant
from assistant.asking.narrowing import listed, narrowed
from assistant.questions.expected import expect


def _meant(question: str, sentence: str, span: str) -> str:
    start = sentence.index(span)
    first, last, _ = meant(question, expect(question), sentence, start, start + len(span))
    return sentence[first:last]


@pytest.mark.parametrize(
    ("question", "sentence", "span", "told"),
    [
        ("How much did flour rise?", "Milk rose 4% and flour rose 9%.", "4%", "9%"),
        ("How much did milk rise?", "Milk rose 4% and flour rose 9%.", "4% and flour rose 9%",
         "4%"),
        ("How many goals did Rask score?", "Rask had 24 points and 12 goals.", "24 points and 12",
         "12"),
        ("Why was the film pulled?", "The film was pulled over a scene with a map, they said.",
         "pulled", "over a scene with a map"),
        ("Why is the dam closed?", "It is closed because of floods.", "because of floods",
         "because of floods"),
        # Different things counted together are one answer.
        ("How many sailed?", "Three Danes and one Swede sailed.", "Three Danes and one Swede",
         "Three Danes and one Swede"),
        ("When will the ship sail?", "She sails no earlier than Tuesday, June 18, they said.",
         "Tuesday", "Tuesday, June 18"),
        ("What did Nora Vance say about the dam?",
         "“The dam will hold for years,” Vance said in Elmsby.", "Elmsby",
         "The dam will hold for years"),
        ("What did Nora Vance say about the dam?", "Vance said on Friday that the dam would hold.",
         "Friday", "the dam would hold"),
        ("What did Nora Vance say about the dam?", "“The dam will hold for years,” Vance said.",
         "hold for years", "hold for years"),
    ],
)  # fmt: skip
def test_meant(question: str, sentence: str, span: str, told: str) -> None:
    assert _meant(question, sentence, span) == told


def test_a_name_in_a_clause_is_not_the_one_spoken_of() -> None:
    text = "A soldier who once guarded Nora Vance"
    assert narrowed(text, expect("Who found the ring?"), inside=True) == (0, len(text))
    for whole in ("a former Elmsby Rovers player", "Nora Vance's side"):
        assert narrowed(whole, expect("Who found the ring?"), inside=True) == (0, len(whole))
    low, high = narrowed("the soldier Nora Vance", expect("Who found the ring?"), inside=True)
    assert "the soldier Nora Vance"[low:high] == "Nora Vance"


def test_a_list_is_told_whole() -> None:
    text = "The pilots Nora Vance, Ida Brook and Otto Rask landed in Elmsby."
    start = text.index("Ida Brook")
    low, high = listed(text, start, start + len("Ida Brook"))
    assert text[low:high] == "Nora Vance, Ida Brook and Otto Rask"
    assert expect("Who are the pilots of the plane?").several
    assert not expect("Who is the pilot of the plane?").several
