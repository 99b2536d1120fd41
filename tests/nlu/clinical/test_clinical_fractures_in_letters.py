"""Fractures as letters and notes have them: forces told in two ways, pictures that show nothing, operations, other languages."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import asked, clear, found, heard

GREAT_FORCES = [
    "Thrown from a quad bike, L1 #, 64F T -2.3",
    "64F fell off an ATV and cracked four ribs, T -2.3",
    "64F came off her e-bike at speed, wrist #",
    "64F pelvis # cycling at 40 km/h, T -2",
    "64F T12 # in a snowmobile accident",
    "64F tibial plateau # ski racing last year",
]


@pytest.mark.parametrize("text", GREAT_FORCES)
def test_speed_on_wheels_or_skis_is_a_great_force(text: str) -> None:
    assert clear(text, "high_energy") == [True]


FORCES_OPEN = [
    "Fell on an escalator and broke her wrist, 66, T -2.2",
    "hip # 2019, escalator fall, 80F",
    "66F wrist #, rolled down a grassy bank",
    "66F hip # when her mobility scooter tipped",
    "Wrist fracture, unclear did she miss the last step or fall the whole flight. 66F",
    "79F wrist #: either tripped on the kerb or was hit by a car. T -1.6",
    "Hip # 2019, some say she slipped in the shower, others that she fell off a ladder. 79F",
    "Two versions: a stumble at home; a fall from the roof. L2 # 70F",
    "Accounts of the fall differ. A stumble in the hall, or off a ladder. Wrist fracture, 70F",
]


@pytest.mark.parametrize("text", FORCES_OPEN)
def test_a_force_that_nobody_is_sure_of_is_asked(text: str) -> None:
    assert asked(text, "high_energy") == [("high_energy", [True, False])]
    assert clear(text, "fracture_site") == [] and clear(text, "high_energy") == []


FORCES_SMALL = [
    "broke her wrist, tripped getting off the escalator, 66",
    "70F wrist # slipped or tripped on the kerb, T -2.2",
    "70F hip # fell out of bed or chair, T -2.2",
]


@pytest.mark.parametrize("text", FORCES_SMALL)
def test_a_small_force_stays_one(text: str) -> None:
    assert clear(text, "high_energy") == [False] and clear(text, "fracture_site") != []


def test_a_fall_of_two_stories_is_no_second_story() -> None:
    text = "70F fell two stories in 1999, L1 #. Wrist # tripping 2020"
    assert asked(text, "high_energy") == []


UNPROVEN = [
    (
        "Daughter says cracked sacrum? no: hairline crack in her pelvis. XR no fracture seen, CT if no better. 77F",
        "pelvis",
    ),
    ("77F told she had a hip fracture, X-ray negative, awaiting CT", "hip"),
    ("77F hairline # of NOF thought likely; films show no fracture; MRI booked", "hip"),
    ("77F fractured wrist per ED letter, radiology report says no fracture. T -1.6", "wrist"),
    ("77F GP letter says L1 fracture; the MRI reports no fracture", "vertebra"),
    ("60F L2 query fracture, CT pending. Prior fx: none. T -2.2", "vertebra"),
    ("70F T12 wedge, possible old fracture", "vertebra"),
    ("CXR of a lady of 79 says: wedging of T8, ?old fracture. DXA hip -2.4, no falls", "vertebra"),
    ("60F T11 ?fracture, MRI awaited, no previous #", "vertebra"),
]


@pytest.mark.parametrize(("text", "site"), UNPROVEN)
def test_a_fracture_that_no_picture_shows_is_asked(text: str, site: str) -> None:
    assert ("uncertain", [site]) in asked(text, "fracture_site")
    assert clear(text, "fracture_site") == [] and "fracture" not in heard(text).facts()


PROVEN = [
    ("77F sacral # on MRI, XR normal", ["pelvis"]),
    ("77F pubic ramus #, initial XR no fracture, CT confirmed", ["pelvis"]),
    ("77F occult hip #: XR normal, MRI positive", ["hip"]),
    ("77F wrist fracture. XR spine: no fracture seen", ["wrist"]),
    ("77F wrist # 2019, healed. XR now no fracture seen", ["wrist"]),
    ("70F T12 # possibly old, T -2.6", ["vertebra"]),
    ("70F vertebral fracture of unknown age T -2.6", ["vertebra"]),
    ("70F L1 wedge fracture, probably chronic", ["vertebra"]),
]


@pytest.mark.parametrize(("text", "sites"), PROVEN)
def test_a_fracture_that_a_picture_shows_is_one(text: str, sites: list[str]) -> None:
    assert clear(text, "fracture_site") == sites


def test_a_suspicion_that_a_picture_ruled_out_is_over() -> None:
    assert clear("They thought my wrist was broken, the X-ray showed no fracture. 65", "fracture_site", "absent")


@pytest.mark.parametrize(
    "text",
    [
        "70F acute thoracic pain after lifting, no imaging yet. No previous fractures. T -2.7",
        "70F lumbar tenderness since Monday, X-ray awaited, no prior #, T -2.7",
        "70F, midline tender, not imaged so far; fracture hx none, T -2.7",
    ],
)
def test_no_past_fractures_beside_a_sore_back_without_a_picture_is_asked(text: str) -> None:
    assert "fracture" not in heard(text).facts()


def test_no_past_fractures_beside_an_old_ache_is_a_denial() -> None:
    assert heard("70F chronic back pain, films normal, no previous fractures, T -2.7").facts()["fracture"] == "none"


ONE_OF_TWO = [
    ("61F broke ankle or possibly foot, T -2.6", {"ankle", "foot"}),
    ("Broke her toe or perhaps her ankle stepping off a curb, 61", {"ankle", "foot"}),
    ("61F cracked her hand or maybe wrist, no records", {"hand", "wrist"}),
]


@pytest.mark.parametrize(("text", "sites"), ONE_OF_TWO)
def test_one_bone_or_perhaps_the_other_is_asked(text: str, sites: set[str]) -> None:
    assert [set(candidates) for _, candidates in asked(text, "fracture_site")] == [sites]
    assert clear(text, "fracture_site") == []


OPERATED = [
    ("76F R NOF, awaiting hemi, T -2.1", ["hip"]),
    ("76F impacted NOF, cannulated screws, T -2.1", ["hip"]),
    ("76F admitted with a NOF, T spine -2.1", ["hip"]),
    ("76F THR for NOF, T -2.1", ["hip"]),
    ("76F IM nail for intertroch, T -2.1", ["hip"]),
    ("66F comminuted distal radius, T -2.2", ["wrist"]),
    ("66F undisplaced ankle, T -2.2", ["ankle"]),
    ("66F 3-part prox humerus, T -2.2", ["proximal_humerus"]),
    ("66F wrist plated last year, T -2.2", ["wrist"]),
    ("71yo, did her NOF slipping in the shower", ["hip"]),
    ("did her collarbone tripping over the hose, 71F", ["clavicle"]),
    ("66F bi-malleolar ankle, T -2.5", ["ankle"]),
    ("66F trimaleolar, T -2.5", ["ankle"]),
    ("cracked her clavical on the pavement, 70", ["clavicle"]),
    ("fractured olecrannon, 70F", ["elbow"]),
]


@pytest.mark.parametrize(("text", "sites"), OPERATED)
def test_a_bone_in_a_surgeons_words_is_broken(text: str, sites: list[str]) -> None:
    assert clear(text, "fracture_site") == sites


@pytest.mark.parametrize("text", ["81F hip hemi 2021, T -3.8", "DHS right hip 2020, 81F", "81F L hip nailed, T -3"])
def test_a_hip_mended_as_a_broken_one_is_asked(text: str) -> None:
    assert asked(text, "fracture_site") == [("no_fracture_word", ["hip"])]


NOT_OPERATED = [
    "76F displaced disc L4/5, T -2.1",
    "76F displaced hip prosthesis, T -2.1",
    "76F NOF T -2.9, THR 2010 for OA",
    "76F has had a left THR for OA",
    "76F femoral neck T -2.1, fixed dose",
    "mother had a hip hemi at 80, I'm 66, no fractures",
]


@pytest.mark.parametrize("text", NOT_OPERATED)
def test_other_operations_tell_of_no_fracture(text: str) -> None:
    assert clear(text, "fracture_site") == [] and asked(text, "fracture_site") == []


LEVELS = [
    ("81F L two crushed and T eleven wedged", 2),
    ("81F T twelve compression fracture", 1),
    ("fractures of T eleven, T twelve and L one, 81F", 3),
    ("81F thoracic twelve and lumbar one wedged", 2),
    ("75F BWK 12 Fraktur", 1),
    ("86F had a wrist fracture and now a T12", 1),
    ("86F hip fracture 2016, now L4 on MRI", 1),
    ("71F Colles 2010 then a T8 and an L1", 2),
    ("68F aplastamiento D11 y L2", 2),
]


@pytest.mark.parametrize(("text", "count"), LEVELS)
def test_vertebrae_in_words_are_counted(text: str, count: int) -> None:
    assert "vertebra" in clear(text, "fracture_site")
    assert clear(text, "vertebral_fractures") == [count]


NO_LEVELS = [
    "her T ten years ago was -2.1, now -2.6, 71, no fractures",
    "71F T score minus two, L one to L four",
    "71F L two ribs fractured",
    "71F hip fracture 2016 and now a T12 met",
    "71F hip fracture 2016 with an L5 radiculopathy",
    "71F hip fracture and an L1 T score of -2.2",
    "71F hip fracture, spine L1 -2.2",
    "71F wrist # 2016, L4 on CT normal",
]


@pytest.mark.parametrize("text", NO_LEVELS)
def test_numbers_that_name_no_broken_vertebra(text: str) -> None:
    assert not [f for f in found(text, "fracture_site") if f.value == "vertebra"]


LANGUAGES = [
    ("75F fractura de cadera 2020", ["hip"]),
    ("75F fractura de mu\u00f1eca", ["wrist"]),
    ("75F fractura del tobillo", ["ankle"]),
    ("75F fractura de la di\u00e1fisis tibial", ["tibial_shaft"]),
    ("75F with Oberschenkelhalsfraktur 2019", ["hip"]),
    ("75F distale Radiusfraktur", ["wrist"]),
    ("75F Wirbelk\u00f6rperfraktur L1", ["vertebra"]),
    ("75F Beckenfraktur", ["pelvis"]),
    ("75F frattura del polso", ["wrist"]),
    ("75F frattura omero prossimale", ["proximal_humerus"]),
    ("75F crollo vertebrale D12", ["vertebra"]),
    ("75F fracture of the poignet", ["wrist"]),
]


@pytest.mark.parametrize(("text", "sites"), LANGUAGES)
def test_words_of_other_languages_in_an_english_note(text: str, sites: list[str]) -> None:
    assert clear(text, "fracture_site") == sites


@pytest.mark.parametrize(
    "text", ["75F sin fracturas, T -2.5", "75F senza fratture, T -2.5", "75F keine Frakturen, T -2.5"]
)
def test_denials_of_other_languages(text: str) -> None:
    assert heard(text).facts()["fracture"] == "none"


CLEAN = [
    "60F never fractured, VFA clean, T -0.9",
    "60F normal VFA, no #, T -1",
    "60F spine X-ray NAD, no #, T -1",
    "60F vfa -ve, no #, T -1",
]


@pytest.mark.parametrize("text", CLEAN)
def test_a_clean_picture_of_the_spine_counts_none(text: str) -> None:
    assert clear(text, "vertebral_fractures") == [0]


@pytest.mark.parametrize(
    "text", ["60F needs a clean VFA before surgery", "60F not a clean VFA", "60F clear VFA requested"]
)
def test_a_picture_that_is_only_wanted_counts_nothing(text: str) -> None:
    assert clear(text, "vertebral_fractures") == []


RIB_AND_NO_MORE = [
    "68, broke her wrist in 2020, otherwise never broken a bone. T -1.0",
    "68F, never broken anything otherwise, cracked her wrist in the shop",
]


@pytest.mark.parametrize("text", RIB_AND_NO_MORE)
def test_otherwise_never_contradicts_nothing(text: str) -> None:
    assert clear(text, "fracture_site") == ["wrist"]


VIOLENT_YOUTH = [
    "66F hip # skiing at 30, nothing since, T -2.4",
    "66F pelvis # RTA aged 24, nothing before or since, T -2.4",
    "52F clavicle fx in an MVA 2020, nothing else ever. T -2.5",
]


@pytest.mark.parametrize("text", VIOLENT_YOUTH)
def test_a_bone_of_youth_broken_by_a_great_force_leaves_none(text: str) -> None:
    assert heard(text).facts()["fracture"] == "none" and asked(text, "fracture_site") == []


@pytest.mark.parametrize(
    "text",
    ["66F wrist # at 30, tripped, nothing since", "66F pelvis # RTA aged 24 and wrist # 2020, nothing since"],
)
def test_other_bones_of_youth_are_asked(text: str) -> None:
    assert "fracture" not in heard(text).facts() and asked(text, "fracture_site") != []
