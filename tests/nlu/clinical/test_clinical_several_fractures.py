"""Several fractures in one message: which were, which were not, which force broke which, and when."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import asked, clear, found, heard

LISTED = [
    ("I mean hip AND two VFx", ["hip", "vertebra"], 2),
    ("hip + 2 VFx", ["hip", "vertebra"], 2),
    ("wrist and three vertebral fractures", ["wrist", "vertebra"], 3),
]


@pytest.mark.parametrize(("text", "sites", "count"), LISTED)
def test_a_bone_beside_counted_vertebrae_is_kept(text: str, sites: list[str], count: int) -> None:
    assert heard(text).facts() == {"fracture_sites": sites, "vertebral_fractures": count}


RANGED = [
    "69F L1 # definite, T12 equivocal, so one or two VFs",
    "69F one, maybe two VFs, L1 certain",
    "69F L1 #, T12 ?# as well",
    "69F L1 wedge fracture, possible fracture of T12",
    "69F, 1 or 2 VFs",
    "I have one vertebra fractured for sure and maybe a second, radiologist couldn't decide. I'm 70",
    "broke one vertebra, possibly two. 70F",
]


@pytest.mark.parametrize("text", RANGED)
def test_a_doubtful_second_vertebra_leaves_the_number_open(text: str) -> None:
    assert clear(text, "vertebral_fractures") == []
    assert ("count_unclear", []) in asked(text, "vertebral_fractures")


ADDED = [
    "Compression fx T11 in 2019 after a fall at home, now a second one at L4. 74",
    "Crush fracture of T11, then another one at L4. 74",
    "69F T12 and L1 #",
]


@pytest.mark.parametrize("text", ADDED)
def test_a_second_one_is_counted(text: str) -> None:
    assert clear(text, "vertebral_fractures") == [2]


def test_what_may_come_next_leaves_the_number_as_it_is() -> None:
    assert clear("69F, T12 fracture, maybe two years ago", "vertebral_fractures") == [1]


def test_one_that_is_denied_is_not_counted() -> None:
    assert clear("Compression fx T11 in 2019, no second one at L4. 74", "vertebral_fractures") == [1]


def test_supposed_vertebrae_are_counted() -> None:
    assert clear("what if VFx x2 as well?", "vertebral_fractures", "hypothetical") == [2]


WHOLE = ["my hip was not broken", "I had a car crash but my hip is not broken"]


@pytest.mark.parametrize("text", WHOLE)
def test_a_bone_that_was_not_broken_is_none(text: str) -> None:
    assert clear(text, "fracture_site") == []
    assert len(clear(text, "fracture_site", "absent")) == 1


def test_no_fractures_and_a_scan_of_the_hip() -> None:
    assert heard("With no fractures at all and hip -2.7").facts() == {"fracture": "none", "t_score": "-2.7"}
    assert heard("hip fracture and spine -2.7").facts() == {"fracture_sites": ["hip"], "t_score": "-2.7"}


def test_one_verb_for_bones_of_two_days() -> None:
    text = "I am 70 and I broke my wrist falling off a horse in my twenties and my ankle last month on the kerb"
    assert clear(text, "fracture_site") == ["ankle"]
    assert clear("I broke my wrist at 30 and the ankle in 2021, I am 70", "fracture_site") == ["ankle"]


@pytest.mark.parametrize("text", ["Wrist. Ladder.", "wrist, stairs", "Broke my ankle. Bike."])
def test_a_bare_word_for_a_height_leaves_the_force_open(text: str) -> None:
    assert ("high_energy", [True, False]) in asked(text, "high_energy")


def test_a_bone_added_at_the_end_is_asked() -> None:
    assert asked("but she's got the hip as well", "fracture_site") == [("no_fracture_word", ["hip"])]


FORCES = [
    ("just the hip in the crash, the wrist was a simple trip", [("only", "hip"), ("low", "wrist")]),
    ("the skiing one was a big fall yes, but the wrist was just the dog", [("low", "wrist")]),
    ("Yes the skiing one. Not the wrist.", [("low", "wrist")]),
    ("the hip was a big force, the ankle was a small one", [("high", "hip"), ("low", "ankle")]),
    ("My mother's hip was the crash", []),
    ("my hip T-score is -2.5", []),
]


@pytest.mark.parametrize(("text", "forces"), FORCES)
def test_which_force_broke_which_bone(text: str, forces: list[tuple[str, str]]) -> None:
    assert [(f.value, f.candidates[0]) for f in found(text, "site_force")] == forces
