"""Bones told in few or unusual words: with a year each, by what mends them, misspelt, by an eponym or in French English."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import asked, clear, heard

TOLD = [
    ("Wrist at 58. Ankle at 63. T -2.0, 66F", ["wrist", "ankle"]),
    ("Collarbone in 2009. Other wrist in 2019. Both trips. -2.1. 66", ["clavicle", "wrist"]),
    ("Ankle, 2012. Then wrist, last year. Nobody scanned me: -2.0, 66", ["ankle", "wrist"]),
    ("Did my ankle stepping off a kerb, plates and screws. 68, -2.2", ["ankle"]),
    ("I did my wrist in tripping over the dog, had a plate put in. 68", ["wrist"]),
    ("Metal plate in my ankle after stepping off a kerb. 68, -2.2", ["ankle"]),
    ("smashed my knecap on the pavment, 71", ["patella"]),
    ("66F, no trauma, endplate colapse T12, T -1.7", ["vertebra"]),
    ("66F, sliped in the shower, wrist #, T -1.7", ["wrist"]),
    ("Boxer's # hitting a wall, 63F", ["hand"]),
    ("boxers fx at 61, 63F T -1.7", ["hand"]),
    ("Bennett fracture at 61, 63F T -1.7", ["hand"]),
    ("# nasal bones 77F T -2.7", ["face"]),
    ("Nose and cheekbone after a trip on the kerb, 77, T -2.7", ["face"]),
    ("stress # 3rd MT on a run, 60F T -2.1", ["foot"]),
    ("stress fracture of the 2nd met, 60F T -2.1", ["foot"]),
    ("fracture of superior extremity of humerus, fall of her height, 66", ["proximal_humerus"]),
    ("fracture of the upper extremity of the femur, 66, T -1.3", ["hip"]),
    ("fracture of the inferior extremity of the radius, 66, T -1.3", ["wrist"]),
    ("Alendronate: indication was a hip fracture in 2017 after a stumble. 67F", ["hip"]),
    ("Indication being a Colles fracture in 2017. 67F T -2.6", ["wrist"]),
]


@pytest.mark.parametrize(("text", "sites"), TOLD)
def test_the_bone_is_heard(text: str, sites: list[str]) -> None:
    assert heard(text).facts()["fracture_sites"] == sites


NOT_TOLD = [
    "Hip, 2011. Knee, 2018. T -2.0, 66",  # new joints, most likely
    "Did my ankle scan show anything?",
    "Did my ankle heal ok?",
    "screws in my spine after surgery, -2.2",
    "The usual indication is a hip fracture, 67, T -2.6",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_bone_that_need_not_have_broken_is_no_fact(text: str) -> None:
    assert clear(text, "fracture_site") == []


ASKED = [
    ("Collarbone in 2009. Wrist in 2019. Hip in 2020. Scan -2.1, 66", "hip"),
    ("Did my hip on the stairs last year", "hip"),
    ("fell in the garden and did my wrist", "wrist"),
]


@pytest.mark.parametrize(("text", "site"), ASKED)
def test_a_bone_that_was_only_hurt_is_asked(text: str, site: str) -> None:
    assert ("no_fracture_word", [site]) in asked(text, "fracture_site")


NONE = [
    "63, no #s, postmenop since 52, T -2.4",
    "no fractures, amenorrhoea since 49, T -2.4",
    "No fractures, menopause since 51, T -2.4, 60",
    "No fractures in adulthood, broke a wrist at 12, 64F T -2.4",
    "nothing broken since childhood, when I broke my leg at 9. 64, T -2.4",
    "64, no breaks as an adult. I broke my arm falling out of a tree when I was 8. -2.4",
]


@pytest.mark.parametrize("text", NONE)
def test_a_denial_is_plain(text: str) -> None:
    facts = heard(text).facts()
    assert facts["fracture"] == "none" and asked(text, "fracture_site") == []


@pytest.mark.parametrize(
    "text", ["nil # since 2015, 60F T -2.4", "No breaks as an adult until my wrist at 60. Leg at 8."]
)
def test_a_denial_with_a_limit_is_not(text: str) -> None:
    assert "fracture" not in heard(text).facts()


def test_feet_that_measure_a_fall_are_no_bone() -> None:
    assert clear("came off the loft hatch, ten feet, broke my hip", "fracture_site") == ["hip"]
    assert asked("came off the loft hatch, ten feet, broke my hip", "fracture_site") == []
