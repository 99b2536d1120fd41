"""Makes `nlu/intent/word_vectors.npz` from the sentence encoder all-MiniLM-L6-v2 (needs onnxruntime and tokenizers).

    python -m tools.word_vectors <model.onnx> <tokenizer.json>

Neither of the two packages nor the encoder is part of the project: the file is made once, and kept.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from nlu.intent.meaning import VECTORS_FILE
from nlu.intent.words import normalise, words_of
from tools.training_data import labelled

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ("data/nlu", "knowledge", "answers", "nlu")
SIZE = 64
RARE = 5e-4
"""A word of this share among our own has half the weight of a rare one (smooth inverse frequency)."""

GENERAL_SHARE = 5e-6
"""The share taken for a word of the encoder's list that our own messages do not hold."""

STEPS = 127
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def make(model: Path, tokens: Path) -> str:
    """Write the file of word vectors.

    :param model: the encoder as ONNX
    :param tokens: its `tokenizer.json`
    :return: the SHA-256 of the file, for `nlu/intent/meaning.py`
    """
    tokenizer = importlib.import_module("tokenizers").Tokenizer.from_file(str(tokens))
    tokenizer.no_padding()
    session = importlib.import_module("onnxruntime").InferenceSession(str(model))
    listed = sorted(json.loads(tokens.read_text(encoding="utf-8"))["model"]["vocab"].items(), key=lambda each: each[1])
    general = [word for word, _ in listed if re.fullmatch(r"[a-z]{2,}|[ai]", word)]
    own = Counter(word for text in labelled()[0] for word in words_of(text) if word[0].isalpha() and word.isascii())
    read = Counter(_WORD.findall(_all_texts()))
    words = list(
        dict.fromkeys([*general, *own, *(word for word, count in read.items() if count > 1 and len(word) > 2)])
    )
    vectors = _compressed(np.stack([_vector(session, tokenizer.encode(word).ids) for word in words]))
    known = frozenset(general)
    share = np.array([own[word] / own.total() / 2 + GENERAL_SHARE * (word in known) for word in words])
    _write(words, vectors, RARE / (RARE + share))
    return hashlib.sha256(VECTORS_FILE.read_bytes()).hexdigest()


def _vector(session: Any, numbers: list[int]) -> np.ndarray:
    """Return the mean of the encoder's last states for a word that stands alone."""
    ids = np.array([numbers], np.int64)
    given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    state: np.ndarray = session.run(None, given)[0][0].mean(axis=0)
    return state


def _compressed(vectors: np.ndarray) -> np.ndarray:
    """Return the principal components, each word of length 1."""
    centred = vectors - vectors.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    short: np.ndarray = centred @ axes[:SIZE].T
    return short / (np.linalg.norm(short, axis=1, keepdims=True) + 1e-9)


def _write(words: list[str], vectors: np.ndarray, weights: np.ndarray) -> None:
    largest = np.abs(vectors).max(axis=1)
    steps = np.round(vectors / largest[:, None] * STEPS).astype(np.int8)
    scale = (largest / STEPS * weights).astype(np.float32)
    listed = np.frombuffer("\n".join(words).encode("ascii"), np.uint8)
    np.savez_compressed(VECTORS_FILE, words=listed, steps=steps, scale=scale)


def _all_texts() -> str:
    paths = (path for folder in TEXTS for path in sorted((ROOT / folder).rglob("*.yml")))
    return " ".join(normalise(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    print(make(Path(sys.argv[1]), Path(sys.argv[2])))
