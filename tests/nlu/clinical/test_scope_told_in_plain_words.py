"""Whom the table does not cover, told in plain words or in passing; and what must not be taken for it."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

SEARCHED = [
    "70F, L2 fx, T -2.4, MM w/u neg",
    "myeloma panel NAD, coeliac screen neg, 69F",
    "Screened for myeloma, nothing found. 66, T -2.8",
    "The bone marrow for myeloma came back clean, I'm 71",
    "They tested me for coeliac disease and I was negative, 64, T -2.2",
    "Myeloma and mets ruled out, 74F",
    "secondary work-up (myeloma, coeliac, PTH) unremarkable, 68F",
    "GP checked for an overactive thyroid, all normal. 62",
    "Had the tests for multiple myeloma. They all came back normal. 69",
    "They looked for cancer and didn't find any. I'm 72",
]


@pytest.mark.parametrize("text", SEARCHED)
def test_an_illness_that_was_not_found_leaves_the_case_in_the_table(text: str) -> None:
    assert not found(text, "scope")
    assert not clear(text, "caution")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("72F, L1 fx. Myeloma w/u pending", "cancer_or_metastases"),
        ("72F, L1 fx. Myeloma w/u positive, on dara", "cancer_or_metastases"),
        ("70F known myeloma, bone marrow clear", "cancer_or_metastases"),
        ("the bloods for my myeloma are fine, 66", "cancer_or_metastases"),
        ("Blood tests before chemo were fine, I'm 66", "cancer_or_metastases"),
        ("Hyperparathyroidism, bloods otherwise normal, 66F", "secondary_osteoporosis"),
        ("I have coeliac disease, blood tests fine, 66", "secondary_osteoporosis"),
    ],
)
def test_one_that_is_there_does_not(text: str, scope: str) -> None:
    assert clear(text, "scope") == [scope]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Crashed on the M25 and broke my hip, I'm 61, T -2.2", 61),
        ("M40 pile-up, broken pelvis. I'm 66, T -2.9", 66),
        ("I fell at the services off the M11. I am 70, T -2.0", 70),
        ("Lives by the M60. 71F, T -2.6", 71),
    ],
)
def test_a_motorway_is_neither_a_man_nor_an_age(text: str, age: int) -> None:
    assert clear(text, "age") == [age]
    assert not found(text, "scope")


@pytest.mark.parametrize("text", ["M62, hip fx, T -2.8", "Pt M 62, T -2.5"])
def test_a_man_of_that_age_is_one(text: str) -> None:
    assert clear(text, "scope") == ["man"]


@pytest.mark.parametrize("text", ["Age: 7? T -2.5, wrist fx", "age 6(?), postmenopausal, T -2.4"])
def test_a_childs_age_in_doubt_is_asked(text: str) -> None:
    assert [reason for reason, _ in asked(text, "age")] == ["question"]
    assert "minor" not in clear(text, "scope")


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("girl, 13, vertebral fracture, T -2.9", 13),
        ("Boy 10 years, two femur fractures", 10),
        ("Female child 11 yrs, OI suspected", 11),
        ("My girl (11) broke her arm again", 11),
        ("13 y girl with vertebral compression", 13),
        ("teenager, 16, T -2.5", 16),
        ("Age: 9, forearm fx", 9),
    ],
)
def test_a_childs_age_is_read(text: str, age: int) -> None:
    assert clear(text, "age") == [age]
    assert "minor" in clear(text, "scope")


@pytest.mark.parametrize("text", ["As a girl of 12 I broke my arm. Now 66", "12 years ago broke wrist, 66F"])
def test_a_childhood_is_no_child(text: str) -> None:
    assert clear(text, "age") == [66]


MEN = [
    "I realise it is more a women's problem but my prostate treatment thinned my bones, 72",
    "My wife says this is for women only, but my scan says -2.6, I'm 67",
    "As a grandfather of 75 with a T-score of -3 do I need tablets?",
    "I'm on Zoladex for the prostate, 70, hip -2.5",
    "I am a widower of 70, T-score -2.6",
]
PERHAPS_MEN = [
    "I realise it's a woman's disease mainly, but my T-score is -2.9. I'm 71.",
    "Bit embarrassing as it's usually women who get this, but I'm 68 and my hip is -2.7",
    "My urologist sent me for a DEXA: -2.9, 70.",
    "I have low testosterone and T -2.8, 61",
]


@pytest.mark.parametrize("text", MEN)
def test_a_man_who_says_so_in_passing(text: str) -> None:
    assert clear(text, "scope") == ["man"]


@pytest.mark.parametrize("text", PERHAPS_MEN)
def test_one_who_only_may_be_a_man_is_asked(text: str) -> None:
    assert asked(text, "scope") == [("pronoun", [])]


@pytest.mark.parametrize(
    "text",
    [
        "They say it's an old ladies' disease but I'm only 51, T -2.6, after the menopause",
        "I know it's an old woman's thing but I am 48 and T is -2.6",
        "My doctor said it is mostly a women's thing. I'm 62, T -2.5, periods stopped at 50.",
        "I'm a widow of 70, T-score -2.6",
    ],
)
def test_women_are_none(text: str) -> None:
    assert "man" not in [finding.value for finding in found(text, "scope")]


@pytest.mark.parametrize(
    "text",
    [
        "48, in the perimenopause, periods every six weeks or so, T -2.1",
        "I'm 49 and I get a period every couple of months, T-score -2",
        "50, still get the odd period, hot flushes, -2.2",
        "48F perimenopausal, still bleeding, T -1.9",
        "periods once every 4 months, 51, -2.3",
        "47, going through the change, bleeds every 6 weeks, T -1.7",
        "perimenopausal, last bleed three months ago, 49, -2.4",
    ],
)
def test_periods_that_come_every_few_months_are_not_over(text: str) -> None:
    assert clear(text, "scope") == ["premenopausal"]


@pytest.mark.parametrize(
    "text",
    [
        "perimenopausal at 48 then menopause at 51; now 60, T -2.6",
        "had periods every two months until 52, now 63, T -2.6",
        "59, after the menopause, spotting every few weeks, T -2.2",
        "injection every 6 months, 70, T -2.5",
        "no periods for 3 years, 55, T -2.4",
        "49F perimenopausal T -3.1 no #",
    ],
)
def test_periods_of_once_and_what_else_comes_every_few_months(text: str) -> None:
    assert "premenopausal" not in clear(text, "scope")


@pytest.mark.parametrize(
    "text",
    [
        "kidney disease, they said stage 4, I am 70 T -2.6",
        "Renal function poor (stage IV), 69F, T -2.6",
        "I've a fistula in my arm for the dialysis, 70, -2.9",
        "eGFR 40 in May, kidneys now stage five, 72F",
        "kidneys at 14%, fistula made last month, 73",
    ],
)
def test_kidneys_of_the_last_stages(text: str) -> None:
    assert "severe_kidney_disease" in clear(text, "scope")


@pytest.mark.parametrize(
    "text",
    [
        "kidney cancer stage 4 in 1999, cured, 70F",
        "stage 3 kidney disease, 70F",
        "My mother had stage 5 kidneys, I'm 66 T -2.4",
        "My kidneys are fine. Breast cancer stage 4. 66F",
        "anal fistula 2010, kidneys ok, 66F T -2.4",
    ],
)
def test_other_stages_and_fistulas(text: str) -> None:
    assert "severe_kidney_disease" not in clear(text, "scope")


@pytest.mark.parametrize(
    "text",
    [
        "I did a pregnancy test and it's positive, 42, on Prolia",
        "hCG positive, 41F on denosumab",
        "two pink lines on the stick this morning, I'm 43 and on Prolia",
        "missed my period and two pink lines, on Prolia",
        "I'm having a baby in May, 40, on risedronate",
    ],
)
def test_a_test_tells_a_pregnancy(text: str) -> None:
    assert "pregnancy" in clear(text, "scope")


@pytest.mark.parametrize(
    "text", ["two lines on the covid test, T -2.6, 66", "pregnancy test was negative", "hCG positive in 1989, now 66"]
)
def test_other_tests_tell_none(text: str) -> None:
    assert "pregnancy" not in [finding.value for finding in found(text, "scope")]


def test_two_lines_on_a_test_without_an_age_are_asked() -> None:
    assert asked("two lines on the test, and I'm on Prolia", "scope") == [("uncertain", [])]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("My girl, 14, keeps asking about my bones. I'm 46, T -2.4", 46),
        ("my boy (11) tripped me and I broke my wrist. I'm 52, T -2", 52),
        ("My son, 7, keeps asking about my bones. I'm 66, T -2.4", 66),
    ],
)
def test_the_age_of_the_writers_child_is_not_hers(text: str, age: int) -> None:
    assert clear(text, "age") == [age]


def test_the_change_under_way_is_not_the_change_past() -> None:
    assert [finding.value for finding in heard("50, going through the change, T -2").of("menopause")] == ["peri"]
