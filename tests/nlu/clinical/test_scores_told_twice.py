"""Scores that others comment on, round or measure again, and whose place or sign is open."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # Who only gives an opinion of it does not own it.
        ("My brother keeps telling me -2.1 is nothing. It's the spine, the hip is -1.2. I'm 63", "-2.1"),
        ("A colleague swears -2.4 is not osteoporosis. That's my back; hip -1.3", "-2.4"),
        ("My husband is convinced -3.0 is a misprint. Lumbar. Hip -1.9", "-3.0"),
        # The spine without a bad vertebra is the one that counts.
        ("L1-L4 -1.7, L2 excluded -2.2. FN -1.9", "-2.2"),
        ("Spine -2.2 (without L4: -2.8), hip -2.4", "-2.8"),
        ("T -2.9 spine, -2.4 when L1 is left out, neck -2.1", "-2.4"),
        # The exact value beside its rounding.
        ("T-score -3.0, rounded from -2.96. 70F", "-2.96"),
        ("neck -1.03, the portal rounds it to -1.0", "-1.03"),
        ("hip -2.04, rounded to -2.0 in the letter", "-2.04"),
        # Two machines, and every limit of the table on the same side of both.
        ("Two different scanners: -1.3 and -1.8 for the spine", "-1.8"),
        ("The old machine said -2.2, the new one -2.7, both for my back", "-2.7"),
        ("One clinic gave -3.1, the other -3.4, spine", "-3.4"),
        # A dash before a decimal behind a place is a sign.
        ("DXA: lumbar - 1.4, neck - 2.2", "-2.2"),
        ("L-spine - 2.1; hip - 1.1, 66F", "-2.1"),
        ("BMD neck - 2.6, spine - 1.9, total hip - 2.0", "-2.6"),
        # The next line counts nothing.
        ("76F, ankle after a trip. T -1.4\nTablets or not?", "-1.4"),
        ("T -2.6\nscans attached", "-2.6"),
        ("lumbar T only, +0.4, hips are metal", "0.4"),
    ],
)
def test_the_value_is_read(text: str, value: str) -> None:
    assert clear(text, "t_score") == [value]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "The chemist had a gadget for my heel, put it in one of those little boxes, T-score -2.7. 64",
            "peripheral_site",
        ),
        ("They put my foot in a machine at the market and it said T -2.7", "peripheral_site"),
        ("Wellness day, heel check: T -2.9", "peripheral_site"),
        ("T -2.6 but I don't know if that was the wrist or the hip", "peripheral_site"),
        ("-2.7, the letter does not tell whether spine or forearm", "peripheral_site"),
        ("T-score -2.3, it doesn't say which, back or arm", "peripheral_site"),
        # On two sides of a limit it matters which machine is right.
        ("One hospital says -1.8, the other -2.2, spine", "contradiction"),
        ("The old machine said -2.7, the new one -3.1, both for my back", "contradiction"),
        # Labels are set off by dashes here, so the sign may be lost.
        ("Age - 70, hip - 2.7, fracture - wrist", "sign_missing"),
        ("Fracture - none. Spine - 2.8", "sign_missing"),
    ],
)
def test_the_value_is_asked(text: str, reason: str) -> None:
    assert [why for why, _ in asked(text, "t_score")] == [reason]
    assert not clear(text, "t_score")


@pytest.mark.parametrize(
    "text",
    [
        "My sister has a T-score of -3.2, she told me. I have none",
        "My neighbour claims she had -3.1 on her scan",
        "I fell on my hip - 2.5 days in bed",
    ],
)
def test_no_score_of_her_own(text: str) -> None:
    assert not clear(text, "t_score")


def test_a_broken_arm_does_not_open_the_place() -> None:
    assert clear("T -2.7, not sure whether my arm needs a cast", "t_score") == ["-2.7"]
