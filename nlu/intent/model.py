"""The intent model: a linear classifier over the features, trained with scikit-learn, applied with numpy alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from nlu.intent.calibration import shares, sharpness_of
from nlu.intent.concepts import ConceptFinder
from nlu.intent.encoder import Encoder, encoder
from nlu.intent.features import features
from nlu.intent.lexicon_files import lexicon
from nlu.intent.meaning import WordVectors, word_vectors
from nlu.intent.vectors import Vector, Vocabulary
from nlu.intent.words import has_words, question_after_remark, words_of

WEIGHTS_FILE = "weights.npz"
VOCABULARY_FILE = "vocabulary.json"
FORMAT = 3

PENALTY = 0.35
"""Inverse strength of the penalty on the weights. Measured: 0.25 to 0.5 is flat in cross-validation."""

TOLERANCE = 0.01
"""When the fit ends. Measured: with the usual 0.0001 it takes half as long again, and as many messages are right."""

SURE = 0.995
"""The share of the likeliest intent from which the linear model is believed; below it the encoder is asked as well.

Measured: two training messages in five are not slowed down, and as many are right as if all were asked about.
"""

ENCODER_WEIGHT = 0.4
"""How much the encoder's logarithm of a share counts beside a margin, in a long message. Measured: 0.3 to 0.5 is flat."""

FEW_WORDS = 3
"""The number of words at which the encoder counts half as much as in a long message."""

SOFTER = 0.5
"""The sharpness of both together beside that of the margins alone, by messages that neither had seen."""


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
    encoder: Encoder

    def scores(self, text: str) -> dict[str, float]:
        """Return the probability of each intent, the likeliest first; they add up to 1."""
        margins = self.margins(text)
        likely = shares(margins[np.newaxis, :], self.sharpness)[0]
        if likely.max() < SURE and has_words(text):
            both = margins + self._second_opinion(text)
            likely = shares(both[np.newaxis, :], self.sharpness * SOFTER)[0]
        return {self.intents[number]: float(likely[number]) for number in np.argsort(-likely, kind="stable")}

    def margins(self, text: str) -> np.ndarray:
        """Return how far a text lies on the side of each intent, by the linear model alone."""
        rows, values = self.vocabulary.vector(features(text, self.finder))
        meaning = self.words.meaning(text)
        by_features: np.ndarray = values @ self.weights[rows].astype(np.float32) + self.bias
        return by_features + meaning @ self.weights[-len(meaning) :].astype(np.float32)

    def _second_opinion(self, text: str) -> np.ndarray:
        """Return what the encoder adds to the margins, in the order of `intents`.

        An intent that it was not taught is as likely as any. With few words it counts less: a word or two say little by
        themselves, and the encoder is as sure of them as of a sentence.
        """
        heard = self.encoder.log_shares(question_after_remark(text) or text)
        opinion: np.ndarray = np.append(heard, np.float32(-np.log(len(heard))))[self._places]
        count = sum(word.isalpha() for word in words_of(text))
        return opinion * np.float32(ENCODER_WEIGHT * count / (count + FEW_WORDS))

    @cached_property
    def _places(self) -> list[int]:
        place = {intent: number for number, intent in enumerate(self.encoder.intents)}
        return [place.get(intent, len(place)) for intent in self.intents]

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
                encoder=encoder(),
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
        encoder=encoder(),
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
