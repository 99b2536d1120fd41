"""The taught sentence encoder: what it says of a message, and which file it takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.intent import encoder as module
from nlu.intent.encoder import SHA256, EncoderFileError, encoder
from tests.nlu.intent.intent_helpers import training


def likeliest(text: str) -> str:
    """Return the intent that the encoder by itself finds likeliest."""
    return encoder().intents[int(encoder().log_shares(text).argmax())]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_shares_of_any_text_add_up_to_one(text: str) -> None:
    logs = encoder().log_shares(text)
    assert np.isfinite(logs).all()
    assert float(np.exp(logs).sum()) == pytest.approx(1, abs=1e-3)


def test_it_was_taught_every_intent_of_the_training_data() -> None:
    assert set(encoder().intents) == set(training()[1])


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("is it all right to quit my infusions once I reach eighty?", "ask_stopping_or_holiday"),
        ("does the yearly infusion make one feel queasy and shivery?", "ask_side_effects_common"),
        ("my molar has to come out, may that be done on these medicines?", "ask_dental_care"),
        ("what became of the hormone gel for women after the change?", "ask_hormone_therapy"),
    ],
)
def test_it_hears_what_is_said_in_words_of_no_example(text: str, intent: str) -> None:
    assert likeliest(text) == intent


def test_the_order_of_words_counts() -> None:
    one = encoder().log_shares("should I take calcium or stop Fosamax")
    other = encoder().log_shares("should I stop calcium or take Fosamax")
    assert not np.allclose(one, other, atol=0.01)


@pytest.fixture
def own_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Copies of the two files, from which the encoder is read for one test."""
    for name in ("VECTORS_FILE", "LAYERS_FILE"):
        own = tmp_path / getattr(module, name).name
        own.write_bytes(getattr(module, name).read_bytes())
        monkeypatch.setattr(module, name, own)
    encoder.cache_clear()
    yield tmp_path
    encoder.cache_clear()


@pytest.mark.parametrize("name", sorted(SHA256))
def test_a_file_that_is_missing_is_refused_with_what_to_do(own_files: Path, name: str) -> None:
    (own_files / name).unlink()
    with pytest.raises(EncoderFileError, match="Install Osteochat again"):
        encoder()


@pytest.mark.parametrize("name", sorted(SHA256))
def test_a_file_that_was_changed_is_refused(own_files: Path, name: str) -> None:
    (own_files / name).write_bytes((own_files / name).read_bytes()[:-1])
    with pytest.raises(EncoderFileError, match="damaged"):
        encoder()


def test_the_vectors_hold_no_code() -> None:
    with np.load(module.VECTORS_FILE, allow_pickle=False) as arrays:
        assert all(arrays[name].dtype != object for name in arrays.files)
