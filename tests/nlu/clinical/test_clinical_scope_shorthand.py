"""Men and mothers-to-be as notes and forms write them, and the same letters where they mean nothing of the kind."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

MEN = [
    "male 71, VCF L1, T -2.9. same table?",
    "Male, 66 yrs, T -2.6 spine",
    "man 68, hip fx",
    "man, 74, broke his hip, T -2.8",
    "male aged 70 with T -2.5",
    "male pt 77, 2 VCF",
    "Pt male 71, T -3.1",
    "gentleman 68, L1 fx, T -3",
    "elderly male, T -3, L2 #",
    "sex: M, age 70, T -2.7",
    "Gender male. Age 69. T score -2.6",
    "71M, VCF, T -2.9",
    "71yo M VCF T -2.9",
    "72 ♂ hip fx T -2.4",
    "♂ 72, T -2.4",
    "M/71, T -2.8",
    "71 / M, T -2.8",
    "M, 66, T -2.6",
    "male, seventy one, T -2.8",
    "71 yr old gent, hip #",
    "71 (male), wrist fx, T -2.8",
    "a 70 years old male with back pain and T -2.9",
]

NO_MEN = [
    "male doctor told me T -2.9",
    "my male GP says T -2.9, I'm 66",
    "The male nurse, 60 or so, said T -2.6. I'm 71",
    "I saw a man, 70, in the waiting room. I'm 66, T -2.5",
    "female 71, VCF L1, T -2.9",
    "i am 71, T -2.1, ward M 7",
    "woman 71, hip fx",
    "F, 66, T -2.6",
    "sex f, 70, T -2.5",
    "I'm, 66, T -2.6",
    "male-pattern baldness, 66F, T -2.5",
    "I was treated by a male surgeon, 45, T -2.3, 70",
    "70/F T -3",
    "67F, husband male 71 well",
]

PREGNANT = [
    "G1P0 28 wk, 31 y, L3 + L4 fx, T -3.4",
    "G2P1 at 30+2 weeks, vertebral fracture, T -3",
    "29y G1P0, 28/40, L1 #",
    "34 yo 28 wks pregnant T -3.1 L2 fx",
    "33 y, third trimester, T -3, back pain",
    "primigravida 30 y, two VCF",
    "31F 6 weeks postpartum, 3 VCF, T -3.3",
    "gave birth 8 weeks ago, 32, two crushed vertebrae, T -3.2",
    "I had my baby two months ago and cracked two vertebrae, T -3",
    "my baby is 10 weeks old, I'm 33, T -3, broken vertebra",
    "breastfeeding, 32, two vertebral fractures, T -3.0",
    "pregnancy and lactation associated osteoporosis, 30 y, T -3.5",
    "PLO, 30 y, T -3.5",
    "PLO: 4 VCF, 29F",
]

PERHAPS_PREGNANT = [
    "31 y, L3 + L4 fx, T -3.4, PLO suspected",
    "29F, ?PLO, T -3.2",
    "28/40, L1 fx, T -3",
    "32, delivered 3 months ago, T12 fx",
    "I may be pregnant, 41, T -2.6",
]

NOT_PREGNANT = [
    "G3P3, menopause at 50, T -2.6, 67F",
    "67 yrs, G4P2, T -2.6, hip fx",
    "G2P2 LMP 15 y ago, 66, T -2.9",
    "G3P3, 12 weeks after a wrist fx, 66F, T -2.5",
    "I was pregnant when my back broke, that was 25 years ago. 60 now, T -2.7",
    "my daughter is 28 weeks pregnant, I'm 61 and T is -2.6",
    "gravida 2 para 2, 70, T -2",
    "vision 20/40, 70, T -2.4",
    "pain score 28/40, 70F, T -2.4",
    "I breastfed all three of my children, 66, T -2.4",
    "gave birth 30 years ago, 62, T -2.5",
    "had PLO in 1988, now 64, T -2.9",
    "my daughter gave birth 6 weeks ago, I'm 63, T -2.7",
    "my granddaughter's baby is 10 weeks old, I'm 83",
    "delivered my mum's tablets 3 weeks ago, she is 84, T -3",
    "the parcel was delivered 2 weeks ago, I'm 70",
]


@pytest.mark.parametrize("text", MEN)
def test_a_man_is_heard_however_he_is_written(text: str) -> None:
    assert "man" in clear(text, "scope")


@pytest.mark.parametrize("text", NO_MEN)
def test_a_man_beside_the_case_is_none(text: str) -> None:
    assert [f.value for f in found(text, "scope") if f.value == "man"] == []


@pytest.mark.parametrize("text", PREGNANT)
def test_a_pregnancy_is_heard_in_shorthand(text: str) -> None:
    assert "pregnancy" in clear(text, "scope")


@pytest.mark.parametrize("text", PERHAPS_PREGNANT)
def test_what_may_be_a_pregnancy_is_asked(text: str) -> None:
    assert "uncertain" in [reason for reason, _ in asked(text, "scope")]


@pytest.mark.parametrize("text", NOT_PREGNANT)
def test_births_of_long_ago_and_of_others_are_none(text: str) -> None:
    assert [f.value for f in found(text, "scope") if f.value == "pregnancy"] == []


@pytest.mark.parametrize(
    "text", ["my kidneys work at 28%, T -2.7, 79", "my kidneys do 30 per cent, 81F", "only 20% kidney function left"]
)
def test_kidneys_in_percent_are_asked(text: str) -> None:
    assert "kidney_stage" in [reason for reason, _ in asked(text, "scope")]


@pytest.mark.parametrize(
    "text",
    ["my kidneys work at 80%, T -2.7", "my mother's kidneys are at 20%, I'm 66, T -2.4", "is 30% kidney function bad?"],
)
def test_good_kidneys_and_those_of_others_are_not(text: str) -> None:
    assert [f.value for f in found(text, "scope")] == []


NEAR = [
    "49F perimenopausal T -3.1 no #",
    "49F periods irregular, T -3.1, no #",
    "51F last period 4 months ago T -3.1 no #",
    "51F LMP 6/12 ago T -3.1 no #",
    "51F LMP 3 weeks ago, T -3.1",
    "47F on COC, T -3.1 no #",
]


@pytest.mark.parametrize("text", NEAR)
def test_a_menopause_that_may_not_be_over_is_asked(text: str) -> None:
    assert "scope" not in heard(text).facts()
    assert asked(text, "scope") == [("periods", ["in_scope"])]


@pytest.mark.parametrize(
    "text", ["52F LMP 14/12 ago, T -3.1", "52F last period 18 months ago", "postmenopausal, was on COC until 48"]
)
def test_one_that_is_over_is_taken(text: str) -> None:
    assert heard(text).facts()["scope"] == "in_scope"


DIALYSIS = [
    "ESRF, 61F, T -3",
    "64F ESKF for conservative care, T -3",
    "70F on HD thrice weekly, wrist #",
    "Mdm Lee 66, on HD 3 yrs, T -3.2",
    "CAPD 2 yrs, 66F, hip #",
    "66F HD pt, T -2.9",
]


@pytest.mark.parametrize("text", DIALYSIS)
def test_dialysis_in_shorthand_is_severe_kidney_disease(text: str) -> None:
    assert clear(text, "scope") == ["severe_kidney_disease"]


@pytest.mark.parametrize(
    "text",
    [
        "CKD3, not ESRF, 66F",
        "66F never on HD, T -2.6",
        "husband on HD, I'm 66, T -2.6",
        "watched it on HD TV, 66F",
        "Is HD a reason to avoid zoledronate?",
    ],
)
def test_dialysis_of_nobody_or_of_another_is_not(text: str) -> None:
    assert clear(text, "scope") == []
