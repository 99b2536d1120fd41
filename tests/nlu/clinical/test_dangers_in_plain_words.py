"""Dangers told without the words of a textbook, and harmless things told with them."""

from __future__ import annotations

import pytest
from clinical_helpers import flags

DANGERS = [
    ("Prolia due 2 months ago, clinic shut", "late_denosumab"),
    ("denosumab should've been given 7/52 ago, pt fine", "late_denosumab"),
    ("Denosumab date passed nine weeks back, surgery says wait", "late_denosumab"),
    ("her six-monthly jab came due ten wks back, no stock", "late_denosumab"),
    ("Found a lump, about the size of an olive, not sore, on the side of my bust. I take Evorel.", "breast_lump"),
    ("In the bath I noticed a hard little thing under the skin of my breast", "breast_lump"),
    ("While drying myself I felt a pebble that won't shift in my right breast, on HRT", "breast_lump"),
    ("why does my spine scream since I sneezed on Friday whenever I stand?", "new_back_pain"),
    ("Lifted the grandchild on Saturday and my back screams when I turn in bed", "new_back_pain"),
    ("coughed on Monday, since then my back is paining so much", "new_back_pain"),
    ("Went down in the hall, writing from the floor, any movement and my groin screams", "hip_fracture_now"),
    ("tripped over the cat, still lying here, thigh pain is terrible when I try to move", "hip_fracture_now"),
    ("slipped off the chair today, my hip is agony if I so much as try to move", "hip_fracture_now"),
    ("my left groin is paining since one month when I keep weight on it, on Prolia six years", "atypical_thigh_pain"),
    ("thigh gives pain on walking, recent, taking alendronate ten years", "atypical_thigh_pain"),
    ("New groin pain on walking for weeks, Prolia 5 years. Could it just be arthritis?", "atypical_thigh_pain"),
    ("Last Prolia in early February, and here we are, nearly in November, no other given", "late_denosumab"),
    ("I've got all my tablets lined up in front of me.", "self_harm"),
    ("My tablets are laid out on the table, every one of them, and I'm sitting here.", "self_harm"),
    ("All the boxes are on the bed and I've counted them. What would I need bones for.", "self_harm"),
    ("my sister says she'll wade into the river one night. joking, she says", "self_harm"),
    ("mum keeps saying she will jump off the balcony", "self_harm"),
    ("I'm going to drive into the canal", "self_harm"),
    ("fit post denosumab", "low_calcium"),
    ("Prolia on Monday, fit this morning", "low_calcium"),
    ("Numb feet and tingling lips since yesterday, I have diabetes, on Prolia", "low_calcium"),
]


@pytest.mark.parametrize(("text", "flag"), DANGERS)
def test_plain_words_alarm(text: str, flag: str) -> None:
    assert flag in flags(text)


HARMLESS = [
    "My Prolia is due in 9 weeks",
    "Prolia due last week, booked for Monday",
    "on Prolia; the DEXA should have been done 8 weeks ago",
    "frozen peas help my breast pain",
    "I had a lump in my breast in 2010, benign. On HRT.",
    "I fell last year and my groin hurt for a week",
    "I fell between two stools with this decision",
    "groin pain for years from my arthritic hip, on Prolia",
    "I line up my pills on the table each morning so I don't forget",
    "All my tablets are lined up for the week in the pill box",
    "She walks by the lake each Monday",
    "I will go into the sea to swim, is that good for bones?",
    "I am fit and well, on Prolia for two years. How long can I stay on it?",
    "67, fit, on Prolia since 2020",
    "I keep fit and take denosumab. Any exercise advice?",
    "I have numb toes because of diabetes. Does that count as a risk of falling?",
    "Numb feet for twelve years with my sugar, the podiatrist knows. Will I fall?",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_things_do_not(text: str) -> None:
    assert not flags(text)
