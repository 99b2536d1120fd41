"""Ages of papers, at the end of a message and beside the one asked for; what "old" counts is no age."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("88 y/o, very kyphotic, 4 old vertebral fractures", 88),
        ("79F, 3 old VCFs, T -2.9", 79),
        ("I'm 66 with 2 young grandchildren, T -2.2", 66),
        ("72 old, hip broken", 72),
        ("Madam of 61 years", 61),
        ("a lady of 61 years", 61),
        ("no breaks 71", 71),
        ("T -2.3 no fractures 71", 71),
        ("never broke anything 66", 66),
        ("71 no breaks", 71),
        ("Asking for the wife (75).", 75),
        ("Asking for my mum, 82, T -2.9", 82),
        ("my wife (75)", 75),
        ("61 on the hospital label, T -2.4", 61),
        ("Age 59 on the referral, 59 on the label", 59),
        ("age 64, FRAX on the report 12", 64),
        ("Should my sister (58) take tablets? I'm 62", 62),
    ],
)
def test_the_age_is_read(text: str, age: int) -> None:
    assert clear(text, "age") == [age]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Age 59 on the referral, 61 on the hospital label", [61, 59]),
        ("71F per the GP letter, 74 on the chart, NOF #", [74, 71]),
        ("The referral says age 59 but the wristband says 61", [61, 59]),
        ("I'm 58, my notes have me as 85", [85, 58]),
        ("Referral gives her age as 68, the label 71", [71, 68]),
    ],
)
def test_two_ages_on_two_papers_are_asked(text: str, ages: list[object]) -> None:
    assert asked(text, "age") == [("contradiction", ages)]
    assert not clear(text, "age")


@pytest.mark.parametrize(
    "text",
    [
        "no breaks, weight 71",
        "no breaks since 71",
        "nothing broken, 71 kg",
        "T -2.4, the letter says 65 mg",
        "4 old vertebral fractures",
        "2 young children, T -2.2",
    ],
)
def test_what_counts_something_is_no_age(text: str) -> None:
    assert not found(text, "age")
