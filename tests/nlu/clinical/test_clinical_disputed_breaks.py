"""What is told in two ways, or only perhaps: the force, the level, the number and the break itself are asked."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import asked, clear, found, heard

TWO_STORIES = [
    "#NOF. Pt says tripped on rug, ambulance sheet says fell down a flight of stairs. T -1.5 70F",
    "I slipped in the kitchen and broke my wrist, my son says I fell down the stairs. 70",
    "L1 # 66F. She reports bending over, the notes say she fell off a step ladder",
    "can't remember whether I tripped or fell down the stairs, broke my wrist. 70",
    "fell down two steps or the whole staircase, broke hip, nobody saw. 80",
]


@pytest.mark.parametrize("text", TWO_STORIES)
def test_a_force_told_in_two_ways_is_asked(text: str) -> None:
    assert asked(text, "high_energy")[0] == ("high_energy", [True, False])
    assert clear(text, "high_energy") == [] and clear(text, "fracture_site") == []


FORCE_NOT_KNOWN = [
    "Hip # 2015, mechanism not recorded, 70F T -1.5",
    'Femoral shaft # 2015, letter only says "accident". 81F T -1.3',
    "Broke her hip in 2016, nobody remembers how it happened. 80, T -1.5",
    "The bus braked suddenly and I fell, broke my hip, 76",
    "thrown forward on the coach, wrist broken, 70",
    "She was on the tram when it jerked and she broke her hip, 76",
    "broke my hip in an accident at home, 80, T -1.5",
]


@pytest.mark.parametrize("text", FORCE_NOT_KNOWN)
def test_a_force_that_nobody_knows_is_asked(text: str) -> None:
    assert asked(text, "high_energy") == [("high_energy", [True, False])]
    assert clear(text, "fracture_site") == [] and found(text, "site_force") == []


ONE_FORCE = [
    ("Wrist # slipped on ice from standing height, 70F T -2", False),
    ("fell on the ice outside, just from standing, broke my hip, 70", False),
    ("Colles, slid on icy path, own height, 70F", False),
    ("fell from about three metres, broke L1, 60", True),
    ("off a ladder, some two metres up, broke my hip, 60", True),
    ("came down a ladder, six feet, broke L1, 60", True),
    ("broke my hip falling out of a tree, 60", True),
    ("fell out of bed and broke my hip, 60", False),
    ("fell at church and broke my hip, 76", False),
    ("tripped on a rug and broke my wrist, my son says I should see you. 70", False),
]


@pytest.mark.parametrize(("text", "high"), ONE_FORCE)
def test_a_force_told_plainly_is_heard(text: str, high: bool) -> None:
    assert [f.value for f in found(text, "high_energy") if f.certainty == "clear"] == [high]
    assert asked(text, "high_energy") == []


def test_ice_alone_is_asked() -> None:
    assert asked("Slipped on the ice, broke my wrist, 70", "high_energy") == [("high_energy", [True, False])]


TWICE = [
    "T12 fracture bending in 2023. L1 and L2 in a car crash 2019. 70F T -1.7",
    "I broke L3 in a car crash in 2015. Last year L1 went when I was lifting a bucket. 70, -1.7",
    "L2 # RTA 2009, then T11 # on coughing 2022, 70F T -1.7",
]


@pytest.mark.parametrize("text", TWICE)
def test_a_vertebra_of_a_crash_beside_one_that_counts_is_put_aside(text: str) -> None:
    facts = heard(text).facts()
    assert (facts["fracture_sites"], facts["vertebral_fractures"], facts["high_energy"]) == (["vertebra"], 1, False)
    assert not any(f.value == "high" and "vertebra" in f.candidates for f in found(text, "site_force"))


def test_two_vertebrae_of_one_crash_are_of_that_crash() -> None:
    facts = heard("L1 and L2 broken in a car crash, 70F T -1.7").facts()
    assert (facts["vertebral_fractures"], facts["high_energy"]) == (2, True)


LEVEL_OPEN = [
    "Wedge #, reported as T3 on CXR and T4 on MRI, 75F T -2.2",
    "75F wedge # T3/T4, level unclear, T -2.2",
    "Wedge fracture at T3 vs T4, 75F T -2.2",
    "Crushed vertebra, they cannot tell whether it is T3 or T4. 75, -2.2",
]


@pytest.mark.parametrize("text", LEVEL_OPEN)
def test_a_vertebra_on_the_border_of_what_counts_is_asked(text: str) -> None:
    assert clear(text, "fracture_site") == [] and clear(text, "vertebral_fractures") == []
    sites = [set(candidates) for _, candidates in asked(text, "fracture_site")]
    assert sites == [{"upper_thoracic_spine", "vertebra"}]


LEVEL_TOLD = [
    ("Wedge fracture T3 and T4, 75F T -2.2", 1),
    ("Wedge # T11 or T12, 75F T -2.2", None),
    ("T4 wedge #, 75F T -2.2", 1),
]


@pytest.mark.parametrize(("text", "count"), LEVEL_TOLD)
def test_a_vertebra_that_counts_either_way_is_taken(text: str, count: int | None) -> None:
    assert "vertebra" in clear(text, "fracture_site")
    assert heard(text).facts().get("vertebral_fractures", count) == count or count is None


RIBS_OPEN = [
    "Slipped, ribs x 2-3, 68F T -1.8",
    "broke my ribs, 2 or 3, slipped, 68",
    "Broke some ribs slipping, two or maybe three of them. 68, -1.8",
]


@pytest.mark.parametrize("text", RIBS_OPEN)
def test_two_or_three_ribs_are_asked(text: str) -> None:
    assert clear(text, "fracture_site") == []
    assert ("site_unclear", ["three_ribs", "rib"]) in asked(text, "fracture_site")


RIBS_TOLD = [
    ("broke my ribs coughing, three of them, 68", "three_ribs"),
    ("ribs 4, 5 and 6 broken slipping, 68", "three_ribs"),
    ("broke two ribs 2-3 weeks ago slipping, 68", "rib"),
]


@pytest.mark.parametrize(("text", "site"), RIBS_TOLD)
def test_a_number_of_ribs_that_is_told_is_heard(text: str, site: str) -> None:
    assert clear(text, "fracture_site") == [site]


MORE_THAN_ONE = [
    "At least one vertebral fracture, 73F T -2.9",
    "one crush fracture, possibly three, 73F T -2.9",
    "VFs, two or maybe three, 73F T -2.9",
    "several old crushes on the MRI, 73F T -2.9",
]


@pytest.mark.parametrize("text", MORE_THAN_ONE)
def test_a_vertebra_is_sure_where_only_the_number_is_open(text: str) -> None:
    assert clear(text, "fracture_site") == ["vertebra"]
    assert asked(text, "vertebral_fractures") == [("count_unclear", [])]


CRUSHES = [("73F two wedges on x-ray, T -2.9", 2), ("one crush on the film, 73F T -2.9", 1), ("three crushes, 73F", 3)]


@pytest.mark.parametrize(("text", "count"), CRUSHES)
def test_a_crush_is_a_vertebra(text: str, count: int) -> None:
    facts = heard(text).facts()
    assert (facts["fracture_sites"], facts["vertebral_fractures"]) == (["vertebra"], count)


@pytest.mark.parametrize("text", ["old crush injury to the hand, 70F T -2", "I have one wedge pillow, 70, T -2"])
def test_another_crush_is_none(text: str) -> None:
    assert found(text, "fracture_site") == []


PERHAPS = [
    "One of my vertebrae may be crushed, they are not sure. T -1.6, 66, haven't broken anything else",
    "They think a bone in my spine could be squashed. T -1.6, 66. I've broken nothing else",
    "The GP thinks my spine might have collapsed a bit, 66, T -1.6, no other fracture",
    "L1 perhaps crushed on CXR, 66F T -1.6. No other #",
    "I'm not able to say if I have a broken vertebra or not. T-score -1.6, 66",
    "I can't tell you if I've broken a vertebra. T -1.6, 66",
    "Haven't a clue whether my vertebra is fractured, T -1.6, 66",
]


@pytest.mark.parametrize("text", PERHAPS)
def test_a_vertebra_that_is_perhaps_broken_is_asked(text: str) -> None:
    assert asked(text, "fracture_site") == [("uncertain", ["vertebra"])]
    facts = heard(text).facts()
    assert not {"fracture", "fracture_sites", "vertebral_fractures"} & set(facts)


@pytest.mark.parametrize("text", ["I have not broken anything else, 66", "I've broken nothing else, 66"])
def test_nothing_else_denies_not_all(text: str) -> None:
    assert asked(text, "fracture") == [("limited", [])]


def test_a_vertebra_found_crushed_is_told() -> None:
    assert clear("They found my spine had collapsed, 66, T -1.6", "fracture_site") == ["vertebra"]
