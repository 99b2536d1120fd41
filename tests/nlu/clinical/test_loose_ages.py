"""Ages of papers, at the end of a message and beside the one asked for; what "old" counts is no age."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard


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
        ("Client 70, came for her knees, T -2.1", 70),
        ("Pt herself 64, zero fractures, T -1.6", 64),
        ("Resident 88, hip # last year", 88),
        ("Siobhan from the fracture service. 72 with a Colles, T -2.3", 72),
        ("bed 12. 76 with NOF, T -2.6", 76),
        ("how high is a kerb? #NOF 69, T -2.4 hip", 69),
        ("I have a patiente of 66 years, T -1.3", 66),
        ("Wrist # in a simple fall aged 60, she's 64. T -2.1", 64),
        ("tripped age 61 and broke the ankle, she is 66", 66),
        ("Sixty seven, T-score plus 0.4. Bones of a thirty year old, the girl said", 67),
        ("I'm 66 and have the hips of a 90 year old", 66),
        ("A wedge fracture of T11 turned up in nan's MRI. She is 83, T-score -2.1", 83),
        ("Two crushed vertebrae, so says the letter about my mother. T -2.5. She's 80.", 80),
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
        "vit D 71, hip # 3 wks ago, T -2",
        "no breaks since 71",
        "nothing broken, 71 kg",
        "T -2.4, the letter says 65 mg",
        "4 old vertebral fractures",
        "2 young children, T -2.2",
    ],
)
def test_what_counts_something_is_no_age(text: str) -> None:
    assert not found(text, "age")


@pytest.mark.parametrize(
    "text",
    ["T -2.5, no breaks. I worry about my mother, she's 88.", "T -2.4, no fractures, mother hip fracture, she is 90"],
)
def test_the_age_of_a_mother_who_is_only_told_of_is_hers(text: str) -> None:
    assert "age" not in heard(text).facts()


def test_something_behind_a_decade_is_asked() -> None:
    for text in ("My aunt's seventy-something, T -1.8", "she's fifty something, hip broken"):
        assert [reason for reason, _ in asked(text, "age")] == ["range"]
        assert not clear(text, "age")
