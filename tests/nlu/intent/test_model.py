"""Training, saving and applying the intent model, with a handful of messages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.intent.calibration import shares
from nlu.intent.model import SURE, VOCABULARY_FILE, IntentModel, ModelFileError, train

EXAMPLES = {
    "greet": ["hello", "hello there", "hi", "hi there", "good morning", "good morning to you"],
    "thanks": ["thanks", "thanks a lot", "thank you", "thank you very much", "many thanks", "thank you so much"],
    "ask_duration": [
        "how long do I take it",
        "how long on Prolia",
        "how long do I take Fosamax",
        "for how many years",
        "how many years of Evista",
        "how many years do I take it",
    ],
}
TEXTS = [text for texts in EXAMPLES.values() for text in texts]
INTENTS = [intent for intent, texts in EXAMPLES.items() for _ in texts]
SMALL = train(TEXTS, INTENTS)


@pytest.mark.parametrize(
    ("text", "intent"),
    [("hello hello", "greet"), ("thank you", "thanks"), ("how long do I take Actonel", "ask_duration")],
)
def test_it_learns(text: str, intent: str) -> None:
    assert next(iter(SMALL.scores(text))) == intent


@given(st.text(max_size=120))
def test_scores_are_probabilities_in_falling_order(text: str) -> None:
    scores = list(SMALL.scores(text).values())
    assert sum(scores) == pytest.approx(1, abs=1e-4)
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_saved_model_gives_the_same_scores(tmp_path: Path) -> None:
    SMALL.save(tmp_path)
    again = IntentModel.load(tmp_path)
    for text in [*TEXTS, "", "something quite different"]:
        assert again.scores(text) == SMALL.scores(text)


def test_the_files_hold_no_code(tmp_path: Path) -> None:
    SMALL.save(tmp_path)
    for path in tmp_path.glob("*.npz"):
        with np.load(path, allow_pickle=False) as arrays:
            assert all(arrays[name].dtype != object for name in arrays.files)


def test_training_twice_gives_the_same_model() -> None:
    again = train(TEXTS, INTENTS)
    assert np.array_equal(again.weights, SMALL.weights)
    assert again.sharpness == SMALL.sharpness


def test_a_model_of_another_version_is_refused_with_what_to_do(tmp_path: Path) -> None:
    SMALL.save(tmp_path)
    words = json.loads((tmp_path / VOCABULARY_FILE).read_text(encoding="utf-8"))
    (tmp_path / VOCABULARY_FILE).write_text(json.dumps({**words, "format": 1}), encoding="utf-8")
    with pytest.raises(ModelFileError, match="Train again"):
        IntentModel.load(tmp_path)


def test_a_message_that_is_plain_is_not_shown_to_the_encoder() -> None:
    without = replace(SMALL, encoder=None)  # type: ignore[arg-type]
    sure = [text for text in TEXTS if max(SMALL.scores(text).values()) >= SURE]
    assert sure
    for text in sure:
        assert without.scores(text) == SMALL.scores(text)


def test_a_message_without_words_is_not_either() -> None:
    assert replace(SMALL, encoder=None).scores("  ")  # type: ignore[arg-type]


def test_an_intent_that_the_encoder_was_not_taught_can_still_be_heard() -> None:
    words = [*TEXTS, "quagga one", "a quagga", "my quagga", "quagga two", "the quagga", "no quagga"]
    model = train(words, [*INTENTS, *["quagga"] * 6])
    assert "quagga" not in model.encoder.intents
    assert next(iter(model.scores("which quagga"))) == "quagga"


def test_sharper_reading_gives_the_winner_more() -> None:
    margins = np.array([[0.4, 0.1, -0.2]])
    assert shares(margins, 8.0)[0, 0] > shares(margins, 2.0)[0, 0] > 1 / 3
