"""Writes the network as the two small files that the classifier reads: the vectors of the pieces, and the layers."""

from __future__ import annotations

import io
from collections.abc import Mapping

import numpy as np

from tools.encoder.graph import graph_of

STEPS = 127
"""Whole numbers on each side of zero in which the vectors of the pieces are kept."""

UNUSED = "[unused"
"""Pieces that stand for nothing. Those in other scripts are left out too: messages lose their accents before they are cut."""


def files_of(weights: Mapping[str, np.ndarray], pieces: list[str], intents: list[str]) -> tuple[bytes, bytes]:
    """Return the content of `encoder.npz` and of `encoder.onnx`."""
    kept = [number for number, piece in enumerate(pieces) if piece.isascii() and not piece.startswith(UNUSED)]
    vectors = weights["pieces"][kept]
    scale = np.abs(vectors).max(axis=1) / STEPS
    content = io.BytesIO()
    np.savez_compressed(
        content,
        steps=np.round(vectors / scale[:, np.newaxis]).astype(np.int8),
        scale=scale.astype(np.float32),
        places=weights["places"].astype(np.float16),
        pieces=_listed([pieces[number] for number in kept]),
        intents=_listed(intents),
    )
    return content.getvalue(), graph_of(weights)


def _listed(words: list[str]) -> np.ndarray:
    return np.frombuffer("\n".join(words).encode("ascii"), np.uint8)
