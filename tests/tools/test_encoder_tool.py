"""What the tool that teaches the encoder reads; the teaching itself takes ten minutes and is run by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.encoder.base import pieces_listed, weights_of
from tools.training_data import labelled


def test_another_encoder_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "model.safetensors"
    other.write_bytes(b"\x02\x00\x00\x00\x00\x00\x00\x00{}")
    with pytest.raises(ValueError, match="not the encoder"):
        weights_of(other)


def test_pieces_are_listed_by_their_number(tmp_path: Path) -> None:
    path = tmp_path / "tokenizer.json"
    path.write_text(json.dumps({"model": {"vocab": {"bone": 2, "[PAD]": 0, "##s": 1}}}), encoding="utf-8")
    assert pieces_listed(path) == ["[PAD]", "##s", "bone"]


def test_each_message_has_its_intent() -> None:
    texts, intents = labelled()
    assert len(texts) == len(intents) > 13_000
    assert dict(zip(texts, intents, strict=True))["tell me about raloxifene"] == "ask_drug_how_it_works"
