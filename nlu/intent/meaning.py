"""The meaning of a message as one short vector: the mean of its words' vectors, also of words no example of ours holds."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from nlu.intent.kept_files import content_of
from nlu.intent.words import question_in, words_of

VECTORS_FILE = Path(__file__).parent / "word_vectors.npz"
"""The vectors of single words, made once from all-MiniLM-L6-v2 (Apache-2.0). How: docs/measurements.md."""

SHA256 = "3a171166682c2d68d0c0da42df14f4272752923d706232922105b0da3ace18eb"
"""Of the file. It stands here so that another file is another version of the classifier."""

WEIGHT = np.float32(2.0)
"""Length of a message's vector beside the blocks of features. Measured: 1.5 to 2.5 is flat."""


class VectorsFileError(ValueError):
    """The file of word vectors is not the one that this version was measured with."""


class WordVectors(NamedTuple):
    """The row of each word; its vector is `steps[row] * scale[row]`, in which the weight of a common word is small."""

    row: dict[str, int]
    steps: np.ndarray
    scale: np.ndarray

    def meaning(self, text: str) -> np.ndarray:
        """Return the vector of a message, nearly `WEIGHT` long; shorter with few words, all zeros where none is known.

        Where a question stands beside a story, it counts as much as the whole. A word by itself must not sound like
        something known only because its meaning lies nearest to it.
        """
        known = sum(word in self.row for word in words_of(text))
        total = self._direction(text)
        question = question_in(text)
        if question is not None:
            total = _unit(total + self._direction(question))
        return total * (WEIGHT * np.float32(known / (known + 1)))

    def _direction(self, text: str) -> np.ndarray:
        rows = [self.row[word] for word in words_of(text) if word in self.row]
        return _unit(self.scale[rows] @ self.steps[rows].astype(np.float32))


def _unit(vector: np.ndarray) -> np.ndarray:
    length = float(np.sqrt(vector @ vector))
    return vector * np.float32(1 / length) if length else vector


@lru_cache(maxsize=1)
def word_vectors() -> WordVectors:
    """Read the vectors; raises VectorsFileError when the file is missing or another one."""
    content = content_of(VECTORS_FILE, SHA256, VectorsFileError)
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        words = arrays["words"].tobytes().decode("ascii").split("\n")
        return WordVectors({word: row for row, word in enumerate(words)}, arrays["steps"], arrays["scale"])
