"""What is written down beside the weights: their hash, calibration, thresholds and figures."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import FactcheckError

SHIPPED = Path(__file__).with_name("model")
_REPAIR = "reinstall the package: pip install --force-reinstall factcheck-assistant"


class ReaderCard(BaseModel):
    """`reader.json`. Answerability is a logistic function of two logits, stance a softmax."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    sha256: str
    tokenizer_sha256: str
    longest: int
    answerable_weights: tuple[float, float, float]
    """of the answer logit, of the best span's score, and the constant."""
    stance_temperature: float
    stance_bias: tuple[float, float, float] = (0.0, 0.0, 0.0)
    answerable_threshold: float
    """best F1 on development questions, unanswerable ones in."""
    stance_threshold: float
    """supports or refutes is right nine times of ten above it, on development pairs."""
    figures: dict[str, Any] = {}

    @classmethod
    def load(cls, folder: Path) -> ReaderCard:
        """Read and check a folder. Raises FactcheckError when a file is missing or altered."""
        path = folder / "reader.json"
        if not path.is_file():
            raise FactcheckError(f"no trained reader in {folder}", hint=_REPAIR)
        try:
            card = cls.model_validate_json(path.read_text(encoding="utf-8"))
        except (ValidationError, UnicodeDecodeError) as error:
            raise FactcheckError(f"{path} is not a reader's card", hint=_REPAIR) from error
        expected = {"reader.onnx": card.sha256, "tokenizer.json": card.tokenizer_sha256}
        for name, wanted in expected.items():
            if not (folder / name).is_file() or sha256(folder / name) != wanted:
                raise FactcheckError(
                    f"{folder / name} is not the file that reader.json names", hint=_REPAIR
                )
        return card


def sha256(path: Path) -> str:
    """Hash of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
