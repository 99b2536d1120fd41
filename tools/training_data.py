"""The labelled messages of `data/nlu`, for the tools that learn from them."""

from __future__ import annotations

from pathlib import Path

import yaml

DATA = Path(__file__).resolve().parents[1] / "data" / "nlu"


def labelled() -> tuple[list[str], list[str]]:
    """Return the messages of the training data and the intent of each."""
    texts: list[str] = []
    intents: list[str] = []
    for path in sorted(DATA.glob("*.yml")):
        for block in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            lines = [line[2:].strip() for line in block["examples"].splitlines() if line.strip()]
            texts += lines
            intents += [block["intent"]] * len(lines)
    return texts, intents
