"""High energy is of one bone, not of all: what a big force broke is left out where another bone counts (R2)."""

from __future__ import annotations

from typing import Any, Optional

import pytest

from tests.actions.person import Person

START = "I am past the menopause, 70, T-score -2.5. "

STORIES: list[tuple[str, list[str], Optional[list[str]], Any]] = [
    # What she says, the bones that count, and the force.
    ("told at once", ["I broke my hip in a car crash in 2010 and my wrist tripping on a rug last year"], ["wrist"], False),
    (
        "told again when nothing was asked",
        ["I broke my hip in a car crash in 2010 and my wrist tripping on a rug", "just the hip in the crash, the wrist was a simple trip"],
        ["wrist"],
        False,
    ),
    (
        "skiing, said in other words",
        [
            "I broke my collarbone skiing and the wrist two years ago tripping over the dog",
            "the skiing one was a big fall yes, but the wrist was just the dog",
            "Yes the skiing one. Not the wrist.",
            "But the wrist was not a big force! only the skiing one",
        ],
        ["wrist"],
        False,
    ),
    ("one of two, told later", ["I broke my hip and my wrist", "the hip was a car crash"], ["wrist"], None),
    ("one of two, only that", ["I broke my hip and my wrist", "only the hip was in the car accident"], ["wrist"], False),
    ("both in one crash", ["I broke my hip and my wrist in a car crash"], ["hip", "wrist"], True),
    ("both in one crash, told later", ["I broke my hip and my wrist", "it was a car crash"], ["hip", "wrist"], True),
    ("a crash for one alone", ["I broke my hip", "it was a car crash"], ["hip"], True),
    ("a crash taken back", ["I broke my hip in a car crash", "sorry, it was a simple fall from standing"], ["hip"], False),
    ("two crashes", ["I broke my hip in a car crash", "I also broke my ankle falling from a horse"], ["hip", "ankle"], True),
    ("a later simple fall", ["I broke my hip in a car crash", "I also broke my ankle tripping over a rug"], ["ankle"], False),
    ("a later fall, then no longer a crash", ["I broke my hip in a car crash", "I also broke my ankle tripping over a rug", "the hip was just a simple fall too"], ["ankle", "hip"], False),
    ("both denied at the end", ["I broke my hip in a car crash and my wrist tripping on a rug", "no, I have never broken any bone"], None, None),
    ("the counted one denied", ["I broke my hip in a car crash and my wrist tripping on a rug", "I did not break my wrist"], ["hip"], True),
    ("a hand does not count anyway", ["I broke my hip in a car crash and my hand tripping on a rug"], ["hand", "hip"], True),
    ("only simple ones", ["I broke my hip tripping on a rug and my wrist slipping in the kitchen"], ["hip", "wrist"], False),
]  # fmt: skip


@pytest.mark.parametrize(("said", "sites", "high"), [row[1:] for row in STORIES], ids=[row[0] for row in STORIES])
def test_the_bones_that_count(said: list[str], sites: Optional[list[str]], high: Any) -> None:
    person = Person().say(START + said[0])
    for each in said[1:]:
        person.say(each)
    assert person.slots.get("fracture_sites") == sites
    assert person.slots.get("high_energy") is high


def test_what_does_not_count_is_said() -> None:
    person = Person().say(START + "I broke my hip in a car crash and my wrist tripping on a rug")
    assert "I leave out: hip. A bone broken by a big force does not count here." in person.text
    assert person.slots["fracture"] == "non_severe"
    assert person.custom("clarify") is None


def test_a_bone_broken_after_a_crash_is_asked_for_its_force() -> None:
    person = Person().say(START + "I broke my hip in a car crash").say("I also broke my wrist")
    asked = person.custom("clarify")
    assert asked
    assert asked["fact"] == "high_energy"
    assert "broke my wrist" in asked["heard"]
    person.say("It was a simple fall from standing")
    assert (person.slots["fracture_sites"], person.slots["high_energy"]) == (["wrist"], False)


def test_that_bone_is_of_the_same_crash() -> None:
    person = Person().say(START + "I broke my hip in a car crash").say("I also broke my wrist").say("yes", "affirm")
    assert (sorted(person.slots["fracture_sites"]), person.slots["high_energy"]) == (["hip", "wrist"], True)
    assert person.slots["fracture"] == "none"


def test_an_answer_by_the_bone_alone() -> None:
    person = Person().say(START + "I broke my hip falling down the stairs, and my wrist").say("just the hip")
    assert (person.slots["fracture_sites"], person.slots["high_energy"]) == (["wrist"], False)


def test_an_answer_for_the_open_bone_leaves_the_other() -> None:
    person = (
        Person().say(START + "I broke my wrist tripping on a rug").say("I also broke my hip falling down the stairs")
    )
    assert person.custom("clarify")
    person.say("yes", "affirm")
    assert (person.slots["fracture_sites"], person.slots["high_energy"]) == (["wrist"], False)


def test_a_simple_answer_counts_both() -> None:
    person = (
        Person().say(START + "I broke my wrist tripping on a rug").say("I also broke my hip falling down the stairs")
    )
    person.say("no", "deny")
    assert (person.slots["fracture_sites"], person.slots["high_energy"]) == (["wrist", "hip"], False)


def test_a_correction_of_the_force_keeps_the_other_bone() -> None:
    person = Person().say(START + "I broke my hip falling down the stairs, and my wrist")
    person.say("no, the wrist was a simple fall")
    assert "hip" in person.slots["fracture_sites"]
    assert person.custom("clarify")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I broke my hip in a car crash and my wrist last year", "wrist"),
        ("I broke my hip in a car crash, and my wrist and my ankle two years ago", "wrist"),
        ("Car accident in 2015: broken pelvis. I had a hip fracture in 2021", "hip"),
    ],
)
def test_a_bone_of_another_day_is_asked_for_its_force(text: str, asked: str) -> None:
    person = Person().say(START + text)
    clarified = person.custom("clarify")
    assert clarified
    assert clarified["fact"] == "high_energy"
    assert asked in clarified["heard"].lower()
    assert person.say("no", "deny").slots["fracture"] in ("non_severe", "severe_nonvertebral")


@pytest.mark.parametrize(
    "text",
    [
        "In 2010 I broke my hip and my wrist in a car crash",
        "In a car crash I broke my hip and my wrist two years ago",
        "I broke my hip and wrist in a car crash ten years ago",
    ],
)
def test_bones_of_one_crash_are_not_asked_for(text: str) -> None:
    person = Person().say(START + text)
    assert person.custom("clarify") is None
    assert person.slots["high_energy"] is True
