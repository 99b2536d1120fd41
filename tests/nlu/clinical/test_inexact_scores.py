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


READ = [
    ("T about -2.7", "-2.7"),
    ("T roughly -2.2", "-2.2"),
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
