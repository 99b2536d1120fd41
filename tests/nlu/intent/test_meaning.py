"""The meaning of a message by the vectors of its words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.intent import meaning
from nlu.intent.meaning import VectorsFileError, word_vectors
from tests.nlu.intent.intent_helpers import training


def alike(one: str, other: str) -> float:
    first, second = word_vectors().meaning(one), word_vectors().meaning(other)
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("nauseous", "queasy", "expensive"),
        ("price", "expensive", "queasy"),
        ("dentist", "molar", "holiday"),
        ("can I quit", "may I discontinue", "is it painful"),
    ],
)
def test_words_of_like_meaning_lie_near(text: str, near: str, far: str) -> None:
    assert alike(text, near) > alike(text, far) + 0.1


@given(st.text(max_size=200))
def test_a_meaning_is_never_longer_than_its_weight(text: str) -> None:
    assert float(np.linalg.norm(word_vectors().meaning(text))) < float(meaning.WEIGHT)


def test_a_word_by_itself_means_less_than_a_sentence() -> None:
    lengths = [
        float(np.linalg.norm(word_vectors().meaning(text))) for text in ("tooth", "must the tooth come out first")
    ]
    assert lengths == pytest.approx([float(meaning.WEIGHT) / 2, float(meaning.WEIGHT) * 6 / 7], rel=1e-3)


@pytest.mark.parametrize("text", ["", "??", "zzxqj"])
def test_without_a_known_word_there_is_no_meaning(text: str) -> None:
    assert not word_vectors().meaning(text).any()


def test_a_common_word_weighs_less_than_a_rare_one() -> None:
    assert alike("the dentist", "dentist") > alike("the dentist", "the") + 0.1


def test_the_words_of_our_own_messages_are_nearly_all_known() -> None:
    words = {word for text in training()[0] for word in meaning.words_of(text) if word.isalpha()}
    assert len(words - set(word_vectors().row)) / len(words) < 0.05


@pytest.mark.parametrize(("content", "message"), [(b"something else", "damaged"), (None, "missing")])
def test_another_file_is_refused_with_what_to_do(
    content: bytes | None, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "word_vectors.npz"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(meaning, "VECTORS_FILE", path)
    with pytest.raises(VectorsFileError, match=f"{message}. Install"):
        word_vectors.__wrapped__()
