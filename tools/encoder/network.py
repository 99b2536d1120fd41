"""The encoder as TensorFlow trains it; `graph` writes the same for onnxruntime."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import tensorflow as tf

HEADS = 12
EPSILON = 1e-12
DROPOUT = 0.1
_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mixed": "attention.output.dense",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
}
_NORMS = {"mixed_norm": "attention.output.LayerNorm", "narrow_norm": "output.LayerNorm"}


class Network(tf.Module):
    """The first layers of the base encoder, the mean over a message's pieces, and a linear layer to the intents."""

    def __init__(self, base: dict[str, np.ndarray], layers: int, intents: int, most: int) -> None:
        super().__init__()
        self.layers = layers
        self.weights: dict[str, tf.Variable] = {}
        for name, array in self._initial(base, intents, most):
            self.weights[name] = tf.Variable(array, name=name)

    def _initial(self, base: dict[str, np.ndarray], intents: int, most: int) -> Iterator[tuple[str, np.ndarray]]:
        """Yield each array by our name; those of the base are kept as (in, out)."""
        kinds = base["embeddings.token_type_embeddings.weight"][0]
        yield "pieces", base["embeddings.word_embeddings.weight"]
        yield "places", base["embeddings.position_embeddings.weight"][:most] + kinds
        yield from _norm("start_norm", base, "embeddings.LayerNorm")
        for number in range(self.layers):
            at = f"encoder.layer.{number}"
            for ours, theirs in _LAYER.items():
                yield f"{number}.{ours}.weight", base[f"{at}.{theirs}.weight"].T.copy()
                yield f"{number}.{ours}.bias", base[f"{at}.{theirs}.bias"]
            for ours, theirs in _NORMS.items():
                yield from _norm(f"{number}.{ours}", base, f"{at}.{theirs}")
        width = base["embeddings.word_embeddings.weight"].shape[1]
        start = np.random.default_rng(1).normal(0, 0.02, (width, intents)).astype(np.float32)
        yield "intents.weight", start
        yield "intents.bias", np.zeros(intents, np.float32)

    def __call__(self, numbers: tf.Tensor, training: bool) -> tf.Tensor:
        """Return the score of each intent for each row of piece numbers, padded with 0."""
        w = self.weights
        there = tf.cast(numbers > 0, tf.float32)
        state = tf.gather(w["pieces"], numbers) + w["places"][: tf.shape(numbers)[1]]
        state = _dropped(self._normed("start_norm", state), training)
        hidden = (1 - there)[:, None, None, :] * -1e4
        for number in range(self.layers):
            state = self._layer(number, state, hidden, training)
        mean = tf.reduce_sum(state * there[..., None], 1) / tf.reduce_sum(there, 1, keepdims=True)
        return _dropped(mean, training) @ w["intents.weight"] + w["intents.bias"]

    def arrays(self) -> dict[str, np.ndarray]:
        """Return the weights by name."""
        return {name: variable.numpy() for name, variable in self.weights.items()}

    def _layer(self, number: int, state: tf.Tensor, hidden: tf.Tensor, training: bool) -> tf.Tensor:
        shape = tf.shape(state)
        rows, length, width = shape[0], shape[1], state.shape[2]

        def heads(name: str) -> tf.Tensor:
            each = tf.reshape(self._dense(f"{number}.{name}", state), (rows, length, HEADS, width // HEADS))
            return tf.transpose(each, (0, 2, 1, 3))

        near = tf.matmul(heads("query"), heads("key"), transpose_b=True) / (width / HEADS) ** 0.5
        seen = _dropped(tf.nn.softmax(near + hidden), training) @ heads("value")
        mixed = tf.reshape(tf.transpose(seen, (0, 2, 1, 3)), (rows, length, width))
        mixed = _dropped(self._dense(f"{number}.mixed", mixed), training)
        state = self._normed(f"{number}.mixed_norm", state + mixed)
        wide = tf.nn.gelu(self._dense(f"{number}.wide", state), approximate=True)
        narrow = _dropped(self._dense(f"{number}.narrow", wide), training)
        return self._normed(f"{number}.narrow_norm", state + narrow)

    def _dense(self, name: str, state: tf.Tensor) -> tf.Tensor:
        return tf.tensordot(state, self.weights[f"{name}.weight"], 1) + self.weights[f"{name}.bias"]

    def _normed(self, name: str, state: tf.Tensor) -> tf.Tensor:
        mean, variance = tf.nn.moments(state, -1, keepdims=True)
        return (state - mean) * tf.math.rsqrt(variance + EPSILON) * self.weights[f"{name}.weight"] + self.weights[
            f"{name}.bias"
        ]


def _norm(ours: str, base: dict[str, np.ndarray], theirs: str) -> Iterator[tuple[str, np.ndarray]]:
    yield f"{ours}.weight", base[f"{theirs}.weight"]
    yield f"{ours}.bias", base[f"{theirs}.bias"]


def _dropped(state: tf.Tensor, training: bool) -> tf.Tensor:
    return tf.nn.dropout(state, DROPOUT) if training else state
