"""A small sentence encoder that was taught our intents, asked where the linear model is unsure.

It reads the words of a message in their order, and knows words that no example of ours holds. Six layers of a transformer, run
by onnxruntime. How it was made: `tools/encoder`; what it brings and costs: docs/measurements.md.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from nlu.intent.kept_files import content_of
from nlu.intent.pieces import pieces_of

VECTORS_FILE, LAYERS_FILE = (Path(__file__).parent / name for name in ("encoder.npz", "encoder.onnx"))
SHA256 = {
    "encoder.npz": "93f5f3e4c53f3f5bd6b47ab72ca8532d00e4e86fad12cb87f269090827738174",
    "encoder.onnx": "725e947d5e23328bcdcb09dbb9f20163c65189612f3dfef7a9b8faefa7d668eb",
}
"""Of the files. They stand here so that other files are another version of the classifier."""


class EncoderFileError(ValueError):
    """A file of the encoder is not the one that this version was measured with."""


@dataclass(frozen=True)
class Encoder:
    """The taught encoder. The vector of a piece is `steps[number] * scale[number]`; `layers` runs the graph behind them."""

    intents: tuple[str, ...]
    numbers: dict[str, int]
    steps: np.ndarray
    scale: np.ndarray
    places: np.ndarray
    layers: Any

    def log_shares(self, text: str) -> np.ndarray:
        """Return the logarithm of the share of each intent, in the order of `intents`; any text has such shares."""
        at = pieces_of(text, self.numbers)
        vectors = self.steps[at] * self.scale[at, np.newaxis] + self.places[: len(at)]
        heard: np.ndarray = self.layers.run(None, {"pieces": vectors})[0][0]
        return heard


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """Read the encoder; raises EncoderFileError when a file is missing or another one."""
    files = (content_of(path, SHA256[path.name], EncoderFileError) for path in (VECTORS_FILE, LAYERS_FILE))
    return read_encoder(*files)


def read_encoder(vectors: bytes, layers: bytes) -> Encoder:
    """Return the encoder of files that `tools.encoder` wrote."""
    with np.load(io.BytesIO(vectors), allow_pickle=False) as held:
        return Encoder(
            intents=tuple(_listed(held["intents"])),
            numbers={piece: number for number, piece in enumerate(_listed(held["pieces"]))},
            steps=held["steps"],
            scale=held["scale"],
            places=held["places"].astype(np.float32),
            layers=_session(layers),
        )


def _listed(letters: np.ndarray) -> list[str]:
    return letters.tobytes().decode("ascii").split("\n")


def _session(layers: bytes) -> Any:
    """Return the graph ready to run, on one core and without a store of memory of its own: turns run side by side."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(layers, options, providers=["CPUExecutionProvider"])
