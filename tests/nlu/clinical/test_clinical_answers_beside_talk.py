"""Values and places told in rough words, or beside a question."""

from __future__ import annotations

import pytest

from nlu.clinical import read


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("It's 2.7, found the paper, with a minus", "-2.7"),
        ("it says 2.4 with a little dash in front", "-2.4"),
        ("it was 1.9, there's a minus sign before it", "-1.9"),
        ("What's that line in front of the number? it says -2.1", "-2.1"),
        ("What does it mean? It says minus 2.1 here", "-2.1"),
        ("I suppose about minus 2.6", "-2.6"),
        ("it was about -2.8, I forget the rest", "-2.8"),
    ],
)
def test_a_score_is_heard(text: str, score: str) -> None:
    found = [each for each in read(text).of("t_score") if each.status == "present"]
    assert [(each.value, each.certainty) for each in found] == [(score, "clear")]


@pytest.mark.parametrize(
    "text",
    [
        "What does 2.5 with a minus mean?",
        "I take 2.5 mg with a glass of water",
        "suppose it was -2.6",
        "is there a minus in front?",
    ],
)
def test_no_score_of_hers_is_heard(text: str) -> None:
    assert not [each for each in read(text).of("t_score") if each.status == "present" and each.certainty == "clear"]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("I broke something in my foot once, and a wrist, I forget when", ["foot", "wrist"]),
        ("she broke something in her hand", ["hand"]),
        ("The spine I suppose, a vertebra, from a trip over the hose", ["vertebra"]),
        ("something in my foot hurts", []),
    ],
)
def test_a_bone_is_heard(text: str, sites: list[str]) -> None:
    found = read(text).of("fracture_site")
    assert [each.value for each in found if each.status == "present" and each.certainty == "clear"] == sites


def test_a_supposition_is_still_one() -> None:
    assert read("suppose I had broken my hip").hypothetical
    assert not read("I suppose I broke my hip").hypothetical
