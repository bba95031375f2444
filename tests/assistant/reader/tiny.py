"""A random network in the shipped layout, small enough to make in a test.

Built with onnx alone, so that making it takes milliseconds: span logits are looked up by token id,
answerability and stance are means over the second segment.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from assistant.reader.card import ReaderCard, sha256

LONGEST = 64
WORDS = (  # noqa: SIM905
    "the bridge mayor opened closed on in of and was said not 12 march april 2019 2021 river "
    "north people town storm ' s , . ? who when where what did how many a e i o é ü 日 本"
).split()


def tokenizer() -> Tokenizer:
    """A WordPiece tokenizer with BERT's normaliser and a few words; the rest by letters."""
    letters = [chr(c) for c in range(ord("a"), ord("z") + 1)] + list("0123456789")
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS, *letters, *(f"##{x}" for x in letters)]
    vocabulary = {piece: i for i, piece in enumerate(dict.fromkeys(pieces))}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    return made


def write_model(folder: Path, seed: int = 7) -> Path:
    """Write reader.onnx, tokenizer.json and reader.json to `folder`."""
    rng = np.random.default_rng(seed)
    words = tokenizer()
    table = rng.normal(size=(words.get_vocab_size(), 6)).astype(np.float32) * 4
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["found"]),
        helper.make_node("Cast", ["token_type_ids"], ["types"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["types", "last"], ["weight"]),
        helper.make_node("Mul", ["found", "weight"], ["second"]),
        helper.make_node("ReduceSum", ["second", "middle"], ["sum"], keepdims=0),
        helper.make_node("ReduceSum", ["weight", "middle"], ["count"], keepdims=0),
        helper.make_node("Div", ["sum", "count"], ["mean"]),
        helper.make_node("Split", ["found"], ["s", "e", "rest"], axis=2, num_outputs=3),
        helper.make_node("Gather", ["s", "zero"], ["start"], axis=2),
        helper.make_node("Gather", ["e", "zero"], ["end"], axis=2),
        helper.make_node("Gather", ["mean", "zero"], ["answer"], axis=1),
        helper.make_node("Gather", ["mean", "three"], ["stance"], axis=1),
    ]
    held = {
        "table": table,
        "last": np.array([-1]),
        "middle": np.array([1]),
        "zero": np.array(0),
        "three": np.array([3, 4, 5]),
    }
    inputs = ("input_ids", "attention_mask", "token_type_ids")
    shapes = {"start": ["b", "n"], "end": ["b", "n"], "answer": ["b"], "stance": ["b", 3]}
    graph = helper.make_graph(
        nodes,
        "reader",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["b", "n"]) for name in inputs],
        [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in shapes.items()],
        [numpy_helper.from_array(value, name) for name, value in held.items()],
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10, producer_name="test"
    )
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(model, folder / "reader.onnx")
    words.save(str(folder / "tokenizer.json"))
    card = ReaderCard(
        version="tiny",
        sha256=sha256(folder / "reader.onnx"),
        tokenizer_sha256=sha256(folder / "tokenizer.json"),
        longest=LONGEST,
        answerable_weights=(0.5, 0.2, -0.1),
        stance_temperature=1.5,
        answerable_threshold=0.5,
        stance_threshold=0.6,
    )
    (folder / "reader.json").write_text(card.model_dump_json(), encoding="utf-8")
    return folder
