"""The teaching itself: some rounds over the labelled messages, with steps that grow shorter."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence

import numpy as np
import tensorflow as tf

from tools.encoder.network import Network

ROWS = 32
RATE, RATE_OF_INTENTS = 1.5e-4, 2e-3
WARMING = 0.06
DECAY = 0.01
SMOOTHING = 0.05
LONGEST_STEP = 1.0
SORTED_TOGETHER = 50
"""Batches whose messages are sorted by length, so that little is computed for padding."""

Messages = Sequence[Sequence[int]]


def teach(network: Network, messages: Messages, intents: np.ndarray, rounds: int) -> None:
    """Fit the network to labelled messages.

    :param messages: the piece numbers of each
    :param intents: the number of the intent of each
    """
    random = np.random.default_rng(1)
    tf.random.set_seed(1)
    steps = rounds * math.ceil(len(messages) / ROWS)
    head = [variable for name, variable in network.weights.items() if name.startswith("intents.")]
    body = [variable for name, variable in network.weights.items() if not name.startswith("intents.")]
    slow, fast = _optimizer(RATE, steps), _optimizer(RATE_OF_INTENTS, steps)
    slow.build(body)
    fast.build(head)

    @tf.function(
        input_signature=[tf.TensorSpec([None, None], tf.int32), tf.TensorSpec([None, len_of(network)], tf.float32)]
    )
    def step(numbers: tf.Tensor, wanted: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as tape:
            scores = network(numbers, training=True)
            loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(wanted, scores))
        found = [tf.convert_to_tensor(each) for each in tape.gradient(loss, body + head)]
        found, _ = tf.clip_by_global_norm(found, LONGEST_STEP)
        slow.apply_gradients(zip(found[: len(body)], body))
        fast.apply_gradients(zip(found[len(body) :], head))
        return loss

    started = time.monotonic()
    for number in range(rounds):
        losses = [
            float(step(_padded([messages[row] for row in rows]), _wanted(intents[rows], len_of(network))))
            for rows in _batches(messages, random)
        ]
        print(f"round {number + 1}: loss {np.mean(losses):.3f}, {time.monotonic() - started:.0f} s", flush=True)


def len_of(network: Network) -> int:
    """Return the number of intents."""
    return int(network.weights["intents.bias"].shape[0])


def _optimizer(rate: float, steps: int) -> tf.keras.optimizers.Optimizer:
    class Schedule(tf.keras.optimizers.schedules.LearningRateSchedule):
        def __call__(self, step: tf.Tensor) -> tf.Tensor:
            at = tf.cast(step, tf.float32)
            return rate * tf.minimum((at + 1) / (WARMING * steps), tf.maximum(0.0, (steps - at) / steps))

        def get_config(self) -> dict[str, float]:
            return {"rate": rate, "steps": steps}

    return tf.keras.optimizers.AdamW(Schedule(), weight_decay=DECAY)


def _batches(messages: Messages, random: np.random.Generator) -> Iterator[np.ndarray]:
    order = random.permutation(len(messages))
    together = ROWS * SORTED_TOGETHER
    batches = []
    for start in range(0, len(order), together):
        part = sorted(order[start : start + together], key=lambda row: len(messages[row]))
        batches += [np.array(part[at : at + ROWS]) for at in range(0, len(part), ROWS)]
    for number in random.permutation(len(batches)):
        yield batches[number]


def _padded(messages: Messages) -> np.ndarray:
    rows = np.zeros((len(messages), max(map(len, messages))), np.int32)
    for row, message in zip(rows, messages, strict=True):
        row[: len(message)] = message
    return rows


def _wanted(intents: np.ndarray, count: int) -> np.ndarray:
    wanted: np.ndarray = np.eye(count, dtype=np.float32)[intents]
    return wanted * (1 - SMOOTHING) + SMOOTHING / count
