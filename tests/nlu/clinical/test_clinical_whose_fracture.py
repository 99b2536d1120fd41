"""Whose fracture a note tells of, and whether a bone named beside a score broke or was only scanned."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import clear, found, heard

HERS = [
    "75F hip # in sister, T -2.7",
    "75F hip # in mother, T -2.7",
    "75F hip # in her sister, T -2.7",
    "75F. Mat hip #. T -2.7",
    "75F Mo hip #. T -2.7",
    "75F Mo: hip #. T -2.7",
    "75F pat hip #, T -2.7",
    "75F grandmother # hip, T -2.7",
    "75F parents: hip #. T -2.7",
    "75F parental hip #: yes. T -2.7",
    "75F sister hip #, T -2.7",
]


@pytest.mark.parametrize("text", HERS)
def test_a_relatives_fracture_is_not_the_patients(text: str) -> None:
    facts = heard(text).facts()
    assert (facts["age"], facts["t_score"]) == (75, "-2.7")
    assert "fracture_sites" not in facts and "fracture" not in facts


HER_KIN_AND_SHE = [
    "Her mum broke a wrist at 60. She herself has had no fractures. 64F, T -1.6",
    "Her aunt had 2 VCFs at 71. The lady herself 64F, nil #, T -1.6",
    "Sister had NOF # 62. Pt herself: 64, no #. T -1.6",
    "Her mother had a hip fracture at 70. She is 64 and has never broken anything. T -1.6",
    "Sister hip # 62. She is 64, no fractures herself, T -1.6",
    "Mum had 3 vertebral fractures. Aged 64 herself, never broken a bone, T -1.6",
]


@pytest.mark.parametrize("text", HER_KIN_AND_SHE)
def test_the_patient_beside_a_relative_of_hers_is_the_case(text: str) -> None:
    facts = heard(text).facts()
    assert (facts["age"], facts["t_score"], facts["fracture"]) == (64, "-1.6", "none")
    assert "fracture_sites" not in facts


RELATIVES_CASE = [
    ("My wife is worried about her mother. She is 81, broke her hip in May, T-score -2.9", "mother"),
    ("My mum is 81 and broke her hip in May, T-score -2.9", "mum"),
]


@pytest.mark.parametrize(("text", "who"), RELATIVES_CASE)
def test_a_relative_asked_for_stays_the_case(text: str, who: str) -> None:
    reading = heard(text)
    assert reading.about == who and reading.facts()["fracture_sites"] == ["hip"]


def test_who_brings_the_patient_is_not_the_case() -> None:
    facts = heard("Her daughter brought her in, she is 81, hip fracture, T -2.9").facts()
    assert (facts["age"], facts["fracture_sites"]) == (81, ["hip"])


def test_a_denial_of_her_own_stands_beside_it() -> None:
    assert heard("75F. Mat hip #. Personal # nil. T -2.7. Smoker.").facts()["fracture"] == "none"


def test_a_fracture_in_a_year_is_the_patients() -> None:
    assert clear("75F hip # in 2019, T -2.7", "fracture_site") == ["hip"]


SCANNED = [
    ("64F T -1.6 (spine) # ankle", ["ankle"]),
    ("64F T -2.6 (R hip) # radius", ["forearm"]),
    ("64F T -2.6 hip # radius", ["forearm"]),
    ("64F, T-score -2.6 at the hip # wrist", ["wrist"]),
    ("64F T -2.6 hip #", ["hip"]),
    ("64F T -2.6 hip # and wrist #", ["hip", "wrist"]),
    ("64F T -2.6 hip # 2019", ["hip"]),
    ("Wrist # from a trip at home, 66F, spine 0.2, hip -0.6", ["wrist"]),
    ("Colles tripping over, 70F. -0.4 spine, plus 0.3 hip", ["wrist"]),
    ("Ankle # slipped on lino, 66F. LS -0.2, +0.1 hip", ["ankle"]),
    ("66F, tripped: ankle and hip. T -1.2", ["ankle", "hip"]),
    ("broke hip 1.5 years ago, tripped, 70F T -1.2", ["hip"]),
]


@pytest.mark.parametrize(("text", "sites"), SCANNED)
def test_the_place_of_the_scan_did_not_break(text: str, sites: list[str]) -> None:
    assert clear(text, "fracture_site") == sites


BROKEN_BY_KIN = [
    ("Rib broke when my husband hugged me lol. 68.", "rib"),
    ("Wrist broke when my grandson jumped on my lap. 71, T -2.6", "wrist"),
    ("My husband hugged me and a rib cracked, I'm 68", "rib"),
    ("when my brother squeezed me a rib cracked, I'm 68", "rib"),
    ("Cracked a rib as my daughter helped me up, I'm 66", "rib"),
    ("82F rib # when her husband hugged her, T -2.2", "rib"),
    ("82F rib # when her husband hugged her, T -2.2. She takes calcium.", "rib"),
    ("Rib broke when my husband hugged me. They X-rayed it. I'm 68", "rib"),
]


@pytest.mark.parametrize(("text", "site"), BROKEN_BY_KIN)
def test_who_did_it_does_not_own_the_fracture(text: str, site: str) -> None:
    assert clear(text, "fracture_site") == [site]
    assert clear(text, "t_score", "family") == [] and heard(text).facts().get("sex") != "male"


THEIR_OWN = [
    "My husband broke a rib when he hugged me. I'm 68",
    "When my husband hugged me he broke a rib. I'm 68",
    "Rib broke when my husband fell off a ladder, I'm 68",
    "My sister pushed me once, she broke her hip last year. I'm 68",
]


@pytest.mark.parametrize("text", THEIR_OWN)
def test_kin_who_broke_a_bone_own_it(text: str) -> None:
    assert clear(text, "fracture_site") == []
    assert len(clear(text, "fracture_site", "family")) == 1


OF_THE_SCAN = [
    "68F. No fractures, FN T exactly -3.0",
    "68F, no fractures FN T exactly -3.0",
    "68F, no fractures, total hip T came out at -2.7",
    "68F, never fractured, FN was about -2.7",
    "68F no # LS now -2.9",
    "68F no fractures hip T -2.7",
]


@pytest.mark.parametrize("text", OF_THE_SCAN)
def test_a_site_of_a_density_is_not_what_is_denied(text: str) -> None:
    assert heard(text).facts()["fracture"] == "none"
    assert found(text, "fracture_site") == []


def test_a_bone_denied_beside_a_density_stays_denied() -> None:
    assert clear("68F, no hip fracture, T -2.7", "fracture_site", "absent") == ["hip"]
    assert clear("68F, no fracture of the hip, T -2.7", "fracture_site", "absent") == ["hip"]
    assert clear("68F, broke my hip about 3 years ago", "fracture_site") == ["hip"]


SCANNED_NECK = [
    "66F wrist # tripped, T -1.2 spine, -1.4 neck",
    "Pubic ramus #, no trauma, 74F. T -0.7 LS (OA), -0.9 neck",
    "Slipped, wrist #, 66F: -1.1 at the spine and -1.4 at the neck",
]


@pytest.mark.parametrize("text", SCANNED_NECK)
def test_a_neck_behind_a_value_is_the_femurs(text: str) -> None:
    assert {f.value for f in found(text, "fracture_site")} <= {"wrist", "pelvis"}


def test_a_neck_that_broke_is_still_heard() -> None:
    assert clear("broke my neck in a fall from a horse, spine T -1.2", "fracture_site") == ["cervical_spine"]
