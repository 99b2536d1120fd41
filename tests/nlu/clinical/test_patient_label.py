"""What a patient is called at the head of a clinician's message."""

from __future__ import annotations

import pytest

from nlu.clinical import read


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("pt B: 70F, wrist #, T -1.5", "2"),
        ("pt A: T now -2.9", "1"),
        ("Mrs A 66F, no #, T -3.1", "1"),
        ("Mrs K: T now -2.9", "k"),
        ("and A if -2.9?", "1"),
        ("first pt: flushes yes", "1"),
        ("second patient, T -2", "2"),
        ("patient 2: T -1.4", "2"),
        ("B: T -2.2", "2"),
        ("back to A: prev DVT", "1"),
        ("the other lady has flushes", "other"),
        ("Mrs Smith: prev DVT", "smith"),
        ("pt A intolerant to alendronate", "1"),
        ("A is intolerant to alendronate", "1"),
        ("for pt A, DVT in 2020", "1"),
        ("Mrs Smith failed alendronate", "smith"),
        ("Patient 1 failed alendronate", "1"),
        ("bed 3 on steroids", "3"),
    ],
)
def test_a_label_is_read(text: str, label: str) -> None:
    assert read(text).label == label


@pytest.mark.parametrize(
    "text",
    [
        "pt a smoker, T -2.5",
        "pt a 70 year old lady, T -2.5",
        "pt c/o flushes",
        "pt a non-smoker, T -2.5",
        "a new fracture of the wrist",
        "a 70F with T -2.5",
        "pt 2 falls last year",
        "patient 2 vertebral fractures",
        "72F, 2 VCF, T -2.8",
        "a fracture of the hip",
        "first fracture at 60",
        "T: -2.5",
        "one of my patients",
    ],
)
def test_other_words_are_no_label(text: str) -> None:
    assert read(text).label == ""
