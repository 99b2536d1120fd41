"""Heat and sweats in everyday words: the menopause's, those of a fever, of a gym or of the weather, and those long over."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

PRESENT = [
    "still sweating through the sheets most nights",
    "I sweat through my pyjamas, 55",
    "wake up drenched",
    "I wake in a puddle of sweat",
    "soaked nightie again this morning",
    "my pillow is completely soaked every night",
    "the sweats haven't stopped",
    "these sweats just won't go away, 56",
    "I still get the sweats",
    "the night sweats have not stopped",
    "the flushes never went away",
    "boiling one minute, freezing the next",
    "sweating like a pig at 2am every night",
    "roasting in bed",
    "kicking the duvet off",
    "I'm used to the night sweats by now",
    "night sweats, I'm used to them",
    "no fever, just night sweats",
    "I get hot flushes at the gym",
    "I'm 53, drenched three nights a week",
    "I wake up drenched, and yes I exercise",
]


@pytest.mark.parametrize("text", PRESENT)
def test_heat_in_everyday_words_is_a_symptom(text: str) -> None:
    assert clear(text, "climacteric_symptoms") == [True]


@pytest.mark.parametrize(
    "text",
    [
        "a fever with chills and I wake up drenched",
        "I have a chest infection and night sweats",
        "night sweats and weight loss since May",
        "flu last week, sweating buckets at night",
        "hot one minute and cold the next since the op, temp 38.5",
        "since the chemo I am sweating through the sheets",
    ],
)
def test_sweats_beside_an_illness_are_asked(text: str) -> None:
    assert asked(text, "climacteric_symptoms") == [("unspecific", [True, False])]
    assert "climacteric_symptoms" not in heard(text).facts()


@pytest.mark.parametrize(
    "text",
    [
        "sweating at the gym",
        "drenched in sweat after zumba",
        "I was soaked by the rain",
        "boiling hot in the sauna",
        "my sheets were soaked because the hot water bottle leaked",
        "soaked sheets, my bladder is weak",
        "the heatwave leaves me sweating at night",
        "it's boiling here today",
        "boiling water burned my hand",
    ],
)
def test_heat_from_outside_tells_nothing(text: str) -> None:
    assert found(text, "climacteric_symptoms") == []


@pytest.mark.parametrize(
    "text",
    [
        "I used to wake up drenched",
        "I used to sweat through the sheets but that stopped",
        "the flushes never really stopped until I was 60",
        "hot flushes, not any more",
        "my hot flushes didn't go until last year",
        "no longer waking drenched",
        "the menopausal sweats are long over",
    ],
)
def test_heat_that_is_over_counts_as_none(text: str) -> None:
    assert [(f.value, f.status) for f in found(text, "climacteric_symptoms")] == [(False, "past")]


@pytest.mark.parametrize("text", ["my sister wakes up drenched", "do women wake up drenched at 55?"])
def test_heat_of_others_is_no_fact(text: str) -> None:
    assert "climacteric_symptoms" not in heard(text).facts()


STRONG_SWEATS = [
    "57, drenching sweats, spine -3.1, no fractures",
    "54F, sweats ++, LMP 2 yrs, T -2.6",
    "I'm 56, four years past the change, sweats pouring off me, T -2.7",
    "58F, profuse sweats, afebrile, no infection, T -2.8",
    "awful sweats day and night, T -2.6. Would HRT help me?",
    "flushes hanging on at 62, T -2.6",
]


@pytest.mark.parametrize("text", STRONG_SWEATS)
def test_strong_sweats_near_the_menopause_are_of_the_menopause(text: str) -> None:
    assert clear(text, "climacteric_symptoms") == [True]


@pytest.mark.parametrize(
    "text",
    [
        "52F, profuse sweats. Fever 38.5, T -2.6",
        "60F, drenching sweats and weight loss, T -2.6",
        "55F, T -2.9. Cough, drenching sweats, ?TB",
        "56F on tramadol, drenching sweats, T -2.4",
        "81F, sweats drenching, T -3",
        "57, sweating a lot, T -2.7",
        "59, terrible sweats, T -2.7",
        "58M, drenching sweats, T -2.9",
    ],
)
def test_sweats_that_may_have_another_cause_are_asked(text: str) -> None:
    assert clear(text, "climacteric_symptoms") == []
    assert asked(text, "climacteric_symptoms")
