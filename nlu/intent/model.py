"""The linear model: weights by feature and intent, trained with scikit-learn, applied with numpy alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nlu.intent.features import features, vocabulary_of

WEIGHTS_FILE = "weights.npz"
VOCABULARY_FILE = "vocabulary.json"


@dataclass(frozen=True)
class IntentModel:
    """A trained model. `idf` has one weight a feature, `weights` one row a feature and one column an intent."""

    intents: tuple[str, ...]
    index: dict[str, int]
    idf: np.ndarray
    weights: np.ndarray
    bias: np.ndarray

    def scores(self, text: str) -> dict[str, float]:
        """Return the probability of each intent, the likeliest first; they add up to 1."""
        rows, values = self._vector(text)
        raw = values @ self.weights[rows] + self.bias
        odds = np.exp(raw - raw.max())
        shares = odds / odds.sum()
        order = np.argsort(-shares)
        return {self.intents[number]: float(shares[number]) for number in order}

    def _vector(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        counts = Counter(self.index[each] for each in features(text) if each in self.index)
        rows = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        values = (1 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))) * self.idf[rows]
        length = np.sqrt(np.square(values).sum())
        return rows, values / length if length else values

    def save(self, folder: Path) -> None:
        """Write the model as arrays and JSON: nothing that could run code when it is read."""
        np.savez_compressed(
            folder / WEIGHTS_FILE, idf=self.idf, weights=self.weights.astype(np.float16), bias=self.bias
        )
        words = {"intents": self.intents, "features": list(self.index)}
        (folder / VOCABULARY_FILE).write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read a model that `save` wrote."""
        words = json.loads((folder / VOCABULARY_FILE).read_text(encoding="utf-8"))
        with np.load(folder / WEIGHTS_FILE, allow_pickle=False) as arrays:
            return cls(
                intents=tuple(words["intents"]),
                index={feature: number for number, feature in enumerate(words["features"])},
                idf=arrays["idf"],
                weights=arrays["weights"].astype(np.float32),
                bias=arrays["bias"],
            )


def train(texts: Sequence[str], intents: Sequence[str], **settings: Any) -> IntentModel:
    """Fit the model to labelled messages.

    :param texts: the messages
    :param intents: the intent of each
    :param settings: passed to scikit-learn's LogisticRegression (C: inverse strength of the penalty)
    """
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    idf = vocabulary_of(texts)
    index = {feature: number for number, feature in enumerate(idf)}
    empty = IntentModel((), index, np.array(list(idf.values()), np.float32), np.zeros((0, 0)), np.zeros(0))
    vectors = [empty._vector(text) for text in texts]
    matrix = csr_matrix(
        (
            np.concatenate([values for _, values in vectors]),
            np.concatenate([rows for rows, _ in vectors]),
            np.cumsum([0] + [len(rows) for rows, _ in vectors]),
        ),
        shape=(len(texts), len(index)),
    )
    options = {"C": 20.0, "class_weight": "balanced", "max_iter": 200, "random_state": 1, **settings}
    fitted = LogisticRegression(**options).fit(matrix, np.array(intents))
    return IntentModel(
        tuple(map(str, fitted.classes_)),
        index,
        empty.idf,
        fitted.coef_.T.astype(np.float32),
        fitted.intercept_.astype(np.float32),
    )
