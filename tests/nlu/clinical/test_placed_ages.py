"""Ages that only a turn of phrase or their place in the message tells; what looks like one and counts something else."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found


@pytest.mark.parametrize(
    ("text", "age"),
    [
        # A word for the person stands behind the number.
        ("66 Caucasian female, no fractures, T -2.4", 66),
        ("Hello all, 71 retired lady with Colles, T -2.2", 71),
        ("Thin 62 Irish woman, wrist fracture, T -2.1", 62),
        ("Kindly guide. 68 diabetic lady with vertebral fracture, T score -3.1", 68),
        # Beside a name or the patient, in other languages as well.
        ("Mdm Tan 64, LS -2.9, no fracture ever", 64),
        ("Smt Lakshmi 58, T -2.7 no fracture", 58),
        ("Frau Weber 77, wrist fracture, T -2.4", 77),
        ("Patientin 61, wrist fracture, T -2.7", 61),
        ("67 anni, no fractures, T -2.4", 67),
        ("Hi, this one's 75, ankle fracture. Spine T -2.6", 75),
        # Years that somebody has or has completed.
        ("My patient have 72 years, she falled and broke the clavicle", 72),
        ("My mother-in-law has 77 years. She has broke the ankle. T -2.3", 77),
        ("She has completed 66 years, wrist fracture, T -2.2", 66),
        ("I completed 71 years in August. Wrist fracture, T -2.2", 71),
        ("I've gone 65, T -2.2, no fractures", 65),
        ("I was 70 on Sunday. Broke my wrist, T -2.2", 70),
        ("I was 63 three weeks ago. No fractures. T -1.8", 63),
        ("At age of 68, with wrist fracture and T -2.2, what should I do?", 68),
        ("In 71 years I've never had a fracture. T -2.4", 71),
        ("in my 74 years I never broke a bone until this wrist. T -2.2", 74),
        ("T -1.4. Not bad for 71. Never broken a thing", 71),
        ("Stopped HRT 3 months ago age 60. Wrist broken. T -2.5", 60),
        ("I got to 68 without breaking a bone, then the wrist. T -2.2", 68),
        ("I was 68 on my last birthday. wrist fracture, T -2.2", 68),
        ("Age completed 68, T -2.2, no fracture", 68),
        # Nothing but the place.
        ("68 PMW, Colles, T -2.2", 68),
        ("A 68 y. female with T -2.2, no fx", 68),
        ("I broke it after the menopause. 63, T -1.7", 63),
        ("56 and sweating through the night. T -2.2, no fractures", 56),
        ("70 but fit as a fiddle, T -2.2, wrist broken", 70),
        ("T -2.2, wrist fracture - 66, non smoker", 66),
        ("T -2.2 / wrist fracture / 74", 74),
        ("31, periods regular, T -2.6, wrist fracture", 31),
        ("38 and periods like clockwork, wrist fracture, T -2.6", 38),
        ("on Prolia, 66, no fractures, T -2.2", 66),
        ("Should my patient (72) with T -2.5 and a hip fracture be treated?", 72),
        ('One of our residents, 91, has "hip #?" in her notes. T -2.7', 91),
        # Beside the age of a childhood.
        ("I'm 68. Fractures: wrist last year, collar bone at age 7. T -2.2", 68),
        ("I am eighty. Breaks: ankle, 2019; left arm at the age of ten, off a swing. T -2.2", 80),
        ("71 yrs. Vit D was 11, corrected with weekly sachets, now 34. T -2.2", 71),
    ],
)
def test_the_age_is_read(text: str, age: int) -> None:
    assert clear(text, "age") == [age]


@pytest.mark.parametrize(
    "text",
    [
        "Fosamax 70. Wrist fracture. T -2.2",
        "Broke my wrist. Alendronate, 70, every Sunday. T -2.2",
        "menopause: 52. wrist fracture. T -2.2",
        "LMP. 48. T -2.2 no fracture",
        "wrist fracture, T -2.2, weight 60, height 160",
        "T -2.2, no fracture. 60 women in my village have the same.",
        "T -2.2, no fracture. Room 66. Thanks",
        "No fracture in 40 years on the farm. T -2.2",
        "broke my wrist once in 40 years of marriage. T -2.2",
        "I have 40 years of experience, T -2.2",
        "I was 63 last time I broke something. T -2.2",
        "52 and over: who gets treated? T -2.5",
        "Calcium is good for 50. No fracture",
        "T -2.2, no fracture, PTH 66. ALP 88.",
        "T -2.2, wrist broken. 66 and fit. 74 and frail",
    ],
)
def test_another_number_is_no_age(text: str) -> None:
    assert clear(text, "age") == []


def test_a_girl_of_twelve_stays_a_child_beside_her_bone() -> None:
    assert clear("Girl aged 12 with a forearm fracture, T -2.6", "age") == [12]
    assert [f.value for f in found("Girl aged 12 with a forearm fracture", "scope")] == ["minor"]


def test_an_age_asked_about_is_not_told() -> None:
    assert asked("-1.6. is that normal for 55?", "age") == [("question", [])]


@pytest.mark.parametrize(
    "text",
    [
        "Typing this for my mother in law (65). Never had a fracture. Her T-score came back -2.2",
        "Trying to help my aunt, 65. Never broken a bone. Her DXA is -2.2",
        "My neighbour is 65. She wears a brace and tells me it is cracked. Her T-score was -2.2. Is she to be treated?",
    ],
)
def test_whoever_is_helped_is_the_case(text: str) -> None:
    assert clear(text, "age") == [65]
    assert clear(text, "t_score") == ["-2.2"]


def test_the_teller_keeps_her_own_story() -> None:
    text = "I'm 61. My sister, 65, tells me to ask. My T-score is -2.2, no fracture"
    assert clear(text, "age") == [61]
    assert clear(text, "t_score") == ["-2.2"]
