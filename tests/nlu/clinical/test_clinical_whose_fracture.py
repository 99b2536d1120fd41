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
