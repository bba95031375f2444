"""Weights to one ONNX file: float32, then int8 by channel."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from assistant.reader.train.model import ReaderModel

if TYPE_CHECKING:
    from onnx import ModelProto

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUTS = ("start", "end", "answer", "stance")
_HEAD_WIDTH = 8
_MANY_ROWS = 10_000


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
            model,
            (ids, torch.ones_like(ids), types),
            str(path),
            dynamo=True,
            verbose=False,
            input_names=INPUTS,
            output_names=OUTPUTS,
            external_data=False,
            dynamic_shapes=(shape, shape, shape),
        )


def quantize(source: Path, target: Path) -> None:
    """int8 weights by channel, activations at run time; word embeddings int8 by word.

    The last layers of the heads stay float32: a hundredth of a percent of the weights, and the
    span head's alone cost a point of F1.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = onnx.load(source)
    # The exporter's intermediate shapes contradict its own transposed weights.
    del model.graph.value_info[:]
    for node in model.graph.node:  # the exporter's stack traces: paths of the machine it ran on
        del node.metadata_props[:]
        node.doc_string = ""
    _embeddings_by_word(model)
    widths = {tensor.name: tensor.dims[-1] for tensor in model.graph.initializer if tensor.dims}
    heads = [
        node.name
        for node in model.graph.node
        if node.op_type in ("MatMul", "Gemm")
        and any(
            widths.get(name, _HEAD_WIDTH + 1) <= _HEAD_WIDTH or _few_rows(model, name)
            for name in node.input
        )
    ]
    quantize_dynamic(
        model,
        target,
        per_channel=True,
        reduce_range=False,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm"],
        nodes_to_exclude=heads,
        extra_options={"MatMulConstBOnly": True},
    )


def _few_rows(model: ModelProto, name: str) -> bool:
    """Whether a weight is stored with its few outputs first, as Gemm does."""
    return any(
        tensor.name == name and len(tensor.dims) == 2 and tensor.dims[0] <= _HEAD_WIDTH
        for tensor in model.graph.initializer
    )


def _embeddings_by_word(model: ModelProto) -> None:
    """Store the word embeddings as int8 with one scale for each word.

    onnxruntime's own quantiser has one scale for the whole table, which its rarest words set.
    """
    from onnx import TensorProto, helper, numpy_helper

    graph = model.graph
    table = next(t for t in graph.initializer if len(t.dims) == 2 and t.dims[0] > _MANY_ROWS)
    node = next(n for n in graph.node if n.op_type == "Gather" and n.input[0] == table.name)
    values = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(values).max(axis=1, keepdims=True), 1e-8) / 127
    whole = np.round(values / scale).astype(np.int8)
    ids, out = node.input[1], node.output[0]
    graph.initializer.remove(table)
    graph.initializer.extend(
        [
            numpy_helper.from_array(whole, "words_int8"),
            numpy_helper.from_array(scale.astype(np.float32), "words_scale"),
        ]
    )
    place = list(graph.node).index(node)
    graph.node.remove(node)
    made = [
        helper.make_node("Gather", ["words_int8", ids], ["words_found"], name="words_found"),
        helper.make_node(
            "Cast", ["words_found"], ["words_float"], to=TensorProto.FLOAT, name="words_float"
        ),
        helper.make_node("Gather", ["words_scale", ids], ["words_step"], name="words_step"),
        helper.make_node("Mul", ["words_float", "words_step"], [out], name="words_scaled"),
    ]
    for offset, each in enumerate(made):
        graph.node.insert(place + offset, each)
