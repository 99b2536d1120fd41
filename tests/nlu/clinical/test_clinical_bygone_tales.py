"""A danger of years ago that ended well is told as a warning to others; with a sign of these days it alarms."""

from __future__ import annotations

import pytest
from clinical_helpers import flags

OVER = [
    "Ten days after the Prolia shot I ended up in hospital with my lips buzzing and hands like claws, the calcium was very low. "
    "Four days on a drip. I'm right as rain again, this was two summers ago, but be warned.",
    "My eye. That is what the Aclasta did: red as a tomato, I couldn't bear the lamp. Uveitis, said the eye hospital, and it's known. "
    "Steroid drops for five weeks, sight completely back, that was three years ago.",
    "Half a year of my life went on my jaw. The gum never closed, bare bone behind the last molar, three rounds of antibiotics, and "
    "a surgeon took the dead piece away. Closed and painless since 2020.",
    "I ached in my left thigh one entire winter on alendronate. Then the leg snapped stepping off a kerb. They put a rod in. Three "
    "years later I walk the dog again and it is all healed.",
    "In 2015 my leg swelled up on raloxifene, hot and tight, and it was a clot. Blood thinners for half a year, no trouble since.",
]
THERE = [
    "Half a year of my life went on my jaw. The gum never closed, bare bone behind the last molar, and a surgeon took the dead piece "
    "away. Painless since 2020. Now my jaw is swollen again.",
    "In 2015 my leg swelled up on raloxifene, hot and tight, and it was a clot. No trouble since, but since Monday my calf is sore "
    "and swollen on the other side.",
    "I ached in my left thigh three years ago and they put a rod in. On alendronate again, and my right thigh aches now.",
    "After the drip years ago my eye was red and it healed. I had another one and this morning my eye is red and hurts in the light.",
    "Two years ago I had low calcium after Prolia and recovered. I had the next one and my lips are numb and my hands cramp.",
    "I recovered from a lung clot ten years ago, and I take raloxifene and I can't breathe properly and my chest hurts, is this normal?",
]


@pytest.mark.parametrize("text", OVER)
def test_a_danger_of_years_ago_is_no_alarm(text: str) -> None:
    assert flags(text) == set()


@pytest.mark.parametrize("text", THERE)
def test_a_danger_that_is_there_again_alarms(text: str) -> None:
    assert flags(text)


def test_despair_is_never_taken_as_a_tale() -> None:
    text = "Three years ago I broke my hip and it healed fine, but nothing has been good since then and I want to die, honestly I do."
    assert "self_harm" in flags(text)


@pytest.mark.parametrize(
    "text",
    [
        "Don't bother about the tablets. I've kept all of my sleeping pills in a drawer and I'm going to end it after my daughter's visit",
        "I have decided to end it all",
        "planning to end it this weekend, so no more questions about bones",
    ],
)
def test_a_day_set_for_the_end_is_despair(text: str) -> None:
    assert "self_harm" in flags(text)


@pytest.mark.parametrize("text", ["to end it after the next dose", "they plan to end it after my third infusion"])
def test_the_end_of_a_treatment_is_none(text: str) -> None:
    assert "self_harm" not in flags(text)
