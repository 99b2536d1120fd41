"""What a patient reads is easy to read, and no message is too long, in every string of ours."""

from __future__ import annotations

from pathlib import Path

from answers.limits import MOST_WORDS
from answers.register import CLINICIAN
from answers.strings import theme
from answers.strings.measured import patient_strings
from knowledge.readability import AIM_GRADE, FEWEST_WORDS, LIMIT_GRADE, count_words, grade

STRINGS = list(patient_strings())
GRADES = {place: grade(text) for place, text in STRINGS if count_words(text) >= FEWEST_WORDS}


def test_strings_of_every_theme_are_measured() -> None:
    measured = {place.partition(".")[0] for place, _ in STRINGS}
    # A theme for clinicians alone has no string that a patient reads.
    themes = {path.stem for path in Path("answers/strings").glob("*.yml")}
    assert measured == {each for each in themes if set(theme(each)) != {CLINICIAN}}


def test_no_string_is_harder_than_grade_8() -> None:
    assert {place: value for place, value in GRADES.items() if value > LIMIT_GRADE} == {}


def test_most_strings_reach_the_aim_of_grade_6() -> None:
    assert sum(value <= AIM_GRADE for value in GRADES.values()) >= 0.85 * len(GRADES)


def test_no_string_is_longer_than_a_message() -> None:
    assert [(place, text) for place, text in STRINGS if count_words(text) > MOST_WORDS] == []


def test_a_hard_string_would_be_found() -> None:
    hard = "Pharmacological antiresorptive interventions demonstrably ameliorate vertebral fragility in postmenopausal populations."
    assert grade(hard) > LIMIT_GRADE
