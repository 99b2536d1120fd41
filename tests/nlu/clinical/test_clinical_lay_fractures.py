"""Fractures and their absence in lay people's words: how it happened, whose it was, which bone, and that none ever broke."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

HIGH = [
    "Broke my hip in a taxi crash, I'm 62",
    "Our cab overturned and my pelvis broke, 62",
    "My hip broke in an auto rickshaw accident. I am 60",
    "the van I was in rolled and my arm broke at the shoulder",
    "quad bike flipped and I cracked my pelvis, aged 61",
    "I was in a smash on the M62 and broke my pelvis",
    "my husband crashed the car and I broke my collarbone",
]


@pytest.mark.parametrize("text", HIGH)
def test_an_accident_on_the_road_is_a_great_force(text: str) -> None:
    assert clear(text, "high_energy") == [True]


NOT_HIGH = [
    "Rolled my ankle off the kerb and broke it",
    "Rolled out of bed and broke my hip",
    "I slipped on a toy car that rolled and broke my wrist",
]


@pytest.mark.parametrize("text", NOT_HIGH)
def test_rolling_alone_is_none(text: str) -> None:
    assert True not in clear(text, "high_energy")


def test_a_brothers_crash_is_his() -> None:
    text = "my brother crashed his motorbike and broke his hip, I am 60, T -2.0"
    assert clear(text, "fracture_site") == [] and clear(text, "fracture_site", "family") == ["hip"]


FORCE_OPEN = [
    "came off my horse while it was standing still, broke my wrist, 60",
    "slid off a stationary pony and broke my ankle",
    "fell getting off my horse, broke my wrist",
    "Fell on the tenement stairs and broke my wrist",
    "Slipped on the marble steps and broke my wrist",
    "fell off either the top or the bottom step, broke my wrist",
    "fell on the hall stairs, broke my ankle, no idea how many steps",
    "slid on the ice on my bike, broke my ankle",
]


@pytest.mark.parametrize("text", FORCE_OPEN)
def test_an_open_force_is_asked(text: str) -> None:
    assert ("high_energy", [True, False]) in asked(text, "high_energy")
    assert clear(text, "fracture_site") == []


PLAIN_FALLS = [
    ("Stepped out onto ice, slipped, broke my ankle", "ankle"),
    ("Slipped on ice walking to the shop, wrist broken", "wrist"),
    ("I fell on the bottom step and broke my ankle", "ankle"),
]


@pytest.mark.parametrize(("text", "site"), PLAIN_FALLS)
def test_a_fall_of_her_own_height_is_plain(text: str, site: str) -> None:
    assert clear(text, "fracture_site") == [site] and asked(text, "high_energy") == []


NONE_EVER = [
    "I've never broken anything, not even a toe. 70, T -2",
    "70, no fractures, not even a rib, T -2.2",
    "72 and I have yet to break a bone",
    "Previous fractures = zero. 62",
    "Fractures so far: zero. 62",
    "broken bones: not one. 66",
    "Fractures: nyet. 66",
    "fracture wise nothing at all, 66",
    "Never broke any of my bones. 66",
    "I've broken no bones, 66",
    "nothing ever got broken, 66",
    "None of my bones has ever broken. 66",
    "no bone was ever broken, T -2",
    "my bones never broke, 70",
    "I've never once broken a bone, 66",
    "I have never had any sort of break, 66",
    "Haven't broken a single one in my life. Age 71, T -2",
    "Slipped disc in 2010, no fractures, age 66",
]


@pytest.mark.parametrize("text", NONE_EVER)
def test_never_a_fracture_is_plain(text: str) -> None:
    assert heard(text).facts().get("fracture") == "none"
    assert clear(text, "fracture_site") == [] and asked(text, "fracture_site") == []


NOT_NONE = [
    "none of my bones has broken since 2015",
    "no bone was ever broken until I broke my hip",
    "My bones have never broken except my wrist",
    "I fell last week, no bones have been broken",
    "They said it's not a fracture. 66, T -2",
    "Slipped disc L5, not fractured, 66",
    "if no bone was ever broken, would you treat at -2.6?",
    "Not even my wrist fracture made them scan me",
    "I never once thought I broke my wrist but the x-ray showed it",
    "I forgot to ask if it was a fracture, T -2",
    "they never told me whether it's a fracture",
]


@pytest.mark.parametrize("text", NOT_NONE)
def test_a_denial_of_a_part_or_a_doubt_is_none(text: str) -> None:
    assert heard(text).facts().get("fracture") != "none"


TWO_READERS = [
    "One radiologist says L1 is fractured, another says it isn't a fracture. 70, T -1.5",
    "My GP says I have a broken vertebra but the specialist says it's not broken. 70",
    "The first report said vertebral fracture, the second said it is just wear and tear. T -2",
    "ortho says crush fracture of L2, my rheumatologist disagrees. 71",
    "The x-ray shows wedging of T8. I was too shy to ask was that a fracture. 60",
]


@pytest.mark.parametrize("text", TWO_READERS)
def test_a_vertebra_that_two_doctors_see_differently_is_asked(text: str) -> None:
    assert clear(text, "fracture_site") == [] and ("uncertain", ["vertebra"]) in asked(text, "fracture_site")
    assert heard(text).facts().get("fracture") != "none"


TWO_OPINIONS_ON_TREATMENT = [
    ("I broke my wrist, the other doctor says no treatment. 66", "wrist"),
    ("Broke my hip. One doctor says tablets, the other says not needed.", "hip"),
    ("Broke my wrist and my doctor says there's nothing broken elsewhere", "wrist"),
    ("hip fracture in 2019, but my GP said no bone scan needed", "hip"),
]


@pytest.mark.parametrize(("text", "site"), TWO_OPINIONS_ON_TREATMENT)
def test_a_dispute_of_something_else_leaves_the_bone(text: str, site: str) -> None:
    assert clear(text, "fracture_site") == [site]


BONES = [
    ("The only bone I ever broke was a finger. 66", "hand"),
    ("Only thing I ever broke in all my years is my toe", "foot"),
    ("fingers do count they say; I broke three of them, 66", "hand"),
    ("the doctor says a vertebra away in my back, there's a vertebra away. 77", "vertebra"),
    ("spine riddled with compression fractures, 70", "vertebra"),
    ("L1 got compresed when I lifted a pot, 70", "vertebra"),
    ("broke the bone just above my hand, fell in the kitchen", "wrist"),
    ("my arm near the hand is broken, tripped", "wrist"),
    ("wrist at 61 (tripped on a rug). T -2", "wrist"),
]


@pytest.mark.parametrize(("text", "site"), BONES)
def test_the_bone_is_heard(text: str, site: str) -> None:
    assert clear(text, "fracture_site") == [site]


@pytest.mark.parametrize(
    "text", ["I pulled my wrist away. 66", "cold compresses on my back", "is my wrist in plaster for long?"]
)
def test_no_bone_is_heard(text: str) -> None:
    assert found(text, "fracture_site") == []


def test_a_bone_in_plaster_is_asked() -> None:
    assert asked("my ankle is in a cast after I fell, 66", "fracture_site") == [("no_fracture_word", ["ankle"])]


HISTORY = [
    "Fracture history: none. Family history: mother, hip fracture at 79. 57, T -2.3",
    "Family history: mother (vertebral fracture at 79), age 60, T -2.3",
    "Family history: hip fracture in mother. 60, T -2.3",
    "FHx: father, NOF # at 81. 66, T -2",
    "My late mother broke her hip. T -2.2, 61",
]


@pytest.mark.parametrize("text", HISTORY)
def test_a_fracture_of_the_family_history_is_a_relatives(text: str) -> None:
    assert clear(text, "fracture_site") == [] and len(clear(text, "fracture_site", "family")) == 1
    assert clear(text, "t_score") != []


MOTHERS = [
    "Mum is in her late eighties, broke her wrist tripping on a rug. T minus 2.6. What would the guideline say?",
    "Mom is 81, broke her wrist last week, no one has done a DEXA as far as I know. What should we be asking for?",
]


@pytest.mark.parametrize("text", MOTHERS)
def test_the_mother_asked_for_is_the_case(text: str) -> None:
    assert clear(text, "fracture_site") == ["wrist"]


@pytest.mark.parametrize(
    "text",
    [
        "no family history, no fractures, T -2.6, 67.",
        "FHx osteoporosis, no fractures, 66F",
        "67F, no FHx, no fractures",
    ],
)
def test_what_is_denied_behind_the_family_history_is_the_patients(text: str) -> None:
    assert heard(text).facts().get("fracture") == "none"
