"""Stories called untrue, and what is kept from happening."""

from __future__ import annotations

import pytest

from assistant.aligning.alignment import align
from assistant.aligning.falsehood import calls_false
from assistant.checking.stance_rules import stance_of
from assistant.reader.base import Reading


def test_a_story_called_untrue_in_the_next_sentence_is_refuted() -> None:
    text = "A giant crab was photographed in the bay of Marn. The story is not true."
    sentences = ((0, 49), (50, 72))
    claim = "A giant crab was photographed in the bay of Marn."
    found = align(claim, Reading(text, sentences=sentences))
    (called,) = [stance_of(each) for each in found if each.called_false]
    assert called.refutes > 0.5


def test_what_is_prevented_does_not_happen() -> None:
    said = "The guards stopped the boat leaving the harbour."
    left = "The boat was leaving the harbour."
    (alignment,) = align(left, Reading(said))
    assert alignment.flip is not None
    assert alignment.flip.found == "not"
    (kept,) = align("The guards were not leaving.", Reading("The guards kept leaving."))
    assert kept.flip is not None


def test_what_is_prevented_and_what_will_not_be_say_the_same() -> None:
    claim = "The guards closed the gate so the boat will not drift into the harbour."
    for said in ("prevent the boat from drifting into", "stop it drifting into"):
        (alignment,) = align(claim, Reading(f"The guards closed the gate to {said} the harbour."))
        assert alignment.flip is None


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The story is bogus.", True),
        ("It was a fake photo of a crab.", True),
        ("The claim was exaggerated by the minister.", True),
        ("Reports that the bridge was sold are not true.", True),
        ("The agency warned of bogus payments.", False),
        ("A false alarm closed the port.", False),
        ("The story is not a hoax.", False),
        ("The crab photograph is a complete fraud.", True),
        ("He was convicted of fraud.", False),
    ],
)
def test_what_calls_the_story_untrue(text: str, called: bool) -> None:
    assert bool(calls_false(text)) is called
