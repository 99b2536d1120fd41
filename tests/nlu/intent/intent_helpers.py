"""What the tests of the intent classifier share: the training data, the development set, a model trained once."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from nlu.intent.model import IntentModel, train
from tools.training_data import labelled

ROOT = Path(__file__).resolve().parents[3]
DEV = ROOT / "tests" / "data" / "dev"

OTHER = "other"
RED_FLAG = "red_flag"


@cache
def training() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the training messages and the intent of each."""
    texts, intents = labelled()
    return tuple(texts), tuple(intents)


@cache
def model() -> IntentModel:
    """Return the model trained with all training data (some seconds, once)."""
    return train(*training())


@cache
def dev(name: str) -> tuple[dict[str, Any], ...]:
    """Return the records of tests/data/dev/<name>.jsonl."""
    lines = (DEV / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line)


def topic_of(intent: str) -> str:
    """Return the label of questions.jsonl that an intent stands for."""
    if intent in (RED_FLAG, "out_of_scope"):
        return intent
    dialogue = ("ask_human", "ask_privacy", "ask_sources", "ask_questions_for_doctor")
    return intent.removeprefix("ask_") if intent.startswith("ask_") and intent not in dialogue else OTHER


def topics(text: str) -> list[str]:
    """Return the topics of a message, the likeliest first, each once."""
    return list(dict.fromkeys(topic_of(intent) for intent in model().scores(text)))
