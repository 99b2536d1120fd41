"""Two patients in one message: nothing of it is taken, since their facts must not be mixed. One patient stays one."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import clear, flags, heard

TWO = [
    "72F hip # T -2.1 and 58F T -1.2 no fx",
    "72F hip # T -2.1; 58F T -1.2 no fx",
    "72F, hip fx, T -2.1. 66F, T -2.8, no fx",
    "72F hip # T -2.1\n66F T -2.8 no #",
    "1) 72F hip # T -2.1 2) 66F T -2.8 no #",
    "Pt A 72F hip #, T -2.1. Pt B 66F T -2.8 no #",
    "patient 1: 72, hip fracture, T -2.1. patient 2: 66, T -2.8",
    "Mrs A, 72, hip fx T -2.1; Mrs B, 58, T -2.9",
    "two pts: 81 NOF, T-1.8; 59 no fx T-2.6",
    "2 ladies: 81, hip fracture; 59, T -2.6 without fracture",
    "First patient 70yo wrist fx T -2.2, second patient 63yo no fx T -2.7",
    "70 year old woman, T -2.2, wrist fracture, and a 63 year old woman with T -2.7",
    "72F hip # T -2.1, 58F T -1.2 no fx: treat both?",
]


@pytest.mark.parametrize("text", TWO)
def test_two_patients_are_noticed_and_nothing_is_taken(text: str) -> None:
    reading = heard(text)
    assert reading.several
    assert reading.facts() == {}
    assert not clear(text, "fracture_site")


ONE = [
    "72F hip # T -2.1",
    "72F, sorry 73F, hip # T -2.1",
    "72F hip # T -2.1, no wait, 71F T -2.3",
    "68F (69 next month), T -2.1, wrist fx",
    "66F, mother 80F hip #, T -2.6, no fx",
    "66F, T -2.6, no fx. Mother: 80yo hip #",
    "71F T -2.6 no fx, and her sister 68F hip #, T -2.0",
    "70yo, hip fx at 62, T -2.9, menopause 48yo",
    "81F NOF 2019, T-score 2018 -2.1, now -2.6",
    "70 year old woman, menopause at 50, wrist fracture at 63, T -2.1",
    "65-70F, T -2.2, wrist #",
    "72F: T -2.1 (2019), T -2.8 (2024), # wrist",
    "I'm 62, T-score -2.9, no fractures. My sister is 70, T -1.9 and broke her hip",
    "I asked for two patients last week. 72F, hip #, T -2.1",
    "Grade 2 L1 fracture, 74F, T -2.0, grade 1 T12",
    "1. 72F 2. hip # 3. T -2.1",
    "case 1 of my list: 72F, hip #, T -2.1",
]


@pytest.mark.parametrize("text", ONE)
def test_one_patient_is_one(text: str) -> None:
    assert not heard(text).several


def test_a_danger_sign_of_one_of_them_is_kept() -> None:
    assert flags("72F hip # T -2.1 and 58F T -1.2 on Prolia with chest pain and can't breathe")


OWN = [
    ("My sister is 70, T -1.9, hip fracture. I am 62, T -2.9, nothing broken", "-2.9", 62),
    ("I'm 62, T-score -2.9, no fractures, and my sister is 70, T -1.9 and broke her hip", "-2.9", 62),
    ("My sister is 70, on Prolia, hip fracture. What about me, 64, T-score -2.6?", "-2.6", 64),
    ("I'm his wife, 67, past the change, T -2.2", "-2.2", 67),
    ("my mother-in-law is 81, hip fracture, T -3.5; I am 58, -2.7, no breaks", "-2.7", 58),
]


@pytest.mark.parametrize(("text", "t_score", "age"), OWN)
def test_what_is_listed_after_a_relatives_age_is_hers(text: str, t_score: str, age: int) -> None:
    facts = heard(text).facts()
    assert (facts["t_score"], facts["age"]) == (t_score, age)
    assert "fracture_sites" not in facts
    assert not clear(text, "drug")
