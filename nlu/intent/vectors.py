"""From features to numbers: each block weighted by rarity and brought to its own length."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nlu.intent.features import BLOCKS, Features

Vector = tuple[np.ndarray, np.ndarray]
"""Numbers of the features that a message has, and their values."""


@dataclass(frozen=True)
class Vocabulary:
    """The features that count: for each block the number of each feature, and for each number its rarity."""

    index: dict[str, dict[str, int]]
    rarity: np.ndarray

    @classmethod
    def of(cls, messages: Iterable[Features], least: int = 2) -> Vocabulary:
        """Return the features that stand in at least so many messages, with their inverse document frequency."""
        seen: dict[str, Counter[str]] = {block: Counter() for block in BLOCKS}
        count = 0
        for message in messages:
            count += 1
            for block in BLOCKS:
                seen[block].update(set(message[block]))
        index: dict[str, dict[str, int]] = {block: {} for block in BLOCKS}
        rarity: list[float] = []
        for block in BLOCKS:
            for feature, number in sorted(seen[block].items()):
                if number >= least:
                    index[block][feature] = len(rarity)
                    rarity.append(math.log((1 + count) / (1 + number)) + 1)
        return cls(index, np.array(rarity, np.float32))

    def vector(self, message: Features) -> Vector:
        """Return the vector of a message; without a known feature it is empty."""
        rows: list[np.ndarray] = []
        values: list[np.ndarray] = []
        for block, weight in BLOCKS.items():
            index = self.index[block]
            counts = Counter(index[each] for each in message[block] if each in index)
            if not counts:
                continue
            at = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
            often = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
            raw = (1 + np.log(often)) * self.rarity[at]
            rows.append(at)
            values.append(raw * np.float32(weight / math.sqrt(float(raw @ raw))))
        if not rows:
            return np.zeros(0, np.intp), np.zeros(0, np.float32)
        return np.concatenate(rows), np.concatenate(values)
