"""Periods that still come, pregnancies told in weeks and short courses of steroids of years ago."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

STORY = (
    "I'm 51, my periods are all over the place, the last one might be five months ago, might be the change. "
    "Broke my wrist tripping on a cable and the T-score is -2.6."
)


@pytest.mark.parametrize(
    "text",
    [
        "im 36, two kids, periods normal",
        "44, still regular as clockwork",
        "41, cycles regular, T -2.4",
        "cycles regular",
        "still get my monthlies",
        "menses normal, 38F",
        "my periods are still regular",
        "my bleeds come every month",
        "no fractures, periods regular, 43",
        "normal cycles, 35F",
        "47 and still having a monthly bleed",
        "48F cycling monthly, spine T -2.4",
        "47yo still menstruates, wrist fracture",
        "46F, cycles still every 28 days",
        "48F menstruating normally",
    ],
)
def test_periods_that_come_as_ever_are_heard(text: str) -> None:
    assert clear(text, "scope") == ["premenopausal"]


@pytest.mark.parametrize(
    "text",
    [
        "my bowels are regular as clockwork",
        "I take it regular as clockwork, every morning",
        "62F, periods normal until 50, menopause at 51",
        "62F, periods always normal, menopause 52",
        "had regular periods before the menopause",
        "I no longer have regular periods",
        "I am not premenopausal",
        "are normal periods a sign of good bones?",
        "my mother's periods were regular",
        "I go cycling every month, 62, T -2.6",
        "70F cycling monthly with her club",
        "she was cycling monthly until 51. 66F",
        "63F on HRT, bleeds every month",
    ],
)
def test_periods_of_once_and_other_regular_things_are_not(text: str) -> None:
    assert "premenopausal" not in clear(text, "scope")


@pytest.mark.parametrize(
    "text",
    [
        "32/40 pregnant, back pain",
        "antenatal clinic, 32/40, L3 fx",
        "midwife says 34/40 and a broken vertebra",
        "28 weeks gone, hip pain",
        "I'm 20 weeks along and my back went",
        "I'm 7 months gone, back pain",
        "?pregnancy-associated osteoporosis, 30/40",
        "?pregnancy-associated osteoporosis at 31 weeks, T -3",
    ],
)
def test_a_pregnancy_in_weeks_is_heard(text: str) -> None:
    assert clear(text, "scope") == ["pregnancy"]


@pytest.mark.parametrize(
    "text",
    [
        "28 weeks gone since the fall",
        "score 32/40 on the questionnaire",
        "I'm 6 weeks post-op",
        "71F, wrist fracture, 12 weeks gone, T -2.4",
        "my last pregnancy ended at 32 weeks, T -2.4",
        "pain for 12 weeks, ?PLO",
    ],
)
def test_other_weeks_are_no_pregnancy(text: str) -> None:
    assert "pregnancy" not in clear(text, "scope")


@pytest.mark.parametrize(
    "text",
    [
        "one 5-day course of pred for asthma back in 2023",
        "short course of prednisolone years ago",
        "had a burst of prednisolone in 2019",
        "a week of steroids several years ago for my chest, now 68, T -2.6",
        "single short course of steroids in 2018, none since",
    ],
)
def test_one_short_course_of_years_ago_changes_nothing(text: str) -> None:
    assert not found(text, "scope")


@pytest.mark.parametrize("text", ["currently on pred 5 mg", "pred 5 mg daily for PMR since 2019"])
def test_steroids_that_go_on_are_out_of_scope(text: str) -> None:
    assert clear(text, "scope") == ["glucocorticoids"]


@pytest.mark.parametrize(
    "text",
    [
        "currently on a short course of pred",
        "two short courses of pred a year for COPD",
        "short course in 2019, now on prednisolone",
    ],
)
def test_short_courses_of_now_are_asked(text: str) -> None:
    assert [reason for reason, _ in asked(text, "scope")] in (["short_or_local"], ["duration"])


def test_a_change_that_may_be_the_menopause_supposes_nothing() -> None:
    facts = heard(STORY).facts()
    assert {name: facts.get(name) for name in ("age", "fracture_sites", "t_score")} == {
        "age": 51,
        "fracture_sites": ["wrist"],
        "t_score": "-2.6",
    }
    assert asked(STORY, "scope") == [("periods", ["in_scope"])]


def test_what_would_change_is_still_supposed() -> None:
    assert "t_score" not in heard("Would a T-score of -3.1 change anything?").facts()


@pytest.mark.parametrize(
    "text",
    [
        "66F, primary hyperparathyroidism (PTH 148, Ca 2.82), not for surgery. No #. T -2.9 hip",
        "71F, primary hyperparathyroidism, declined surgery",
    ],
)
def test_an_illness_that_is_left_unoperated_is_not_settled(text: str) -> None:
    assert clear(text, "scope") == ["secondary_osteoporosis"]


@pytest.mark.parametrize(
    "text",
    [
        "I take little white tablets every day for my chest, they may be steroids, I honestly don't know",
        "on something daily that is possibly prednisolone, not sure",
    ],
)
def test_a_medicine_that_may_be_a_steroid_is_asked_about(text: str) -> None:
    assert clear(text, "scope") == []
    assert asked(text, "scope")


@pytest.mark.parametrize(
    "text",
    [
        "I am 42 and I don't get my period every month",
        "my period doesn't come every month, 49",
        "I am 42, I think I will attain menopause soon",
        "48, approaching the menopause, T -2.6",
    ],
)
def test_a_menopause_to_come_is_asked_about(text: str) -> None:
    assert [each for each in heard(text).of("menopause") if each.value == "post"] == []
    assert clear(text, "scope") == []
    assert [reason for reason, _ in asked(text, "scope")] == ["periods"]
