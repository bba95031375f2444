"""Runs without one part of the data differ in that part alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.reader.train.ablations import PARTS, config_without, table, toml
from assistant.reader.train.config import TrainConfig


@pytest.fixture
def base(tmp_path: Path) -> TrainConfig:
    return TrainConfig(data=tmp_path / "data", work=tmp_path / "work", keep={"far": 0.5})


@pytest.mark.parametrize("part", sorted(PARTS))
def test_only_that_part_is_left_out(part: str, base: TrainConfig, tmp_path: Path) -> None:
    made = config_without(part, base, 70)
    assert made.keep == {"far": 0.5} | dict.fromkeys(PARTS[part], 0.0)
    same = ("keep", "work", "steps", "budget_minutes", "evaluate_minutes")
    assert made.model_dump(exclude=set(same)) == base.model_dump(exclude=set(same))
    file = tmp_path / "train.toml"
    file.write_text(toml(made), encoding="utf-8")
    assert TrainConfig.load(file) == made


def test_each_run_has_a_folder_of_its_own(base: TrainConfig) -> None:
    folders = {config_without(part, base, 70).work for part in PARTS}
    assert len(folders) == len(PARTS)
    assert config_without("all", base, 71).work not in folders


def test_the_table_tells_differences_from_the_run_with_everything() -> None:
    told = table({"all": {"examples": 90, "f1": 60.5}, "QAMR": {"examples": 70, "f1": 58.25}})
    assert "| (nothing) | 90 | 60.5 |" in told
    assert "| QAMR | 70 | -2.25 |" in told
