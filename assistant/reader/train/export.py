"""Weights to one ONNX file: float32, then int8 by channel."""

from __future__ import annotations

import warnings
from pathlib import Path

import torch

from assistant.reader.train.model import ReaderModel

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUTS = ("start", "end", "answer", "stance")


def export(model: ReaderModel, path: Path) -> None:
    """Write `model` to `path` as float32 ONNX; batch and length may vary."""
    model = model.float().eval()
    ids = torch.ones(2, 16, dtype=torch.int64)
    types = torch.cat([torch.zeros_like(ids[:, :5]), torch.ones_like(ids[:, 5:])], dim=1)
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length", max=512)
    shape = {0: batch, 1: length}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model, (ids, torch.ones_like(ids), types), str(path), dynamo=True, verbose=False,
            input_names=INPUTS, output_names=OUTPUTS, external_data=False,
            dynamic_shapes=(shape, shape, shape),
        )  # fmt: skip


def quantize(source: Path, target: Path) -> None:
    """int8 weights by channel, activations at run time; the word embeddings int8 too."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    graph = onnx.load(source)
    # The exporter's intermediate shapes contradict its own transposed weights.
    del graph.graph.value_info[:]
    quantize_dynamic(
        graph, target, per_channel=True, reduce_range=False, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
