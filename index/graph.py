"""The encoder of a model folder as a graph for ONNX Runtime: a few KB beside the weights.

The graph names the tensors by their places in `model.safetensors`, so that nothing is stored twice.
The graph of an encoder reads one text: `ids`, (n,) int64, gives `states`, (n, hidden) float32. That
of a cross-encoder does so with its first layers only, float16; a second one, `JOINED`, takes these
states of a `question` and of a `passage` and gives the log odds, (1, 1), that the one is answered
by the other. The layers are those of BERT (Devlin et al. 2019), attention and both dense steps
followed by a normalisation.

The dense steps of a cross-encoder multiply whole numbers, states of 8 bits and weights of 7: each
row of either has its own scale (Dettmers et al. 2022), which halves the time of reading.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

GRAPH, WEIGHTS = "model.onnx", "model.safetensors"
JOINED = "joined.onnx"  # the second half of a cross-encoder
SIDES, HEAD = "sides", "head"  # of a cross-encoder: (2, hidden); a dense step to one number
LONGEST = 1 << 20  # tokens
OPSET, IR = 20, 10  # the first with Gelu; what it came with
_TYPES = {"F16": 10, "F32": 1, "I8": 3}  # of safetensors; in TensorProto
_FLOAT, _UINT8, _INT, _HALF = 1, 2, 7, 10
_RUNTIME = "com.microsoft"  # operators of ONNX Runtime's own
_ROUNDED, _SCALES = "rounded", "scales"  # of a dense step, in place of its weight
_LARGEST_STATE, _LARGEST_WEIGHT, _MIDDLE = 127.0, 64.0, 128  # whole numbers; what stands for 0
_TINY = 1e-8  # a row of zeros has a scale too
_DENSE = re.compile(r"(?P<step>encoder\.layer\..*\.(?:query|key|value|dense))\.weight")


def rounded(weights: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Return weights with those of dense layers, (out, in), in whole numbers, (in, out).

    These have 7 bits: with 8 a processor that adds up pairs of products in 16 bits would cut off
    the largest, and answers would depend on the machine.
    """
    found: dict[str, NDArray[Any]] = {}
    for name, value in weights.items():
        dense = _DENSE.fullmatch(name)
        if dense is None:
            found[name] = value
            continue
        most = np.abs(value).max(axis=1) / _LARGEST_WEIGHT + _TINY
        scales = most.astype(np.float16).astype(np.float32)  # as they are kept
        whole = np.round(value / scales[:, None]).clip(-_LARGEST_WEIGHT, _LARGEST_WEIGHT)
        found[f"{dense['step']}.{_ROUNDED}"] = np.ascontiguousarray(whole.T, np.int8)
        found[f"{dense['step']}.{_SCALES}"] = scales[None]
    return found


def write_graph(folder: Path) -> None:
    """Write the graph of the BERT encoder in `folder` beside its weights."""
    drawing = _Drawing.of(folder)
    states = drawing.through(drawing.embedded("ids"), 0, drawing.depth)
    drawing.write(folder / GRAPH, {"ids": (_INT, ["n"])}, {states: (_FLOAT, ["n", drawing.hidden])})


def write_cross_graphs(folder: Path, join: int) -> None:
    """Write the graphs of the cross-encoder in `folder`, whose texts meet after `join` layers."""
    apart = _Drawing.of(folder, in_8_bits=True)
    states = apart.halved(apart.through(apart.embedded("ids"), 0, join))
    apart.write(folder / GRAPH, {"ids": (_INT, ["n"])}, {states: (_HALF, ["n", apart.hidden])})
    joined = _Drawing.of(folder, in_8_bits=True)
    sides: _Values = {
        "question": (_HALF, ["q", joined.hidden]),
        "passage": (_HALF, ["p", joined.hidden]),
    }
    odds = joined.joined(tuple(sides), join)
    joined.write(folder / JOINED, sides, {odds: (_FLOAT, [1, 1])})


def _placed(weights: Path, used: frozenset[str]) -> Iterator[Any]:
    """Yield the tensors that the graph uses, each by its place in the file of weights."""
    from onnx import TensorProto  # noqa: PLC0415 - as above

    with weights.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(length))
    for name in sorted(used):
        first, end = header[name]["data_offsets"]
        tensor = TensorProto(name=name, dims=header[name]["shape"], data_location="EXTERNAL")
        tensor.data_type = _TYPES[header[name]["dtype"]]
        place = {"location": weights.name, "offset": 8 + length + first, "length": end - first}
        for key, value in place.items():
            tensor.external_data.add(key=key, value=str(value))
        yield tensor


_Values = Mapping[str, tuple[int, list[str | int]]]  # inputs or outputs: type and shape


@dataclass(slots=True)
class _Drawing:
    """The nodes of a graph as they are put one after the other."""

    hidden: int
    heads: int
    depth: int
    epsilon: float
    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)
    weights: dict[str, str] = field(default_factory=dict)  # a tensor's name, as float32
    rows: dict[str, tuple[str, str]] = field(default_factory=dict)  # states: in 8 bits, scales
    in_8_bits: bool = False  # whether the layers multiply so

    @classmethod
    def of(cls, folder: Path, *, in_8_bits: bool = False) -> _Drawing:
        """Start the drawing of the model in a folder."""
        settings = json.loads((folder / "config.json").read_text("utf-8"))
        sizes = ("hidden_size", "num_attention_heads", "num_hidden_layers", "layer_norm_eps")
        drawing = cls(*(settings[size] for size in sizes))
        drawing.in_8_bits = in_8_bits
        return drawing

    def write(self, path: Path, inputs: _Values, outputs: _Values) -> None:
        """Write what was drawn beside the weights."""
        from onnx import helper, save  # noqa: PLC0415 - only when the model is made

        taken, given = (
            [helper.make_tensor_value_info(name, *of) for name, of in values.items()]
            for values in (inputs, outputs)
        )
        placed = _placed(path.with_name(WEIGHTS), frozenset(self.weights))
        graph = helper.make_graph(self.nodes, "encoder", taken, given, [*self.constants, *placed])
        operators = [helper.make_opsetid("", OPSET), helper.make_opsetid(_RUNTIME, 1)]
        save(helper.make_model(graph, opset_imports=operators, ir_version=IR), path)

    def halved(self, x: str) -> str:
        """Keep states in 16 bits: half the memory, and far finer than the 8 they are rounded to."""
        return self._put("Cast", x, to=_HALF)

    def joined(self, texts: Sequence[str], join: int) -> str:
        """Draw what reads two texts as one that were read apart; return its output."""
        sides = self._weight(SIDES)
        apart = [self._put("Cast", text, to=_FLOAT) for text in texts]
        marked = [
            self._put("Add", text, self._part(sides, n, n + 1)) for n, text in enumerate(apart)
        ]
        both = self.through(self._put("Concat", *marked, axis=0), join, self.depth)
        size = self._put("Shape", texts[0], end=1)
        parts = (
            self._put("Slice", both, self._numbers([0]), size),
            self._put("Slice", both, size, self._numbers([LONGEST])),
        )
        axis = self._numbers([0])
        asked, told = (self._put("ReduceMean", part, axis, keepdims=1) for part in parts)
        product, apart_by = self._put("Mul", asked, told), self._put("Sub", asked, told)
        seen = self._put("Concat", asked, told, product, self._put("Abs", apart_by), axis=1)
        return self._dense(seen, HEAD)

    def through(self, x: str, first: int, end: int) -> str:
        """Send states through some of the layers."""
        for number in range(first, end):
            layer = f"encoder.layer.{number}"
            heard = self._dense(self._attention(x, layer), f"{layer}.attention.output.dense")
            x = self._added(x, heard, f"{layer}.attention.output.LayerNorm")
            inner = self._put("Gelu", self._dense(x, f"{layer}.intermediate.dense"))
            thought = self._dense(inner, f"{layer}.output.dense")
            x = self._added(x, thought, f"{layer}.output.LayerNorm")
        return x

    def embedded(self, ids: str) -> str:
        """Add the vectors of the words, of their places and of the one type of text."""
        tables = (f"embeddings.{kind}_embeddings.weight" for kind in ("word", "position"))
        word, position = (self._raw(name) for name in tables)
        ends = (self._numbers([0]), self._put("Shape", ids))
        words = self._put("Cast", self._put("Gather", word, ids), to=_FLOAT)
        places = self._put("Cast", self._put("Slice", position, *ends), to=_FLOAT)
        first = self._part(self._weight("embeddings.token_type_embeddings.weight"), 0, 1)
        whole = self._put("Add", self._put("Add", words, places), first)
        return self._normal(whole, "embeddings.LayerNorm")

    def _part(self, x: str, first: int, end: int) -> str:
        return self._put("Slice", x, self._numbers([first]), self._numbers([end]))

    def _attention(self, x: str, layer: str) -> str:
        """Let each token hear the others, head by head."""
        size = self.hidden // self.heads
        parts = (f"{layer}.attention.self.{part}" for part in ("query", "key", "value"))
        shape = self._numbers([-1, self.heads, size])
        query, key, value = (self._put("Reshape", self._dense(x, p), shape) for p in parts)
        asked = self._put("Transpose", query, perm=[1, 0, 2])
        offered = self._put("Transpose", key, perm=[1, 2, 0])
        scale = self._put("Sqrt", self._put("Cast", self._numbers([size]), to=_FLOAT))
        scores = self._put("Div", self._put("MatMul", asked, offered), scale)
        told = self._put("Transpose", value, perm=[1, 0, 2])
        heard = self._put("MatMul", self._put("Softmax", scores, axis=-1), told)
        back = self._put("Transpose", heard, perm=[1, 0, 2])
        return self._put("Reshape", back, self._numbers([-1, self.hidden]))

    def _dense(self, x: str, name: str) -> str:
        bias = self._weight(f"{name}.bias")
        if self.in_8_bits and name != HEAD:
            return self._put("Add", self._product(x, name), bias)
        return self._put("Gemm", x, self._weight(f"{name}.weight"), bias, transB=1)

    def _product(self, x: str, name: str) -> str:
        """Multiply states, (n, in), by `rounded` weights, (in, out)."""
        states, scales = self._rounded_states(x)
        weights, sizes = self._raw(f"{name}.{_ROUNDED}"), self._sizes(f"{name}.{_SCALES}")
        one, middle = self._constant(_FLOAT, [], [1.0]), self._constant(_UINT8, [], [_MIDDLE])
        settings = (states, weights, one, sizes, middle)
        product = self._put("MatMulIntegerToFloat", *settings, domain=_RUNTIME)
        return self._put("Mul", product, scales)

    def _sizes(self, name: str) -> str:
        return self._put("Reshape", self._weight(name), self._numbers([-1]))

    def _rounded_states(self, x: str) -> tuple[str, str]:
        """Return states in 8 bits, 0 in the middle, with the scale of each row, (n, 1)."""
        if x not in self.rows:
            scales = self._scales(x)
            half = self._constant(_FLOAT, [], [_MIDDLE + 0.5])  # the cast drops what is behind it
            raised = self._put("Add", self._put("Div", x, scales), half)
            self.rows[x] = self._put("Cast", raised, to=_UINT8), scales
        return self.rows[x]

    def _scales(self, x: str) -> str:
        """Return what 1 stands for in each row of a matrix, (rows, 1)."""
        most = self._put("ReduceMax", self._put("Abs", x), self._numbers([1]), keepdims=1)
        share = self._put("Mul", most, self._constant(_FLOAT, [], [1 / _LARGEST_STATE]))
        return self._put("Add", share, self._constant(_FLOAT, [], [_TINY]))

    def _added(self, x: str, y: str, name: str) -> str:
        return self._normal(self._put("Add", x, y), name)

    def _normal(self, x: str, name: str) -> str:
        both = (self._weight(f"{name}.weight"), self._weight(f"{name}.bias"))
        return self._put("LayerNormalization", x, *both, axis=-1, epsilon=self.epsilon)

    def _raw(self, name: str) -> str:
        self.weights.setdefault(name, "")
        return name

    def _weight(self, name: str) -> str:
        """Return a tensor in the precision of computing; the runtime does it once, on loading."""
        if name not in self.weights:
            self.weights[name] = self._put("Cast", name, to=_FLOAT)
        return self.weights[name]

    def _numbers(self, values: Sequence[int]) -> str:
        return self._constant(_INT, [len(values)], values)

    def _constant(self, kind: int, shape: Sequence[int], values: Sequence[float]) -> str:
        from onnx import helper  # noqa: PLC0415 - as above

        name = f"constant.{len(self.constants)}"
        self.constants.append(helper.make_tensor(name, kind, shape, values))
        return name

    def _put(self, kind: str, *inputs: str, **settings: Any) -> str:  # noqa: ANN401 - as ONNX has them
        from onnx import helper  # noqa: PLC0415 - as above

        name = f"{kind}.{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **settings))
        return name
