"""Whether a message asks for what it sounds like: words without which the classifier alone sets nothing off."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from nlu.alarms import Ranking
from nlu.intent.words import normalise

SURE = {"self_harm": 0.5}
"""The share from which an intent is believed without its words, since nobody spells them all: for a cry for help lower."""
SURE_OF_ALL = 0.8
TOLD = ("number",)
"""Kinds of finding that answer a question, as facts do: who tells something asks for nothing by the way."""

_FILE = Path(__file__).with_name("asked_for.yml")


def without_unasked(ranking: Ranking, text: str, findings: Sequence[Mapping[str, Any]], tells: bool) -> Ranking:
    """Put an intent that must have been asked for, and was not, behind the others, which share what it had.

    :param tells: a fact of the case was read from the message
    """
    kinds = {each["entity"] for each in findings}
    if not ranking or _is_asked_for(ranking[0], text, tells or bool(kinds & set(TOLD)), "drug" in kinds):
        return ranking
    first, *others = ranking
    left = sum(each["confidence"] for each in others)
    if not left:
        return ranking
    return [*({**each, "confidence": each["confidence"] / left} for each in others), {**first, "confidence": 0.0}]


def holds_words(intent: str, text: str) -> bool:
    """Say whether a word stands in the text without which such an intent is not believed beside a fact."""
    return _patterns()[intent][0].search(normalise(text)) is not None


def _is_asked_for(heard: Mapping[str, Any], text: str, tells: bool, names_drug: bool) -> bool:
    plain = normalise(text)
    if heard["name"] in _treatment()["intents"] and _is_of_treatment(plain, names_drug):
        return False
    words, never = _patterns().get(heard["name"], (None, None))
    if words is None:
        return True
    if never is not None and never.search(plain):
        return False
    is_sure = heard["confidence"] >= SURE.get(heard["name"], SURE_OF_ALL) and not tells
    return is_sure or words.search(plain) is not None


def _is_of_treatment(plain: str, names_drug: bool) -> bool:
    """Say whether a message asks something of a treatment: "drop raloxifene?", "enough after 3 infusions?"."""
    if not plain.rstrip().endswith("?") or _compiled(_treatment()["never"]).search(plain):
        return False
    return names_drug or _compiled(_treatment()["words"]).search(plain) is not None


def _treatment() -> Any:
    return _lists()["of_treatment"]


@lru_cache(maxsize=1)
def _lists() -> Any:
    return yaml.safe_load(_FILE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    lists = {intent: given for intent, given in _lists().items() if intent != "of_treatment"}
    return {
        intent: (_compiled(given["words"]), _compiled(given["never"]) if "never" in given else None)
        for intent, given in lists.items()
    }


def _compiled(alternatives: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))
