"""A score of years ago is marked as such, so that it corrects none of today."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.clinical import read

TODAY = date(2026, 6, 1)


def _score(text: str) -> tuple[object, str]:
    found = read(text, TODAY).of("t_score")[0]
    return found.value, found.reason


@pytest.mark.parametrize(
    "text",
    [
        "my T was -3.3 in 2010",
        "ten years ago my T-score was -3.3",
        "back then my T-score was -3.3",
        "T-score -3.3 in 2012",
        "my first scan was -3.3",
        "when I was 60 my T-score was -3.3",
    ],
)
def test_a_score_of_years_ago(text: str) -> None:
    assert _score(text) == ("-3.3", "earlier")


@pytest.mark.parametrize(
    "text",
    [
        "my T-score is -3.3",
        "T-score -3.3 (2025)",
        "my T-score now is -3.3",
        "my last scan was -3.3",
        "it was -3.3 last week",
    ],
)
def test_a_score_of_now(text: str) -> None:
    assert _score(text) == ("-3.3", "")


@pytest.mark.parametrize(
    "text",
    [
        "the -2.3 was last time, this time its -1.8",
        "-2.3 was last time, now -1.8",
        "last time -2.3, this time -1.8",
        "it's -1.8 this time, the -2.3 was the old one",
    ],
)
def test_of_two_times_the_latest_counts(text: str) -> None:
    assert _score(text) == ("-1.8", "")


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("hip went from -2.6 to -2.5, spine -2.9 to -2.7", "-2.7"),
        ("spine -2.9 -> -2.7, hip -2.6 -> -2.8", "-2.8"),
        ("hip went from -2.1 to -2.6, spine -3.0", "-3.0"),
        ("T-score went from -2.1 to -2.6 to -2.8", "-2.8"),
        ("T -1.9 -> -2.4 LS, FN -2.6", "-2.6"),
    ],
)
def test_of_places_that_moved_the_lowest_of_now_counts(text: str, score: str) -> None:
    assert _score(text) == (score, "")
