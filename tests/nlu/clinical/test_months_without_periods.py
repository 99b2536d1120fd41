"""Months since the last period or bleed, in figures and words: a year of them is the menopause."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found


@pytest.mark.parametrize(
    "text",
    [
        "I'm 48, my last bleed was five months ago. T -2.2",
        "46yo LMP six months ago, T -2.6",
        "49, haven't had a period for eight months. T -2.1",
        "48, not bled for a few months, score -2.3",
        "I am 50 and haven't had a period in 10 months",
    ],
)
def test_less_than_a_year_is_asked(text: str) -> None:
    assert asked(text, "scope") == [("periods", ["in_scope"])]
    assert not clear(text, "scope")


@pytest.mark.parametrize(
    "text",
    [
        "53, last bleed eighteen months ago",
        "no periods in fourteen months, T -2.4",
        "52, last bleed was three years ago. T -2.6",
        "54, haven't had a period for two years",
    ],
)
def test_a_year_or_more_is_the_menopause(text: str) -> None:
    assert clear(text, "scope") == ["in_scope"]


def test_a_bleed_of_the_gut_tells_nothing() -> None:
    assert not found("72F, last bleed 3 months ago (gastric ulcer), T -2.4", "scope")
