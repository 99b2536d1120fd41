"""All strings: both registers say the same things, titles fit on a button, placeholders are filled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from answers.message import Button

FOLDER = Path("answers/strings")
FILES = sorted(FOLDER.glob("*.yml"))
LONGEST_TITLE = 20


def strings_of(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings_of(each)]
    if isinstance(value, list):
        return [text for each in value for text in strings_of(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_titles_of_buttons_are_short(path: Path) -> None:
    for text in strings_of(yaml.safe_load(path.read_text(encoding="utf-8"))):
        if " | " in text:
            button = Button.read(text)
            assert 0 < len(button.title) <= LONGEST_TITLE, text
            assert button.payload


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_registers_have_the_same_keys(path: Path) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    for holder in [content, *(each for each in content.values() if isinstance(each, dict))]:
        if {"patient", "clinician"} <= holder.keys() and isinstance(holder["patient"], dict):
            optional = {key for key in holder["patient"].keys() ^ holder["clinician"].keys() if key not in ONE_REGISTER}
            assert not optional, f"{path.name}: {optional}"


ONE_REGISTER = set(yaml.safe_load(Path("tests/answers/one_register.yml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_steers(path: Path) -> None:
    text = path.read_text(encoding="utf-8").lower()
    for words in ("you should take", "you must take", "i recommend", "diagnos"):
        assert words not in text
