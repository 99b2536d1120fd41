"""Fractures that may have been none, denials that hold for a part only, and denials that the same message contradicts."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard


def is_none(text: str) -> bool:
    """Return whether all fractures are denied for sure."""
    return heard(text).facts().get("fracture") == "none"


WHOLE = [
    "T-score is -3.1, I'm 59, no broken bones, awful hot flashes since my periods stopped.",
    "59, T -2.8, no fractures and terrible hot flushes since my periods stopped",
    "I'm 64, never broken a bone, on alendronate for the last 3 years, T -2.6",
    "No fractures, bad back pain in the last month, 66, T -2.2",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_limit_of_something_else_leaves_the_denial_whole(text: str) -> None:
    assert is_none(text)


LIMITED = [
    "I'm 59, T -3.1, no broken bones since my periods stopped.",
    "no fractures, at least none I know of, in the last ten years",
    "no broken bones, touch wood, since my operation",
    "no fractures and no falls in the last 5 years, 70",
    "no fractures in the last 5 years, hot flushes at night, 60",
]


@pytest.mark.parametrize("text", LIMITED)
def test_a_limit_of_the_denial_is_asked(text: str) -> None:
    assert not is_none(text)
    assert [reason for reason, _ in asked(text, "fracture")] == ["limited"]


DOUBTFUL = [
    (
        "They had me in plaster for my wrist, then another doctor said maybe only a sprain after all. So I'm not sure "
        "it ever was broken. I'm 63, T -2.4, otherwise no breaks",
        "wrist",
    ),
    ("I think I cracked my ankle once; apart from that no breaks. 65, T -2.2", "ankle"),
    ("Cracked my wrist at 60, never X-rayed. 65, T -2.2", "wrist"),
    ("I broke my ankle, or maybe just a bad sprain, no X-ray was ever taken. I'm 70", "ankle"),
    ("They thought my wrist was broken, maybe it was only a sprain. 65, T -2.2", "wrist"),
    ("Never sure whether I broke my wrist. No other bones. 65", "wrist"),
]


@pytest.mark.parametrize(("text", "site"), DOUBTFUL)
def test_a_doubtful_fracture_is_asked_and_no_denial_hides_it(text: str, site: str) -> None:
    assert [site] in [candidates for _, candidates in asked(text, "fracture_site")]
    assert clear(text, "fracture_site") == [] and not is_none(text)


def test_a_bone_in_plaster_is_asked() -> None:
    assert asked("I was in plaster for my wrist last year, I'm 63", "fracture_site") == [
        ("no_fracture_word", ["wrist"])
    ]


CERTAIN = [
    ("I broke my wrist, not sure when. 65", ["wrist"]),
    ("I broke my wrist at 60. My spine was never X-rayed. 65", ["wrist"]),
    ("I broke my wrist and sprained my ankle, 65", ["wrist"]),
    ("I broke my wrist. My sister never had her foot X-rayed. I'm 65", ["wrist"]),
    ("otherwise no fractures, 65, T -2.4", []),
]


@pytest.mark.parametrize(("text", "sites"), CERTAIN)
def test_a_doubt_of_something_else_leaves_the_fracture(text: str, sites: list[str]) -> None:
    assert clear(text, "fracture_site") == sites
    assert is_none(text) is not bool(sites)


def test_a_suspicion_that_was_dispelled_is_none() -> None:
    assert clear("They thought my wrist was broken, it was only a sprain. 65", "fracture_site", "absent") == ["wrist"]


CONTRADICTED = [
    "No fractures at all. 67, T -2.9, weak hands ever since I slipped and broke my wrist last year",
    "I have no fractures. I'm 67. My hand is stiff because I broke my wrist two months ago",
]


@pytest.mark.parametrize("text", CONTRADICTED)
def test_a_flat_denial_and_a_fracture_are_asked(text: str) -> None:
    assert asked(text, "fracture_site") == [("contradiction", ["wrist"])]


NOT_CONTRADICTED = [
    "No fractures apart from when I slipped and broke my wrist last year. 67",
    "No other fractures. I broke my wrist last year. 67",
    "No previous fractures. Fell last week and broke her wrist. 72F",
]


@pytest.mark.parametrize("text", NOT_CONTRADICTED)
def test_an_excepted_fracture_contradicts_nothing(text: str) -> None:
    assert clear(text, "fracture_site") == ["wrist"]


OPEN_FORCE = [
    "Mum was found at the bottom of the stairs with a broken hip, 79",
    "I broke my hip, I lay at the foot of the stairs, 79",
    '64F tib plateau # "off a ladder", height unknown',
    "64F wrist # off a ladder",
    "I fell, don't know how high it was, and broke my ankle, 66",
]


@pytest.mark.parametrize("text", OPEN_FORCE)
def test_stairs_ladders_and_unknown_heights_leave_the_force_open(text: str) -> None:
    assert ("high_energy", [True, False]) in asked(text, "high_energy")
    assert "foot" not in [each.value for each in found(text, "fracture_site")]


def test_a_body_height_that_is_not_known_is_no_fall() -> None:
    assert asked("72F wrist # tripped, height unknown, weight 60", "high_energy") == []
    assert clear("64F wrist # tripped on a kerb", "fracture_site") == ["wrist"]
