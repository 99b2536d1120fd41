"""Fractures in shorthand, "fracture-free", one vertebra without an article, one bone or another, falls from one's own height."""

from __future__ import annotations

from typing import Any

import pytest
from clinical_helpers import asked, clear, found, heard

SHORTHAND = [
    ("PHF L, 4-part, tripped, 69F, T -1.4", ["proximal_humerus"]),
    ("PHF in 71F", ["proximal_humerus"]),
    ("DRF 2020, 64F", ["wrist"]),
    ("64F DRFx R, T -2.3", ["wrist"]),
    ("OVF L2, 70F", ["vertebra"]),
    ("OVCFs x2, 77F", ["vertebra"]),
    ("82F R NOFF 2023", ["hip"]),
    ("FNF 2019, 77F, T -2.6", ["hip"]),
    ("#SNOF, 79F", ["hip"]),
    ("80F ITF # 2021", ["hip"]),
    ("80F ITF of the hip", ["hip"]),
    ("SCF femur, 77F", ["distal_femur"]),
    ("hip # 2020, 79F", ["hip"]),
    ("MTF hip, 79F", ["hip"]),
    ("LTF of the wrist, 66F T -2.1", ["wrist"]),
    ("66F, MTFs: wrist, ankle", ["ankle", "wrist"]),
    ("62F, fx'd wrist 2019", ["wrist"]),
    ("fragility # ankle, 66F", ["ankle"]),
    ("fracture EIR, 74 y", ["wrist"]),
    ("77F 3-part # NOH, T -2.4", ["proximal_humerus"]),
    ("# NOH, 77F", ["proximal_humerus"]),
    ("NOH # 2021, 77F", ["proximal_humerus"]),
    ("Went over on my ankle on flat grass and the bone broke. 62", ["ankle"]),
    ("twisted my ankle and it broke, 62", ["ankle"]),
    ("Three ribs went at once while I was coughing, 71", ["three_ribs"]),
    ("two ribs cracked coughing, 71", ["rib"]),
    ("a rib went with a sneeze, 71", ["rib"]),
    ("Mme D., 74 y, fracture EIR (radius)", ["wrist"]),
    ("fracture EIF, 74 ans", ["distal_femur"]),
    ("fr. ESH, 74 ans", ["proximal_humerus"]),
    ("Chute de plain-pied, fracture ESH, 76 ans", ["proximal_humerus"]),
    ("FEIR 2020, patiente de 70 ans", ["wrist"]),
    ('she had a "tassement" at L1', ["vertebra"]),
    ('"crushed" L2 seen by chance', ["vertebra"]),
    ("fracture de Pouteau-Colles, 66 ans", ["wrist"]),
    ("patiente 71 ans, EIR gauche en 2021, T -2,2", ["wrist"]),
]


@pytest.mark.parametrize(("text", "sites"), SHORTHAND)
def test_shorthand_names_the_broken_bone(text: str, sites: list[str]) -> None:
    assert sorted(clear(text, "fracture_site")) == sites  # type: ignore[type-var]


@pytest.mark.parametrize(
    "text",
    [
        "ITF, 80F",
        "SCF, 77F",
        "MTF, 62",
        "FNF intact, gait normal, 70F",
        "LTF since 2021, T -2.1",
        "IT fractured my plans",
    ],
)
def test_shorthand_with_other_meanings_names_no_bone_alone(text: str) -> None:
    assert found(text, "fracture_site") == []


def test_the_neck_of_the_femur_alone_is_asked() -> None:
    assert asked("SNOF, 79F", "fracture_site") == [("no_fracture_word", ["hip"])]


@pytest.mark.parametrize(
    "text",
    [
        "fracture naive, T -2.2, 61F",
        "61F fracture-na\u00efve",
        "61F #-free, T -2.2",
        "61F # free",
        "fracture-free at 70, T -2.2",
        "fx free 61F",
        "never fx'd, 61F",
        "she has never fractured, 61",
        "fracture negative hx, 61F",
        "negative fracture hx, 61F",
        "fragility-fracture-free, 61F",
        "61F no MTFs, T -2.2",
        "I have been fracture free all my life",
        "59F fx -ve, T -3.1",
        "fracture history: nothing of note, 62F",
        "never so much as chipped a bone, 61",
        "non-fractured, 64F",
    ],
)
def test_free_of_fractures_means_none(text: str) -> None:
    assert heard(text).facts().get("fracture") == "none"
    assert asked(text, "fracture") == asked(text, "fracture_site") == []


@pytest.mark.parametrize(
    "text",
    [
        "fracture-free since 2015",
        "I have been fracture free for 8 years",
        "Fosamax has kept me fracture free",
        "fracture free now, T -2.4",
        "she has remained fracture-free, 70F",
    ],
)
def test_free_of_fractures_for_a_time_is_asked(text: str) -> None:
    assert asked(text, "fracture") == [("limited", [])]
    assert "fracture" not in heard(text).facts()


@pytest.mark.parametrize(
    "text", ["I hope to stay fracture-free", "would it keep me fracture free?", "my mum is fracture free"]
)
def test_a_wish_to_stay_free_of_fractures_tells_nothing(text: str) -> None:
    assert heard(text).facts() == {}


def test_free_of_one_fracture_denies_that_bone_only() -> None:
    assert clear("hip fracture free, 70F", "fracture_site", "absent") == ["hip"]
    assert heard("hip fracture free, 70F").facts() == {"age": 70}
    assert asked("wrist-fracture-free since 2015", "fracture_site") == [("limited", [])]


def test_free_of_fractures_otherwise_leaves_the_one_named() -> None:
    assert heard("wrist fx 2019, otherwise fx-free").facts() == {"fracture_sites": ["wrist"]}


ENERGY = [
    ("74F, wrist # by fall of her height", False),
    ("DRF after a fall from own height, 66F", False),
    ("fell from her height, hip fracture", False),
    ("a simple fall from my own height, broken wrist", False),
    ("fell from a height, hip fracture", True),
    ("fall from height, hip fracture", True),
    ("my dog knocked me over and I broke my wrist", False),
    ("a car knocked me over, broke my hip", True),
    ("she has had a fall of her height by 4 cm; wrist fracture", None),
    ("I ran into the table and broke my wrist", None),
]


@pytest.mark.parametrize(("text", "high"), ENERGY)
def test_a_fall_from_ones_own_height_is_low_energy(text: str, high: bool | None) -> None:
    assert heard(text).facts().get("high_energy") is high
    assert asked(text, "high_energy") == []


@pytest.mark.parametrize(
    "text",
    [
        "75F fell downstairs (no. of steps n/k), L1 #",
        "A cyclist knocked me over and my ankle broke",
        "knocked over by a bike on the pavement, broke my wrist",
        "a jogger ran into me and I broke my wrist",
        "collided with a skateboarder, hip fracture",
        "fell from the third rung of a stepladder and my wrist broke",
        "I came off my electric scooter and broke my collarbone",
        "tumbled down the escalator, hip broken",
    ],
)
def test_a_collision_or_a_stair_leaves_the_energy_open(text: str) -> None:
    assert asked(text, "high_energy") == [("high_energy", [True, False])]
    assert "fracture_sites" not in heard(text).facts()


def test_where_a_great_force_broke_all_no_part_of_a_bone_is_asked() -> None:
    text = "Car crash in 2022, broke my pelvis and a femur. Otherwise nothing. Bones -1.4 at the hip, 62."
    assert heard(text).facts() == {"fracture_sites": ["pelvis"], "high_energy": True, "t_score": "-1.4", "age": 62}
    assert asked(text, "fracture_site") == []


CHOICES = [
    ("tibia fx 2021 fell at home, 66F; plateau vs shaft not recorded", ["tibial_shaft", "proximal_tibia"]),
    ("tibia fracture ?plateau, 66F", ["tibial_shaft", "proximal_tibia", "ankle"]),
    ("70F humerus # (prox/mid-shaft not documented)", ["proximal_humerus", "humeral_shaft"]),
    ("I broke my femur, near the hip or near the knee, I can't remember", ["hip", "distal_femur"]),
    ("I broke my hip or my pelvis, they never told me which", ["hip", "pelvis"]),
    ("broke either my ankle or my forearm", ["ankle", "forearm"]),
    ("wrist or ankle fracture in 2015, notes unclear, 66F", ["wrist", "ankle"]),
    ("hip, pelvis or femoral shaft fracture, letter lost, 80F", ["hip", "pelvis", "femoral_shaft"]),
    ("T3 vs T4 fracture, 70F", ["upper_thoracic_spine", "vertebra"]),
]


@pytest.mark.parametrize(("text", "candidates"), CHOICES)
def test_one_bone_or_another_is_asked(text: str, candidates: list[str]) -> None:
    assert asked(text, "fracture_site") == [("site_unclear", candidates)]
    assert not {"fracture_sites", "vertebral_fractures"} & heard(text).facts().keys()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("T12 or L1 compression fracture", {"fracture_sites": ["vertebra"], "vertebral_fractures": 1}),
        ("broke my femur, not the shaft, near the hip", {"fracture_sites": ["hip"]}),
        ("tibia fracture, plateau spared, midshaft", {"fracture_sites": ["tibial_shaft"]}),
        ("broken hip/pelvis", {"fracture_sites": ["hip", "pelvis"]}),
        ("never broke my hip or my wrist", {}),
    ],
)
def test_what_looks_like_a_choice_is_read(text: str, facts: dict[str, Any]) -> None:
    assert heard(text).facts() == facts


COUNTS = [
    ("Crushed vertebra seen on the film", 1),
    ("cracked vertebra in the autumn", 1),
    ("compression fracture of a lumbar vertebra", 1),
    ("collapsed vertebra, 70", 1),
    ("one fractured vertebra, then a second vertebral fracture", 2),
    ("two crushed vertebra", 2),
    (
        "My mother had her first hip fracture at 78 and now a crushed vertebra at 82. Hip density -3.3. She cannot tolerate "
        "the weekly tablet or the drip (fever and terrible aches both times).",
        1,
    ),
]


@pytest.mark.parametrize(("text", "count"), COUNTS)
def test_a_noun_in_the_singular_counts_one(text: str, count: int) -> None:
    assert clear(text, "vertebral_fractures") == [count]


@pytest.mark.parametrize(
    "text",
    [
        "compression fractures of lumbar vertebrae",
        "crushed vertebra, don't know how many",
        "crushed vertebra(e)",
        "collapsed vertebra 2019 and 2022",
        "squashed vertebra twice",
    ],
)
def test_a_vertebra_that_may_be_several_is_asked(text: str) -> None:
    assert asked(text, "vertebral_fractures") == [("count_unclear", [])]


@pytest.mark.parametrize("text", ["OVF, 70F", "history of crushed vertebra", "broke another vertebra on alendronate"])
def test_a_heading_or_another_one_counts_nothing(text: str) -> None:
    assert found(text, "vertebral_fractures") == []
