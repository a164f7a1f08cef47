"""The encoder of a model folder as a graph for ONNX Runtime: a few KB beside the weights.

The graph names the tensors by their places in `model.safetensors`, so that nothing is stored twice.
It reads one text: `ids`, (n,) int64, gives `states`, (n, hidden) float32. The layers are those of
BERT (Devlin et al. 2019), attention and both dense steps followed by a normalisation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

GRAPH, WEIGHTS = "model.onnx", "model.safetensors"
OPSET, IR = 20, 10  # the first with Gelu; what it came with
_TYPES = {"F16": 10, "F32": 1}  # of safetensors; in TensorProto
_FLOAT, _INT = 1, 7


def write_graph(folder: Path) -> None:
    """Write the graph of the BERT encoder in `folder` beside its weights."""
    from onnx import helper, save  # noqa: PLC0415 - only when the model is made

    settings = json.loads((folder / "config.json").read_text("utf-8"))
    drawing = _Drawing(settings["hidden_size"], settings["num_attention_heads"])
    out = drawing.encoder(settings["num_hidden_layers"], settings["layer_norm_eps"])
    graph = helper.make_graph(
        drawing.nodes,
        "encoder",
        [helper.make_tensor_value_info("ids", _INT, ["n"])],
        [helper.make_tensor_value_info(out, _FLOAT, ["n", settings["hidden_size"]])],
        [*drawing.constants, *_placed(folder / WEIGHTS, drawing.used)],
    )
    operators = [helper.make_opsetid("", OPSET)]
    save(helper.make_model(graph, opset_imports=operators, ir_version=IR), folder / GRAPH)


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


@dataclass(slots=True)
class _Drawing:
    """The nodes of a graph as they are put one after the other."""

    hidden: int
    heads: int
    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)
    weights: dict[str, str] = field(default_factory=dict)  # a tensor's name, as float32

    @property
    def used(self) -> frozenset[str]:
        return frozenset(self.weights)

    def encoder(self, layers: int, epsilon: float) -> str:
        """Draw the whole; return the name of its output."""
        x = self._embedded(epsilon)
        for number in range(layers):
            layer = f"encoder.layer.{number}"
            heard = self._dense(self._attention(x, layer), f"{layer}.attention.output.dense")
            x = self._added(x, heard, f"{layer}.attention.output.LayerNorm", epsilon)
            inner = self._put("Gelu", self._dense(x, f"{layer}.intermediate.dense"))
            thought = self._dense(inner, f"{layer}.output.dense")
            x = self._added(x, thought, f"{layer}.output.LayerNorm", epsilon)
        return x

    def _embedded(self, epsilon: float) -> str:
        """Add the vectors of the words, of their places and of the one type of text."""
        tables = (f"embeddings.{kind}_embeddings.weight" for kind in ("word", "position"))
        word, position = (self._raw(name) for name in tables)
        ends = (self._numbers([0]), self._put("Shape", "ids"))
        words = self._put("Cast", self._put("Gather", word, "ids"), to=_FLOAT)
        places = self._put("Cast", self._put("Slice", position, *ends), to=_FLOAT)
        kind = self._weight("embeddings.token_type_embeddings.weight")
        first = self._put("Slice", kind, self._numbers([0]), self._numbers([1]))
        whole = self._put("Add", self._put("Add", words, places), first)
        return self._normal(whole, "embeddings.LayerNorm", epsilon)

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
        both = (self._weight(f"{name}.weight"), self._weight(f"{name}.bias"))
        return self._put("Gemm", x, *both, transB=1)

    def _added(self, x: str, y: str, name: str, epsilon: float) -> str:
        return self._normal(self._put("Add", x, y), name, epsilon)

    def _normal(self, x: str, name: str, epsilon: float) -> str:
        both = (self._weight(f"{name}.weight"), self._weight(f"{name}.bias"))
        return self._put("LayerNormalization", x, *both, axis=-1, epsilon=epsilon)

    def _raw(self, name: str) -> str:
        self.weights.setdefault(name, "")
        return name

    def _weight(self, name: str) -> str:
        """Return a tensor in the precision of computing; the runtime does it once, on loading."""
        if name not in self.weights:
            self.weights[name] = self._put("Cast", name, to=_FLOAT)
        return self.weights[name]

    def _numbers(self, values: Sequence[int]) -> str:
        from onnx import helper  # noqa: PLC0415 - as above

        name = f"constant.{len(self.constants)}"
        self.constants.append(helper.make_tensor(name, _INT, [len(values)], values))
        return name

    def _put(self, kind: str, *inputs: str, **settings: Any) -> str:  # noqa: ANN401 - as ONNX has them
        from onnx import helper  # noqa: PLC0415 - as above

        name = f"{kind}.{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **settings))
        return name
