"""The age at an event of childhood is no age now."""

from __future__ import annotations

import pytest

from nlu.clinical import read


@pytest.mark.parametrize(
    "text",
    [
        "I fell off my bike aged 9 and broke collarbone",
        "broke my arm at the age of 12",
        "I was 12 when I cracked my arm",
    ],
)
def test_it_is_no_age_now(text: str) -> None:
    assert not read(text).of("age")
    assert not [each for each in read(text).of("scope") if each.value == "minor"]


@pytest.mark.parametrize(
    "text", ["I'm 15 and broke my wrist", "girl aged 15, broke wrist, T -2.2", "she is 14 and fell"]
)
def test_a_child_is_still_a_child(text: str) -> None:
    assert [each for each in read(text).of("scope") if each.value == "minor"]
