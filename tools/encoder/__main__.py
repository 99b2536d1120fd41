"""Teaches the encoder our intents and writes `nlu/intent/encoder.npz` and `encoder.onnx` (ten minutes on two cores).

    python -m tools.encoder FOLDER                  teach with all messages and write the file
    python -m tools.encoder FOLDER --measure 0 1    leave out these fifths (0 to 4) one after the other, and measure on them

It needs the package onnx beside the project's own (`uv run --with onnx python -m tools.encoder …`).
FOLDER holds `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2; `docs/measurements.md` says where they are from.
What it prints goes into `nlu/intent/encoder.py`. The files belong to the messages as they were; the linear model of the
classifier is fitted by `make train`.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import numpy as np

from nlu.intent.encoder import LAYERS_FILE, VECTORS_FILE
from nlu.intent.pieces import MOST, pieces_of
from tools.encoder.base import pieces_listed, weights_of
from tools.encoder.measuring import measure
from tools.encoder.network import Network
from tools.encoder.teaching import teach
from tools.encoder.writing import files_of
from tools.training_data import labelled

LAYERS, ROUNDS = 6, 8


def main() -> None:
    """Read the arguments, teach, and write or measure."""
    parser = argparse.ArgumentParser(prog="python -m tools.encoder")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--measure", type=int, nargs="+", metavar="FIFTH", help="nothing is written")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    texts, intents = labelled()
    pieces = pieces_listed(given.folder / "tokenizer.json")
    numbers = {piece: number for number, piece in enumerate(pieces)}
    messages = [pieces_of(text, numbers) for text in texts]
    names, wanted = np.unique(intents, return_inverse=True)

    def taught(rows: np.ndarray) -> Network:
        network = Network(weights_of(given.folder / "model.safetensors"), LAYERS, len(names), MOST)
        teach(network, [messages[row] for row in rows], wanted[rows], given.rounds)
        return network

    if given.measure is not None:
        measure(texts, intents, pieces, taught, given.measure)
    else:
        files = files_of(taught(np.arange(len(texts))).arrays(), pieces, names.tolist())
        for path, content in zip((VECTORS_FILE, LAYERS_FILE), files, strict=True):
            path.write_bytes(content)
            print(f"{path.name} {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
