"""Answers to the question whether a person fits the table, in many voices (scope_answers.yml)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from nlu.clinical import read

ANSWERS = yaml.safe_load(Path(__file__).with_name("scope_answers.yml").read_text(encoding="utf-8"))


def settles(text: str) -> bool:
    """Say whether the message settles that the table fits, as an answer or by what it tells of the menopause."""
    reading = read(text)
    told = [each for each in reading.of("scope") if each.status == "present"]
    if any(each.value != "in_scope" for each in told):
        return False
    return reading.fits == "yes" or bool(told)


@pytest.mark.parametrize("text", ANSWERS["yes"])
def test_it_fits(text: str) -> None:
    assert settles(text)


@pytest.mark.parametrize("text", ANSWERS["not_settled"])
def test_it_is_not_settled(text: str) -> None:
    assert not settles(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("I think so", "unsure"),
        ("all but the last one", "except"),
        ("yes, I'm on those", "except"),
        ("it doesn't fit me", ""),
        ("72", ""),
        ("yes, but I take prednisolone", ""),
    ],
)
def test_what_else_it_says(text: str, says: str) -> None:
    assert read(text).fits == says


def test_who_does_not_know_a_word_does_not_have_it() -> None:
    assert not read("I don't know what dialysis is").of("scope")
    assert read("I don't know what to do, I am on dialysis").of("scope")
