"""Bones in a lay person's story: no word for breaking, no points, a muddled teller, a cow, a car from behind."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import asked, clear, heard

IN_PLASTER = [
    ("Tripped on the path and came down on my wrist. Seven weeks in plaster, I'm 71", ["wrist"]),
    ("I landed heavily on my left elbow and had to have it set. 66", ["elbow"]),
    ("Slipped in the kitchen and fell on my ankle, two months in a cast. 64", ["ankle"]),
    ("went down on my wrist at mass, in a pot for six weeks, 70", ["wrist"]),
    ("stepped off the pavement and it went, the plateau. They put a plate and pins in, 74", ["proximal_tibia"]),
    ("I tripped on the dog lead, wrist in plaster six weeks. 68", ["wrist"]),
]
NOT_IN_PLASTER = [
    "I sprained my ankle tripping and was six weeks in plaster. 70",
    "fell on my ankle and tore the ligaments, six weeks in a cast. 70",
    "Landed on my hip, then my daughter came for six weeks",
    "came down on my wrist, only bruised, 66",
]


@pytest.mark.parametrize(("text", "sites"), IN_PLASTER)
def test_a_bone_landed_on_and_treated_for_weeks_broke(text: str, sites: list[str]) -> None:
    assert heard(text).facts()["fracture_sites"] == sites


@pytest.mark.parametrize("text", NOT_IN_PLASTER)
def test_a_sprain_or_a_bruise_is_none(text: str) -> None:
    assert clear(text, "fracture_site") == []


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Does a pelvis count? I sat down too hard on the bus seat. 60", "pelvis"),
        ("Would my elbow qualify? I tripped on the rug. 70", "elbow"),
        ("does a broken collarbone count? I slipped on the wet floor", "clavicle"),
    ],
)
def test_who_asks_whether_a_bone_counts_and_tells_the_fall_broke_it(text: str, site: str) -> None:
    assert clear(text, "fracture_site") == [site]


def test_who_only_asks_whether_a_bone_counts_is_asked() -> None:
    assert asked("Does a wrist count? T -2.1, 66", "fracture_site") == [("no_fracture_word", ["wrist"])]
    assert clear("does a broken wrist count?", "fracture_site") == []


@pytest.mark.parametrize("text", ["Did me hip in falling over the cat, 70", "done me wrist falling up the kerb"])
def test_what_somebody_did_in_is_asked(text: str) -> None:
    assert [reason for reason, _ in asked(text, "fracture_site")] == ["no_fracture_word"]


MUDDLED = [
    "Mum tells everyone she broke her wrist but the records say it was only bruised. 84",
    "Gran swears she broke her hip in 2019, the discharge letter says no fracture. 84",
    "She is convinced she broke her pelvis. The hospital said nothing was broken. 81",
    "I always thought I broke my wrist but my notes say it was never broken. 70",
]


@pytest.mark.parametrize("text", MUDDLED)
def test_records_go_before_a_muddled_teller(text: str) -> None:
    assert clear(text, "fracture_site") == []
    assert "fracture" not in heard(text).facts()


def test_beside_them_nothing_else_denies_all() -> None:
    text = (
        "She keeps saying she broke her hip; the notes say no fracture, a bruise. She hasn't broken anything else. 82"
    )
    assert clear(text, "fracture") == ["none"]


@pytest.mark.parametrize(
    "text",
    [
        "She says she broke her hip, but there is no record of it. 80",
        "Mum insists she broke her hip but the X-ray was clear. 80",
    ],
)
def test_records_that_do_not_know_of_it_leave_it_open(text: str) -> None:
    assert [f.status for f in heard(text).of("fracture_site")] == ["unknown"]


@pytest.mark.parametrize(
    "text",
    [
        "She says she broke her hip in 2019 and the notes say it was pinned. 80",
        "Mum says she broke her hip. Her chest X-ray was clear. 80",
        "Mum says she broke her hip, she was in hospital with bruises everywhere. 80",
        "She claims she never broke anything, but the notes show a hip fracture in 2019. 84",
    ],
)
def test_a_fracture_that_no_record_denies_stays(text: str) -> None:
    assert clear(text, "fracture_site") == ["hip"]


def test_the_final_report_goes_before_the_first() -> None:
    text = "Urgent care told us a fracture in the back, the final report says no fracture. Nothing else ever broken. 70"
    assert clear(text, "fracture") == ["none"] and asked(text, "fracture_site") == []


DICTATED = [
    ("my eyes are no use I'm seventy nine I broke my hip last year getting off the bed", "hip"),
    ("there is no pain now I broke my wrist in 2020 im 66", "wrist"),
    ("never smoked im 75 broke my elbow falling off a kerb", "elbow"),
    ("I don't like tablets I'm 80 years old I broke my pelvis", "pelvis"),
]


@pytest.mark.parametrize(("text", "site"), DICTATED)
def test_a_denial_ends_where_a_dictated_text_begins_anew(text: str, site: str) -> None:
    assert clear(text, "fracture_site") == [site]


@pytest.mark.parametrize(
    "text",
    [
        "I never once broke my hip",
        "there is no way I broke my hip",
        "not a chance I broke my hip",
        "no proof she broke her hip",
    ],
)
def test_a_denial_of_the_break_itself_holds(text: str) -> None:
    assert clear(text, "fracture_site") == []


ANIMALS = [
    "I broke my wrist with a bullock, he pinned me to the wall. 70",
    "A heifer pushed me over and I broke my hip. 72",
    "I was knocked down by the neighbour's ram, wrist broken, 70",
    "the calf swung me against the trailer and I cracked my elbow",
]


@pytest.mark.parametrize("text", ANIMALS)
def test_the_force_of_a_big_animal_is_asked(text: str) -> None:
    assert clear(text, "fracture_site") == []
    assert "high_energy" in [reason for reason, _ in asked(text, "fracture_site")]


def test_a_dog_on_a_lead_is_a_small_force() -> None:
    assert clear("The dog pulled me over and I broke my wrist", "high_energy") == [False]


@pytest.mark.parametrize(
    "text",
    [
        "I was rear-ended on the M4 and broke my collarbone",
        "T-boned at a junction, broke my pelvis. 66",
        "a van drove into us and I cracked my sternum",
        "somebody went into the back of my car, wrist broken",
    ],
)
def test_a_crash_told_without_the_word_is_one(text: str) -> None:
    assert True in clear(text, "high_energy")


@pytest.mark.parametrize(
    "text",
    [
        "I toppled off my bike at a standstill and broke my wrist. 68",
        "my bicycle was standing still at the lights and I tipped over, elbow broken",
        "I was stopped on my bike and keeled over, broke my wrist",
    ],
)
def test_a_bicycle_that_stood_still_is_a_small_force(text: str) -> None:
    assert True not in clear(text, "high_energy") and asked(text, "fracture_site") == []


@pytest.mark.parametrize(
    "text",
    [
        "fell off my bike and broke my wrist",
        "I tipped over on my bike and broke my wrist",
        "a car stopped short and I came off my bike, broke my wrist",
    ],
)
def test_a_bicycle_that_moved_is_asked(text: str) -> None:
    assert asked(text, "fracture_site") == [("high_energy", ["wrist"])]


@pytest.mark.parametrize(
    "text",
    [
        "a lady with a trolley bumped into the back of me in the shop and I broke my wrist",
        "I was knocked down on the street by a dog and broke my wrist",
        "my bike hit a stationary car, broke my wrist",
        "the bike was still moving when I fell, broke my wrist",
    ],
)
def test_words_of_a_crash_or_a_halt_said_of_something_else_tell_no_force(text: str) -> None:
    assert clear(text, "high_energy") == []


@pytest.mark.parametrize(
    "text",
    [
        "Broke my leg skiing in '91, downhill at speed. Nothing since. 70",
        "68. Broke an arm in a motorbike crash in '88. None since. T -2.9",
        "72, broke my leg in a car crash in '79. Nothing broken since. T -2.9",
    ],
)
def test_nothing_since_a_great_force_long_ago_is_none(text: str) -> None:
    assert clear(text, "fracture") == ["none"] and asked(text, "fracture_site") == []


@pytest.mark.parametrize(
    "text", ["they found a vertebra flat on the film", "T11 is completely flat", "L1 is almost flat"]
)
def test_a_flat_vertebra_is_asked(text: str) -> None:
    assert [reason for reason, _ in asked(text, "fracture_site")] == ["no_fracture_word"]


@pytest.mark.parametrize("text", ["I lie flat on my back at night", "no flat vertebrae, 66"])
def test_lying_flat_is_no_fracture(text: str) -> None:
    assert asked(text, "fracture_site") == []


@pytest.mark.parametrize(
    "text",
    [
        "She has shrunk two inches, no fractures to our knowledge, but her spine was never X-rayed",
        "She is bent over double and never a break that we know of. I wonder about her back",
        "I have lost 6 cm in height, no broken bones that I'm aware of and no X-ray ever",
    ],
)
def test_none_that_anybody_knows_of_is_asked_beside_a_bent_back(text: str) -> None:
    assert [reason for reason, _ in asked(text, "fracture")] == ["limited"]


@pytest.mark.parametrize(
    "text",
    [
        "no fractures that I know of, 70",
        "never broken a bone, shrunk 5 cm",
        "lost height, no breaks that we know of, -2.4",
    ],
)
def test_it_is_plain_otherwise(text: str) -> None:
    assert clear(text, "fracture") == ["none"]
