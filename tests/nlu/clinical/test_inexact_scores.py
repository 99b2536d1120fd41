"""T-scores told without an exact value, of the wrong place or the other score are asked; what only sums up is not."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

ASKED = [
    # A digit that cannot be read.
    ("T -2.x, last digit illegible on the fax", "range"),
    ("T -2.? on the fax", "range"),
    ("Spine T -2,x", "range"),
    ("72F NOF #, T -1.X FN", "range"),
    ("T-score -3.something illegible", "range"),
    ("T -2.4, last digit smudged", "range"),
    ("my score is -2, can't read the digit after the point", "range"),
    ("hip -1.9, spine -2.?", "range"),
    ("spine -2.9, hip -2.x", "range"),
    ("T score -3.-- illegible", "range"),
    ("T -2.4? can't read it well", "range"),
    # Not quite reached or just passed.
    ("My score's nearly -3 I think. Nearly 3 anyhow, minus.", "range"),
    ("almost -2.5", "range"),
    ("T just under -3", "range"),
    ("my T-score is just short of -3", "range"),
    ("T close to -3, I'm 66", "range"),
    ("T a shade below -2", "range"),
    ("it's not quite -3", "range"),
    ("my score is nearly minus three", "range"),
    ("T-score -2.5 or just under", "range"),
    ("T -3, not quite", "range"),
    ("tscore somewhere round -2, bit more or bit less", "range"),
    ("spine nearly -3, hip -1.9", "range"),
    ("only just past -2", "range"),
    ("T-score's almost hit -3", "range"),
    # Rounded to a limit of the table.
    ("T about -3, no fracture, 67", "range"),
    ("in the region of minus two, I'd say", "range"),
    ("LS T ~ -2.0, wrist #, 70F", "range"),
    ("T-score -3 or so", "range"),
    # Two papers on the same scan.
    ("Letter: hip -2.4. The printed report says -1.9 for the same scan", "contradiction"),
    ("my T is -2.4 in the app but the e-mail from the clinic says -1.4", "contradiction"),
    # No place that counts.
    ("the forearm one said -2.6", "peripheral_site"),
    ("the arm scan was -2.6", "peripheral_site"),
    ("the wrist one came out at -2.6", "peripheral_site"),
    ("forearm T -2.6 only", "peripheral_site"),
    # T or Z.
    ("My printout says 'score -2.1' but not whether T or Z", "z_score"),
    ("My printout says 'score -2.1' but not whether T or Z. I am 69, I broke the wrist.", "z_score"),
    ("score -2.1, not sure if that's the T or the Z score", "z_score"),
    ("It only says -1.8, doesn't say T or Z", "z_score"),
    ("My T-score is -2.1, or is that the Z?", "z_score"),
    ("score is -2.5 (T? Z?)", "z_score"),
    ("my score is -2.5, T/Z not stated", "z_score"),
    ("score -2.9 but it might be the Z-score", "z_score"),
    # No summary of what stands beside it.
    ("All below -2 (LS -1.3, FN -1.6)", "contradiction"),
    ("Spine above -1, hip -0.9", "range"),
    ("One letter says -2.2, the other letter says -1.8", "contradiction"),
    ("lowest was -2.2, then -2.9", "contradiction"),
]


@pytest.mark.parametrize(("text", "reason"), ASKED)
def test_what_is_not_exact_is_asked(text: str, reason: str) -> None:
    assert [each for each, _ in asked(text, "t_score")] == [reason]
    assert not clear(text, "t_score")
    assert not found(text, "number")


@pytest.mark.parametrize(
    "text",
    [
        "spine -2.0, could be -1.8, I only saw it for a second",
        "FN -3, might have been -2.7",
        "T -2.1, or it may have been about -1.9",
    ],
)
def test_a_value_that_may_as_well_be_another_is_asked(text: str) -> None:
    assert {"range", "contradiction"} & {reason for reason, _ in asked(text, "t_score")}
    assert "t_score" not in heard(text).facts()


READ = [
    ("T about -2.7", "-2.7"),
    ("T roughly -2.2", "-2.2"),
    ("-2.4 or thereabouts", "-2.4"),
    ("L3 -2.9, L4 -2.4, LS total -2.6", "-2.6"),
    ("T -2.3 lumbar spine (L1 -2.0, L3 -2.8)", "-2.3"),
    ("-1.95 for L1-L4, L3 on its own -2.2", "-1.95"),
    ("spine -2.4 hip -2.6 age 65", "-2.6"),
    ("hip -2.2 Nothing broken", "-2.2"),
    ("LS -1.8 FN -2.7 menopause at 49", "-2.7"),
    ("wrist #, -2.2 FRAX 18%", "-2.2"),
    ("broke my ankle, -2.1 coffee drinker, thin", "-2.1"),
    ("around -2.4", "-2.4"),
    ("T -2.5?", "-2.5"),
    ("T -3. Something else: I fell", "-3"),
    ("T -3, ?osteoporosis", "-3"),
    ("T -3. X-ray normal", "-3"),
    ("-2.5, almost 70 years old", "-2.5"),
    ("I'm nearly 70, T -2.5", "-2.5"),
    ("spine -3.2, hip nearly -3", "-3.2"),
    ("spine -3.4, hip -2.x", "-3.4"),
    ("Spine -1.5, hip -1.3, and the forearm one said -2.6", "-1.5"),
    ("hip one -1.3, spine one -1.5, wrist one -2.6", "-1.5"),
    ("Hip -1.2, spine -1.9 and the arm scan came out at -3.1", "-1.9"),
    ("Spine -1.5, forearm gave -3.3", "-1.5"),
    ("spine -1.1, -2.8 in the arm", "-1.1"),
    ("the one from my arm was -2.9, spine -1.4", "-1.4"),
    ("the radius was worst at -2.9, hip -1.2, spine -1.6", "-1.6"),
    ("65F wrist, lowest T -2.6, hip -1.9", "-2.6"),
    ("I hurt my arm, -2.6, hip -1.9", "-2.6"),
    ("I broke my arm. Score -2.5, hip -1.2", "-2.5"),
    ("T-score -2.1. Do you go by T or Z?", "-2.1"),
    ("T -2.1, I don't know what a Z score is", "-2.1"),
    ("T -2.1, Z -1.4 but I'm not sure about the Z", "-2.1"),
    ("Lowest T score was -2.2, the other two about -1.8", "-2.2"),
    ("-2.2 at the spine, the other one -1.8", "-2.2"),
    ("worst was -2.9, others -1.1 and -1.4", "-2.9"),
    ("spine -1.8, neck of hip -2.1, whole hip -1.4", "-2.1"),
    ("lumbar -2.0, hip neck -2.4, total hip -1.9", "-2.4"),
    ("All T scores above -1 (LS -0.7, FN -0.9)", "-0.9"),
    ("Nothing below -1: spine -0.5, hip -0.8", "-0.8"),
    ("All below -2 (LS -2.3, FN -2.6)", "-2.6"),
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_an_exact_value_beside_such_words_is_read(text: str, value: str) -> None:
    assert clear(text, "t_score") == [value]
    assert heard(text).facts()["t_score"] == value


@pytest.mark.parametrize(
    "text",
    ["my lenses are -2.5 dioptres, hip fracture at 70", "hip #, glasses -3.5 sphere", "FN changed -2.5 per year"],
)
def test_a_decimal_of_something_else_is_no_score(text: str) -> None:
    assert clear(text, "t_score") == []
