"""Putting trained weights together for shipping."""

from __future__ import annotations

import torch

from assistant.reader.train.ship import averaged


def test_two_ends_of_a_run_are_averaged_weight_by_weight() -> None:
    last = {"layer": torch.tensor([1.0, 3.0]), "places": torch.tensor([0, 1])}
    earlier = {"layer": torch.tensor([5.0, -1.0]), "places": torch.tensor([7, 7])}
    mean = averaged(last, earlier, 0.25)
    assert mean["layer"].tolist() == [2.0, 2.0]
    assert mean["places"].tolist() == [0, 1]
    assert last["layer"].tolist() == [1.0, 3.0]
