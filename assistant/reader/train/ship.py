"""`python -m assistant.reader.train.ship`: from weights to the model folder that is shipped.

Exports, quantises, calibrates on half of the development examples, measures on the other half,
and puts the files in place one rename at a time.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from assistant.reader.card import SHIPPED, ReaderCard, sha256
from assistant.reader.train.calibrate import Calibration, bins, draw, error, fit
from assistant.reader.train.config import TrainConfig
from assistant.reader.train.export import INPUTS, OUTPUTS, export, quantize
from assistant.reader.train.figures import Predicted, qa_figures, stance_figures
from assistant.reader.train.model import Outputs, fresh_model, minilm_folder
from assistant.reader.train.predict import predict
from assistant.reader.train.prepare import development
from assistant.reader.train.records import QA, Example, share

_PAD = tuple(range(16, 257, 16))


class OnnxNetwork:
    """An exported file that is called like the network itself."""

    def __init__(self, path: Path, threads: int) -> None:
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = threads
        self._session = InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def __call__(self, *inputs: torch.Tensor) -> Outputs:
        named = {name: x.numpy() for name, x in zip(INPUTS, inputs, strict=True)}
        return Outputs(*(torch.from_numpy(x) for x in self._session.run(list(OUTPUTS), named)))


def ship(
    config: TrainConfig, target: Path, rows: int | None = None, version: str = "1",
    earlier: tuple[Path, float] | None = None,
) -> None:  # fmt: skip
    """Make the folder `target`. `rows`: measure on that many examples (default: on all).
    `earlier`: weights of an earlier end of the run, and their share in the mean."""
    model = fresh_model(config.seed)
    weights = _weights(config)
    if earlier:
        weights = averaged(weights, dict(torch.load(earlier[0], weights_only=True)), earlier[1])
    model.load_state_dict(weights)
    dev, examples, tokenizer = development(config)
    chosen = np.arange(len(dev))[:rows]
    shown = [examples[i] for i in chosen]
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as name:
        folder = Path(name)
        export(model, folder / "float32.onnx")
        quantize(folder / "float32.onnx", folder / "reader.onnx")
        measured = {}
        for kind, file in (("float32", "float32.onnx"), ("int8", "reader.onnx")):
            network = OnnxNetwork(folder / file, config.processes)
            said = predict(network, dev, examples, tokenizer, chosen, _PAD)
            measured[kind] = _measured(shown, said, folder / "reliability.png")
            print(kind, json.dumps(measured[kind][1], indent=1), flush=True)
        calibration, figures = measured["int8"]
        figures["float32"] = _short(measured["float32"][1])
        tokens = minilm_folder() / "tokenizer.json"
        shutil.copyfile(tokens, folder / "tokenizer.json")
        card = ReaderCard(
            version=version,
            sha256=sha256(folder / "reader.onnx"),
            tokenizer_sha256=sha256(tokens),
            longest=config.lengths[-1],
            answerable_weights=calibration.answerable,
            answerable_threshold=calibration.answerable_threshold,
            stance_temperature=calibration.temperature,
            stance_threshold=calibration.stance_threshold,
            figures=figures,
        )
        (folder / "reader.json").write_text(card.model_dump_json(indent=1) + "\n")
        for file in ("tokenizer.json", "reliability.png", "reader.onnx", "reader.json"):
            (folder / file).replace(target / file)


def _weights(config: TrainConfig) -> dict[str, Any]:
    """The finished weights, or the last checkpoint's while training goes on."""
    done = config.work / "reader.pt"
    if done.is_file():
        return dict(torch.load(done, weights_only=True))
    return dict(torch.load(config.work / "checkpoint.pt", weights_only=True)["model"])


def averaged(last: dict[str, Any], earlier: dict[str, Any], share: float) -> dict[str, Any]:
    """The mean of two ends of one run (model soups, Wortsman et al. 2022), `share` of the
    earlier; what is not a number with a fraction stays as in `last`."""
    return {
        name: torch.lerp(value, earlier[name], share) if value.is_floating_point() else value
        for name, value in last.items()
    }


def _measured(
    examples: Sequence[Example], said: Sequence[Predicted], plot: Path
) -> tuple[Calibration, dict[str, Any]]:
    """Calibrate on one half, measure on the other; spans and AUROC are measured on all."""
    first = np.array([share(e.passage, "calibrate") < 0.5 for e in examples])
    fitted = fit(*_half(examples, said, first))
    calibrated = [fitted.apply(p) for p in said]
    held, told = _half(examples, calibrated, ~first)
    sure = [(p.answerable, bool(e.label)) for e, p in zip(held, told, strict=True) if e.kind == QA]
    stance = [
        (max(p.stance), int(np.argmax(p.stance)) == e.label)
        for e, p in zip(held, told, strict=True)
        if e.kind != QA
    ]
    curves = {
        "answerable": bins(*zip(*sure, strict=True)),
        "stance": bins(*zip(*stance, strict=True)),
    }
    draw(curves, plot)
    squad = [i for i, e in enumerate(examples) if e.group.startswith("squad2") and e.tag in _NATIVE]
    return fitted, {
        "qa": qa_figures(examples, calibrated),
        "qa_held_half": _short({"qa": qa_figures(held, told, fitted.answerable_threshold)}),
        "squad_articles": qa_figures([examples[i] for i in squad], [calibrated[i] for i in squad]),
        "stance": stance_figures(examples, calibrated),
        "calibration_error": {name: round(error(steps), 4) for name, steps in curves.items()},
    }


_NATIVE = ("qa", "native")


def _half(
    examples: Sequence[Example], said: Sequence[Predicted], mask: np.ndarray
) -> tuple[list[Example], list[Predicted]]:
    places = [int(i) for i in np.flatnonzero(mask)]
    return [examples[i] for i in places], [said[i] for i in places]


def _short(figures: dict[str, Any]) -> dict[str, Any]:
    """The few figures that tell two models apart."""
    qa = figures["qa"]
    kept = ("questions", "f1_answerable", "exact_answerable", "f1_all", "exact_all", "auroc")
    short = {name: qa[name] for name in kept}
    if "stance" in figures:
        short |= {f"stance_{name}": figures["stance"][name] for name in ("accuracy", "macro_f1")}
    return short


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m assistant.reader.train.ship", description=__doc__
    )
    parser.add_argument("--config", type=Path)
    parser.add_argument("--target", type=Path, default=SHIPPED, help="default: the package's")
    parser.add_argument("--rows", type=int, help="measure on so many examples only")
    parser.add_argument("--earlier", type=Path, help="weights to average with, of an earlier end")
    parser.add_argument("--share", type=float, default=0.3, help="of the earlier ones in the mean")
    parser.add_argument("--version", default=time.strftime("%Y.%m"), help="what `name` shows")
    options = parser.parse_args()
    earlier = (options.earlier, options.share) if options.earlier else None
    ship(TrainConfig.load(options.config), options.target, options.rows, options.version, earlier)


if __name__ == "__main__":
    main()
