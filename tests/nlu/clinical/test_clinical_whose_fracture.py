"""Whose fracture a note tells of, and whether a bone named beside a score broke or was only scanned."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import clear, heard

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
