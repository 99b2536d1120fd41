"""Which of several danger signs is told first."""

from __future__ import annotations

import pytest

from actions.finding import Finding
from actions.mentions import also_urgent, most_urgent


def _findings(*flags: str) -> list[Finding]:
    return [Finding("red_flag", flag, flag, "clear", "present", "", ()) for flag in flags]


@pytest.mark.parametrize(
    ("flags", "first"),
    [
        (("stop_denosumab", "late_denosumab"), "late_denosumab"),
        (("late_denosumab", "new_back_pain"), "new_back_pain"),
        (("stop_denosumab", "jaw", "stroke"), "stroke"),
        (("severe_bone_pain", "stop_denosumab"), "stop_denosumab"),
    ],
)
def test_the_most_urgent_comes_first_and_a_late_dose_before_the_wish_to_stop(
    flags: tuple[str, ...], first: str
) -> None:
    assert most_urgent(_findings(*flags)) == first


def test_beside_a_symptom_a_late_dose_is_told_rather_than_the_wish_to_stop() -> None:
    assert (
        also_urgent(_findings("stop_denosumab", "new_back_pain", "late_denosumab"), "new_back_pain") == "late_denosumab"
    )


def test_beside_an_emergency_no_dose_is_told() -> None:
    assert also_urgent(_findings("stroke", "late_denosumab"), "stroke") is None
