"""Making the ONNX form of the built-in model, once a machine."""

from __future__ import annotations

import contextlib
import os
import warnings
from pathlib import Path
from typing import Any

from filelock import FileLock

from index.model_identity import ModelIdentity

# Raise it when the graph changes, so that an earlier release's file is not taken for this one's.
_FORM = 1


def onnx_file(identity: ModelIdentity, cache: Path) -> Path:
    """The model as ONNX: token ids and mask in, vectors of length 1 out.

    Made by sentence-transformers and PyTorch at the first call (about ten seconds, 90 MB) and kept
    in `cache`; processes that arrive together wait for the one that makes it.
    """
    wanted = cache / "onnx" / f"{identity.sha256[:16]}-{identity.precision}-{_FORM}.onnx"
    if wanted.is_file():
        return wanted
    wanted.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(wanted.parent / "export.lock"):
        if wanted.is_file():
            return wanted
        full = wanted.with_name(f"{identity.sha256[:16]}-fp32-{_FORM}.onnx")
        if not full.is_file():
            with _in_place(full) as beside:
                _export(identity.folder, beside)
        if identity.precision == "int8":
            with _in_place(wanted) as beside:
                _quantize(full, beside)
    return wanted


@contextlib.contextmanager
def _in_place(wanted: Path) -> Any:
    """A name to write to that becomes `wanted` only when complete."""
    beside = wanted.with_name(f"{wanted.name}.{os.getpid()}.part")
    try:
        yield beside
        beside.replace(wanted)
    finally:
        beside.unlink(missing_ok=True)


def _export(folder: Path, target: Path) -> None:
    import torch
    from sentence_transformers import SentenceTransformer

    class Pooled(torch.nn.Module):
        """The transformer with the model's own mean pooling and normalising."""

        def __init__(self, model: SentenceTransformer) -> None:
            super().__init__()
            self.encoder: Any = model[0].auto_model

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            states = self.encoder(input_ids=input_ids, attention_mask=attention_mask)[0]
            mask = attention_mask.unsqueeze(-1).to(states.dtype)
            mean = (states * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=-1)

    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    # A batch of two different lengths, so that neither size is taken for a constant.
    ids = torch.tensor([[101, 2054, 2003, 102], [101, 2054, 102, 0]])
    mask = (ids != 0).long()
    sizes = {0: "batch", 1: "tokens"}
    with warnings.catch_warnings(), torch.no_grad():
        # The TorchScript exporter is marked as the older of two; it writes one file, in a third of
        # the time, without the onnxscript package. torch is pinned, the result is tested.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Pooled(model).eval(),
            (ids, mask),
            str(target),
            input_names=["input_ids", "attention_mask"],
            output_names=["vector"],
            dynamic_axes={"input_ids": sizes, "attention_mask": sizes},
            dynamo=False,
        )


def _quantize(full: Path, target: Path) -> None:
    """8-bit weights, one scale a channel: one scale a tensor loses half the nearest neighbours."""
    import logging

    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.disable(logging.WARNING)  # It advises a step that changes nothing for this graph.
    try:
        quantize_dynamic(full, target, per_channel=True, weight_type=QuantType.QInt8)
    finally:
        logging.disable(logging.NOTSET)
