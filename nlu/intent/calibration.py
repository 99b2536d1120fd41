"""From margins to probabilities: how sharp the classifier's margins must be read so that a confidence means what it says."""

from __future__ import annotations

from typing import Any

import numpy as np

UNSEEN = 1 / 3
CANDIDATES = np.geomspace(1.0, 20.0, 40)


def shares(margins: np.ndarray, sharpness: float) -> np.ndarray:
    """Return for each row of margins the probabilities of the columns; each row adds up to 1."""
    scaled = margins * sharpness
    odds = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def sharpness_of(classifier: Any, matrix: Any, labels: np.ndarray) -> float:
    """Return the sharpness under which messages that the classifier did not see get the likeliest probabilities.

    :param classifier: an unfitted scikit-learn classifier with a decision function for three or more classes
    :param matrix: one row a message
    :param labels: the intent of each; every intent at least twice
    """
    from sklearn.base import clone
    from sklearn.model_selection import StratifiedShuffleSplit

    split = StratifiedShuffleSplit(1, test_size=UNSEEN, random_state=1)
    seen, unseen = next(split.split(labels, labels))
    fitted = clone(classifier).fit(matrix[seen], labels[seen])
    margins = fitted.decision_function(matrix[unseen])
    right = np.searchsorted(fitted.classes_, labels[unseen])
    return float(min(CANDIDATES, key=lambda sharpness: _surprise(margins, right, float(sharpness))))


def _surprise(margins: np.ndarray, answers: np.ndarray, sharpness: float) -> float:
    """Return the mean negative logarithm of the probability given to the right answer."""
    given = shares(margins, sharpness)[np.arange(len(answers)), answers]
    return float(-np.log(np.maximum(given, 1e-12)).mean())
