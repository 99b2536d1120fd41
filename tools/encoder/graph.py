"""The layers of the taught network as an ONNX graph, its large matrices as whole numbers of eight bits."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from tools.encoder.network import EPSILON, HEADS

OPSET, IR_VERSION = 20, 9

SEVEN_BITS = 63
"""With eight, sums overflow on processors without instructions of their own for such products, and the answers would differ."""


class Graph:
    """Nodes and arrays of the graph, in the order in which they are added; each method returns the name of what it makes."""

    def __init__(self, weights: Mapping[str, np.ndarray]) -> None:
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._arrays: dict[str, np.ndarray] = {}

    def node(self, kind: str, inputs: list[str], outputs: int = 1, **settings: object) -> list[str]:
        made = [f"{kind}_{len(self._nodes)}_{number}" for number in range(outputs)]
        self._nodes.append(helper.make_node(kind, inputs, made, **settings))
        return made

    def one(self, kind: str, inputs: list[str], **settings: object) -> str:
        return self.node(kind, inputs, **settings)[0]

    def array(self, name: str, array: np.ndarray) -> str:
        self._arrays[name] = array
        return name

    def dense(self, state: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Multiply by a matrix in whole numbers, with a scale for each column, and add the bias."""
        scale = np.abs(weight).max(axis=0) / SEVEN_BITS
        whole = np.round(weight / scale).astype(np.int8)
        steps, step, zero = self.node("DynamicQuantizeLinear", [state], 3)
        product = self.one("MatMulInteger", [steps, self.array(f"{name}.weight", whole), zero])
        real = self.one("Cast", [product], to=TensorProto.FLOAT)
        by = self.one("Mul", [step, self.array(f"{name}.scale", scale.astype(np.float32))])
        return self.one("Add", [self.one("Mul", [real, by]), self.array(f"{name}.bias", bias.astype(np.float32))])

    def named(self, state: str, name: str) -> str:
        return self.dense(state, name, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def norm(self, state: str, name: str) -> str:
        by = [self.array(f"{name}.{part}", self._weights[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.one("LayerNormalization", [state, *by], axis=-1, epsilon=EPSILON)

    def attention(self, state: str, at: int) -> str:
        """Let each piece see the others; the scale of the queries is taken into their matrix."""
        width = self._weights[f"{at}.query.weight"].shape[0]
        softer = (width // HEADS) ** -0.5
        parts = {name: [self._weights[f"{at}.{name}.{kind}"] for kind in ("weight", "bias")] for name in _PARTS}
        parts["query"] = [each * softer for each in parts["query"]]
        weight = np.concatenate([parts[name][0] for name in _PARTS], axis=1)
        bias = np.concatenate([parts[name][1] for name in _PARTS])
        shape = self.array("heads", np.array([0, len(_PARTS), HEADS, width // HEADS], np.int64))
        each = self.one("Reshape", [self.dense(state, f"{at}.attention", weight, bias), shape])
        query, key, value = (
            self.one("Squeeze", [part, self.array("first", np.array([0], np.int64))])
            for part in self.node("Split", [self.one("Transpose", [each], perm=[1, 2, 0, 3])], 3, axis=0, num_outputs=3)
        )
        near = self.one("Softmax", [self.one("MatMul", [query, self.one("Transpose", [key], perm=[0, 2, 1])])], axis=-1)
        seen = self.one("Transpose", [self.one("MatMul", [near, value])], perm=[1, 0, 2])
        return self.one("Reshape", [seen, self.array("whole", np.array([0, width], np.int64))])

    def layer(self, state: str, at: int) -> str:
        mixed = self.named(self.attention(state, at), f"{at}.mixed")
        state = self.norm(self.one("Add", [state, mixed]), f"{at}.mixed_norm")
        wide = self.one("Gelu", [self.named(state, f"{at}.wide")], approximate="tanh")
        return self.norm(self.one("Add", [state, self.named(wide, f"{at}.narrow")]), f"{at}.narrow_norm")

    def model(self, output: str) -> bytes:
        """Return the file: pieces as vectors in, logarithms of the shares of the intents out."""
        width, intents = self._weights["intents.weight"].shape
        self._nodes.append(helper.make_node("Identity", [output], ["log_shares"]))
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [helper.make_tensor_value_info("pieces", TensorProto.FLOAT, ["length", width])],
            [helper.make_tensor_value_info("log_shares", TensorProto.FLOAT, [1, intents])],
            [numpy_helper.from_array(array, name) for name, array in self._arrays.items()],
        )
        made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
        onnx.checker.check_model(made)
        return bytes(made.SerializeToString())


_PARTS = ("query", "key", "value")


def graph_of(weights: Mapping[str, np.ndarray]) -> bytes:
    """Return the ONNX file of the layers of these weights."""
    graph = Graph(weights)
    state = graph.norm("pieces", "start_norm")
    for at in range(sum(name.endswith(".query.weight") for name in weights)):
        state = graph.layer(state, at)
    mean = graph.one("ReduceMean", [state, graph.array("first", np.array([0], np.int64))], keepdims=1)
    scores = graph.one("MatMul", [mean, graph.array("intents.weight", weights["intents.weight"])])
    scores = graph.one("Add", [scores, graph.array("intents.bias", weights["intents.bias"])])
    return graph.model(graph.one("LogSoftmax", [scores], axis=-1))
