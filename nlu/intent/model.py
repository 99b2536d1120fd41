"""The intent model: a linear classifier over the features, trained with scikit-learn, applied with numpy alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nlu.intent.calibration import shares, sharpness_of
from nlu.intent.concepts import ConceptFinder
from nlu.intent.features import features
from nlu.intent.lexicon_files import lexicon
from nlu.intent.meaning import WordVectors, word_vectors
from nlu.intent.vectors import Vector, Vocabulary

WEIGHTS_FILE = "weights.npz"
VOCABULARY_FILE = "vocabulary.json"
FORMAT = 3

PENALTY = 0.35
"""Inverse strength of the penalty on the weights. Measured: 0.25 to 0.5 is flat in cross-validation."""

TOLERANCE = 0.01
"""When the fit ends. Measured: with the usual 0.0001 it takes half as long again, and as many messages are right."""


class ModelFileError(ValueError):
    """The files of a model do not fit this version of the classifier."""


@dataclass(frozen=True)
class IntentModel:
    """A trained model. `weights` has one column an intent, and one row a feature, then one a number of the meaning.

    `sharpness` turns margins to shares. The lexicon that it was trained with is part of it, so that later changes of the
    files cannot put the two at odds.
    """

    intents: tuple[str, ...]
    finder: ConceptFinder
    vocabulary: Vocabulary
    words: WordVectors
    weights: np.ndarray
    bias: np.ndarray
    sharpness: float

    def scores(self, text: str) -> dict[str, float]:
        """Return the probability of each intent, the likeliest first; they add up to 1."""
        rows, values = self.vocabulary.vector(features(text, self.finder))
        meaning = self.words.meaning(text)
        margins = values @ self.weights[rows].astype(np.float32) + self.bias
        margins += meaning @ self.weights[-len(meaning) :].astype(np.float32)
        likely = shares(margins[np.newaxis, :], self.sharpness)[0]
        return {self.intents[number]: float(likely[number]) for number in np.argsort(-likely, kind="stable")}

    def save(self, folder: Path) -> None:
        """Write the model as arrays and JSON: nothing that could run code when it is read."""
        np.savez_compressed(folder / WEIGHTS_FILE, rarity=self.vocabulary.rarity, weights=self.weights, bias=self.bias)
        words = {
            "format": FORMAT,
            "sharpness": self.sharpness,
            "intents": self.intents,
            "features": {block: list(index) for block, index in self.vocabulary.index.items()},
            "lexicon": self.finder.lexicon,
        }
        (folder / VOCABULARY_FILE).write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read a model that `save` wrote; raises ModelFileError when it is of another version."""
        words = json.loads((folder / VOCABULARY_FILE).read_text(encoding="utf-8"))
        if words.get("format") != FORMAT:
            raise ModelFileError("The intent model is of another version of Osteochat. Train again: make train.")
        index: dict[str, dict[str, int]] = {}
        count = 0
        for block, names in words["features"].items():
            index[block] = {name: count + number for number, name in enumerate(names)}
            count += len(names)
        with np.load(folder / WEIGHTS_FILE, allow_pickle=False) as arrays:
            return cls(
                intents=tuple(words["intents"]),
                finder=ConceptFinder(words["lexicon"]),
                vocabulary=Vocabulary(index, arrays["rarity"]),
                words=word_vectors(),
                weights=arrays["weights"],
                bias=arrays["bias"],
                sharpness=float(words["sharpness"]),
            )


def train(texts: Sequence[str], intents: Sequence[str]) -> IntentModel:
    """Fit the model to labelled messages; the same messages give the same model.

    :param texts: the messages
    :param intents: the intent of each
    """
    from scipy.sparse import csr_matrix, hstack
    from sklearn.svm import LinearSVC

    finder = ConceptFinder(lexicon())
    messages = [features(text, finder) for text in texts]
    vocabulary = Vocabulary.of(messages)
    words = word_vectors()
    counted = _matrix([vocabulary.vector(message) for message in messages], len(vocabulary.rarity))
    matrix = hstack([counted, csr_matrix(np.stack([words.meaning(text) for text in texts]))]).tocsr()
    labels = np.array(intents)
    classifier = LinearSVC(C=PENALTY, tol=TOLERANCE, random_state=1)
    sharpness = sharpness_of(classifier, matrix, labels)
    classifier.fit(matrix, labels)
    return IntentModel(
        intents=tuple(map(str, classifier.classes_)),
        finder=finder,
        vocabulary=vocabulary,
        words=words,
        weights=classifier.coef_.T.astype(np.float16),
        bias=classifier.intercept_.astype(np.float32),
        sharpness=sharpness,
    )


def _matrix(vectors: Sequence[Vector], width: int) -> object:
    from scipy.sparse import csr_matrix

    return csr_matrix(
        (
            np.concatenate([values for _, values in vectors]),
            np.concatenate([rows for rows, _ in vectors]),
            np.cumsum([0] + [len(rows) for rows, _ in vectors]),
        ),
        shape=(len(vectors), width),
    )
