"""Ages: the person's own, exact where it was said exactly, asked where a year may matter."""

from __future__ import annotations

from datetime import date

import pytest
from clinical_helpers import asked, clear, found, heard
from hypothesis import given
from hypothesis import strategies as st

from nlu.clinical import read

CLEAR = [
    ("change my age to 66", 66),
    ("i m 65 t score - 2.6", 65),
    ("my mother is 76", 76),
    ("my wife is 69", 69),
    ("it's for my husband, he is 74", 74),
    ("72F", 72),
    ("72 F", 72),
    ("F72", 72),
    ("F/72", 72),
    ("72/F", 72),
    ("72 y/o", 72),
    ("72yo", 72),
    ("72 yo F", 72),
    ("72 y.o. woman", 72),
    ("72-year-old", 72),
    ("a 72 year old woman", 72),
    ("72 years old", 72),
    ("72 years of age", 72),
    ("I'm 72", 72),
    ("Im 72 and broke my hip", 72),
    ("I am 72 years old", 72),
    ("i am seventy two", 72),
    ("aged seventy-two", 72),
    ("aged 72", 72),
    ("age: 72", 72),
    ("Age 72, no fractures", 72),
    ("my age is 72", 72),
    ("72 female", 72),
    ("female, 72", 72),
    ("woman of 72", 72),
    ("a lady of 81 with hip fracture", 81),
    ("58 a, fx poignet", 58),
    ("58 ans", 58),
    ("femme 72 ans", 72),
    ("j'ai soixante-douze ans", 72),
    ("femme de 63 ans", 63),
    ("quatre-vingt-deux ans", 82),
    ("72, hip fracture, T -2.7", 72),
    ("hip fracture, 72, T -2.7", 72),
    ("I turned 60 in May", 60),
    ("I've just turned 61", 61),
    ("I just hit 70", 70),
    ("I'll be 60 in May", 59),
    ("I will be 61 next month", 60),
    ("turning 66 in December", 65),
    ("I celebrated my 80th birthday in June", 80),
    ("born in 1951", 75),
    ("née en 1951", 75),
    ("DOB 12/03/1951", 75),
    ("DOB 24/12/1951", 74),
    ("date of birth 1951-03-12", 75),
    ("I was born on 3 January 1960", 66),
    ("She is 80 and broke her hip", 80),
    ("she's 80", 80),
    ("I'm 62, menopause at 50", 62),
    ("I am past the menopause, 66, my T-score is -2.1", 66),
    ("after the menopause, 55, two vertebral fractures", 55),
    ("at 45 I broke my wrist, I'm 66 now", 66),
    ("I'm 72, my mother died at 80", 72),
    ("I'm 59 and a half", 59),
    ("I'm a 67-year-old retired teacher", 67),
    ("I'm only 58", 58),
    ("I'm about 65", 65),
    ("now 69 with T -2.6", 69),
    ("72 yrs, postmenopausal", 72),
    ("７２ years old", 72),
    ("I'm 58, no wait, 59", 59),
    ("I'm 62, sorry, 71", 71),
    ("not 62 but 71 years old", 71),
    ("I am 50", 50),
    ("I'm 110", 110),
    ("my mother is 80, broke her hip, T -3: what should she do?", 80),
]


@pytest.mark.parametrize(("text", "age"), CLEAR)
def test_a_plain_age_is_read(text: str, age: int) -> None:
    assert clear(text, "age") == [age]
    assert heard(text).facts()["age"] == age


NOT_OWN = [
    "height was 165, now 160",
    "I live at 72 High Street",
    "menopause at 52",
    "at 45 I broke my wrist",
    "I broke my wrist at 58",
    "since I was 50",
    "when I was 45 I fell",
    "on it for 5 years",
    "menopause 8 years ago",
    "5 years of alendronate",
    "women over 65",
    "diagnosed at 62",
    "hysterectomy at 40",
    "my grandson is 8",
    "I weigh 58 kg",
    "70 mg weekly",
    "T -2.7",
    "I'm 5 foot 2",
    "I am 3 years post-menopause",
    "I'm 12 stone",
    "FRAX 18",
    "born to run",
    "I smoke 20 a day",
    "room 72",
    "since 1998",
    "I'm one of those people",
    "in 2019 I had a scan",
    "the 1970s were great",
    "I've a 30-year-old daughter",
    "she passed away 10 years ago",
    "",
]


@pytest.mark.parametrize("text", NOT_OWN)
def test_other_years_are_no_age(text: str) -> None:
    assert "age" not in heard(text).facts()
    assert [f for f in found(text, "age") if f.status == "present"] == []


FAMILY = [
    ("my mother broke her hip at 80; I'm 62", 62),
    ("I'm 62 and my mother is 88", 62),
    ("my sister (58) takes Fosamax, I'm 61", 61),
    ("my husband is 70. I am 66 and broke my wrist", 66),
]


@pytest.mark.parametrize(("text", "age"), FAMILY)
def test_a_relatives_age_is_never_the_persons(text: str, age: int) -> None:
    assert heard(text).facts()["age"] == age


ASKED = [
    ("I'm in my sixties", "decade", [60, 69]),
    ("in my 60s", "decade", [60, 69]),
    ("I'm in my early sixties", "decade", [60, 63]),
    ("in her late fifties", "decade", [57, 59]),
    ("mid-seventies, I am in my mid seventies", "decade", [74, 76]),
    ("an octogenarian", "decade", [80, 89]),
    ("nearly 60", "upcoming", [59, 60]),
    ("I'm almost 61", "upcoming", [60, 61]),
    ("born in 1966", "birth_year", [60, 59]),
    ("born in 1976", "birth_year", [50, 49]),
    ("I'm about 60", "about", [60, 58, 62]),
    ("I'm over 70", "range", []),
    ("65+", "range", []),
    ("I am 62. I am 71.", "contradiction", [71, 62]),
]


@pytest.mark.parametrize(
    ("text", "reason", "candidates"), [a for a in ASKED if a[0] not in ("nearly 60", "born in 1966", "65+")]
)
def test_a_vague_age_is_asked(text: str, reason: str, candidates: list[object]) -> None:
    assert asked(text, "age") == [(reason, candidates)]
    assert "age" not in heard(text).facts()


def test_a_birth_year_is_clear_only_where_both_ages_are_on_one_side_of_the_window() -> None:
    assert read("born in 1966", date(2026, 6, 1)).facts()["age"] == 59
    assert [f.reason for f in read("born in 1965", date(2026, 6, 1)).of("age")] == ["birth_year"]
    assert read("born in 1951", date(2026, 2, 1)).facts()["age"] == 74


def test_an_age_still_to_come_is_a_year_less() -> None:
    assert read("I'll be 60 in May", date(2026, 11, 22)).facts()["age"] == 59
    assert read("I turned 60 in May", date(2026, 11, 22)).facts()["age"] == 60


@pytest.mark.parametrize("text", ["I'm 150", "aged 200", "130 years old"])
def test_an_impossible_age_is_refused(text: str) -> None:
    (finding,) = found(text, "age")
    assert (finding.certainty, finding.reason) == ("reject", "out_of_range")


@pytest.mark.parametrize(
    ("text", "age"), [("I'm 16", 16), ("a 12-year-old girl with a fracture", 12), ("17F wrist fx", 17)]
)
def test_a_minor_is_out_of_scope(text: str, age: int) -> None:
    assert clear(text, "age") == [age]
    assert "minor" in clear(text, "scope")


@given(
    age=st.integers(min_value=18, max_value=110),
    shape=st.sampled_from(["{}F", "I'm {}", "I am {} years old", "aged {}", "{} y/o", "femme {} ans"]),
)
def test_every_age_is_read_as_written(age: int, shape: str) -> None:
    assert heard(shape.format(age)).facts()["age"] == age
