"""The strings that a patient reads, one by one, so that their reading grade can be measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from answers.message import Button
from answers.register import CLINICIAN, PATIENT
from answers.strings import FOLDER, theme

READ_BY_NOBODY = frozenset(
    {
        "pattern",
        "overview",
        "brief",
        "whole",
        "versus",
        "words",
        "explained_by",
        "empty_words",
        "least",
        "not_held_pattern",
        "one",
        "of_that",
        "of_several",
        "what_if",
        "never_of_her",
    }
)
"""Keys of words that are looked for in messages, not said."""
FILLED = "this"
"""Stands for what is filled in when a string is measured."""


def patient_strings() -> Iterator[tuple[str, str]]:
    """Yield the place of each string that a patient can read, and the string with its gaps filled."""
    for path in sorted(FOLDER.glob("*.yml")):
        yield from _of(theme(path.stem), path.stem)


def _of(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key != CLINICIAN and not str(key).endswith("_words") and key not in READ_BY_NOBODY:
                yield from _of(each, f"{place}.{key}" if key != PATIENT else place)
    elif isinstance(value, list):
        for number, each in enumerate(value, 1):
            yield from _of(each, f"{place}.{number}")
    elif isinstance(value, str):
        yield place, re.sub(r"\{[^{}]*\}", FILLED, Button.read(value).payload)
