"""Whom the table does not cover, told in misspelt words, by a place or in passing; and what only sounds like it."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found

MISSPELT = [
    ("72F on hemodyalisis, T -3", "severe_kidney_disease"),
    ("mum has dialisys three times a week, she is 74", "severe_kidney_disease"),
    ("70, dylasis patient, broke my wrist", "severe_kidney_disease"),
    ("66F mieloma on VRD", "cancer_or_metastases"),
    ("bone metastisis, 70F", "cancer_or_metastases"),
    ("I'm having kemotherapy, 59", "cancer_or_metastases"),
    ("limphoma under treatment, 61", "cancer_or_metastases"),
    ("I have ceoliac disease", "secondary_osteoporosis"),
    ("caeliac disease since childhood, 60", "secondary_osteoporosis"),
    ("overactive thyriod, 63", "secondary_osteoporosis"),
    ("premenapausal, 46, T -2.4", "premenopausal"),
    ("I'm pregnent, 38", "pregnancy"),
    ("on predinsolone 10 mg daily for PMR, 71", "glucocorticoids"),
]


@pytest.mark.parametrize(("text", "scope"), MISSPELT)
def test_misspelt_illnesses_are_heard(text: str, scope: str) -> None:
    assert scope in clear(text, "scope")


@pytest.mark.parametrize(
    "text", ["creatine and whey after the gym", "my doctor Clarence", "typhoid as a child", "hysterotomy", "diagnosis"]
)
def test_words_like_them_are_none(text: str) -> None:
    assert not found(text, "scope")


def test_a_slow_thyroid_is_not_taken_for_a_fast_one() -> None:
    assert not found("hypothyrodism, on levothyroxine, 66", "scope")


LOCAL_OR_OVER = [
    "steroid? only what is in my blue puffer. 70, T -2.2",
    "Only inhaled steroids for COPD, 71F, T -2.4",
    "68F budesonide inhaler, no oral steroids ever, T -2.1",
    "just a steroid nasal spray for hay fever, 64, hip -2.3",
    "my only steroid is a cream for eczema, 66",
    "dexamethasone eye drops after the cataract, 72, T -2.6",
    "betamethasone ointment on my hands, 69",
    "pred 30mg 5/7 for chest infection last winter, completed. 66F",
    "took a 5-day burst of prednisone last March, 70, T -2.2",
    "my GP gave me 7 days of prednisolone for a bad cough, 70",
    "70F, h/o prednisolone 40 mg daily for 5 days, once",
]


@pytest.mark.parametrize("text", LOCAL_OR_OVER)
def test_local_steroids_and_some_days_of_them_leave_the_case_in_the_table(text: str) -> None:
    assert "glucocorticoids" not in [finding.value for finding in found(text, "scope")]


STILL_OPEN = [
    "I use a steroid inhaler, 66",
    "prednisolone 5 mg daily for PMR, inhaler only when needed",
    "I take steroids but only use the puffer when wheezy",
    "steroids for my joints and just a nasal spray",
    "I take prednisolone and a cream for eczema",
    "pred 5 mg, had 5 days of antibiotics last winter, 70F",
    "pred 5 mg, in hospital for 5 days last winter, 70F",
    "on prednisolone, day 5 of 7",
    "had 5 days of pred so far",
    "three 5-day courses of pred last winter",
    "steroid tablets only, 5 mg, 70F",
]


@pytest.mark.parametrize("text", STILL_OPEN)
def test_steroids_that_may_be_more_than_that_are_not_passed_over(text: str) -> None:
    assert "glucocorticoids" in [finding.value for finding in found(text, "scope")]


IN_BONES = [
    "my bowel cancer has gone into my pelvis and two ribs, 71",
    "Breast cancer. It's now spread to her thigh bone. 68, T -2",
    "ca breast spread to L2 and L4 vertebrae, 62F",
    "mum's cancer has reached her backbone, she is 74",
    "the cancer is in her hip and her skull, she's 66",
    "renal ca with bony secondaries, 68F, T -2.9",
    "secondaries in the spine from the breast, 72F",
    "breast ca w/ mets in the pelvis, 66F",
]


@pytest.mark.parametrize("text", IN_BONES)
def test_a_cancer_that_has_gone_to_a_bone_is_heard(text: str) -> None:
    assert clear(text, "scope").count("cancer_or_metastases") == 1


NOT_IN_BONES = [
    "I had breast cancer 10 years ago and now the pain has spread to my hip and spine, 70",
    "breast cancer, it never spread to the bones, 66",
    "cancer has not spread to the spine, 70, T -2.2",
    "no bony secondaries, breast ca 2010, 70F",
    "my sister's breast cancer spread to her spine. I'm 64, T -2.6",
    "can breast cancer spread to the spine?",
    "after the cancer I went to the spine clinic, 66",
    "Ca 2.41, low reading has come back in the hip, -2.8",
    "my arthritis has spread to my hip",
]


@pytest.mark.parametrize("text", NOT_IN_BONES)
def test_other_things_that_spread_are_no_metastases(text: str) -> None:
    assert "cancer_or_metastases" not in [finding.value for finding in found(text, "scope")]


MEN = [
    "Do men get brittle bones? I'm 71, T-score -2.9",
    "Does this happen to lads as well? 70, ex-miner, broke my hip",
    "I thought only women got this. 66, two squashed vertebrae",
    "Isn't it a woman's thing? 67, T -2.8",
    "Is this just for ladies? 72, hip -2.6",
]


@pytest.mark.parametrize("text", MEN)
def test_who_asks_whether_men_get_it_is_asked_whether_he_is_one(text: str) -> None:
    assert asked(text, "scope") == [("pronoun", [])]
    assert clear(text, "sex") == []


@pytest.mark.parametrize(
    "text",
    [
        "Do men get it too?",
        "I'm a woman of 67, T -2.8. Do men get this too?",
        "Do men get this too? I'm 58, menopause at 50, T -2.6",
        "My husband wonders whether men get it too. I'm 67, T -2.8",
        "It affects more women than men, I read. I'm 70, T -2.2",
        "I was seen by a man from the clinic, 70, T -2.2",
    ],
)
def test_others_who_speak_of_men_are_not(text: str) -> None:
    assert "man" not in [finding.value for finding in found(text, "scope")]


@pytest.mark.parametrize("text", ["55F LMP 3 yrs back", "perimenopausal flushes, LMP 2 years ago, 53"])
def test_years_since_the_last_period_are_the_menopause(text: str) -> None:
    assert clear(text, "scope") == ["in_scope"]


def test_an_age_at_the_last_period_is_no_number_of_years() -> None:
    assert found("LMP 51 yrs, T -2", "years_since_menopause") == []
