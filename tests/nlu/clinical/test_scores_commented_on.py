"""T-scores beside words of other languages, comments, other people's results and machines that scan neither hip nor spine."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # Places in the words of other languages.
        ("DXA: LWS T -2.4, Hüfte -1.6. No fracture", "-2.4"),
        ("Lendenwirbelsäule -2,4, Schenkelhals -1,8, 66F no fracture", "-2.4"),
        ("T -1,4 femur, colonna -0,9. Broken clavicle", "-1.4"),
        ("T-score columna -2,6 y cadera -1,9, no fracture", "-2.6"),
        ("colonna lombare T -2.9, collo del femore T -1.2. 70F", "-2.9"),
        # The vertebra that broke is no place of the scan.
        ("72F L1 compression fx. T -1.6 spine, -2.2 hip.", "-2.2"),
        ("L2 wedge fracture: -1.6 hip, -2.3 neck", "-2.3"),
        # A comment on the exact value.
        ("LS -2.8, FN -2.92. So near -3, round it up?", "-2.92"),
        ("Spine -1.9 which is almost -2. no fractures, 66F", "-1.9"),
        ("hip -2.8. That's nearly minus three!", "-2.8"),
        ("T -2.9. Just short of -3! no fracture", "-2.9"),
        # Somebody else's result is taken back.
        ("At first they said -1.4, which was another patient's, mine is -2.6. broke wrist", "-2.6"),
        ("T -1.4 in the first letter, that was somebody else's. The right one is -2.6", "-2.6"),
        ("first letter said T -1.2 (someone else's), second says T -2.7", "-2.7"),
        ("the -1.2 wasn't mine, T-score is -2.7", "-2.7"),
        ("told T -1.2, but they'd swapped files, it's really -2.7", "-2.7"),
        # No doubt which score it is, and where it was measured.
        ("T-score -2.4 and Z-score -1.1, what is the Z?", "-2.4"),
        ("T-score -2.4, Z -1.1, which is the Z for?", "-2.4"),
        ("no fracture of the hip or spine. T-score -2.9", "-2.9"),
        ("T-score hip -2.9, no heel scan", "-2.9"),
        ("hips -2.3 either side", "-2.3"),
    ],
)
def test_the_exact_value_is_read(text: str, value: str) -> None:
    assert clear(text, "t_score") == [value]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("spine -2.4, hip nearly -3. no fracture", "range"),
        ("Lumbar -2.1 and hip approaching -3", "range"),
        ("T-score is minus two, or a hair either side. no fracture", "range"),
        ("T of roughly -3, one side or the other", "range"),
        ('report says "-1.8 and -2.3, both spine". One must be the Z, no idea which', "z_score"),
        ("my report has -1.8 and -2.4 for the spine, one is probably the Z-score", "z_score"),
        ("bone scan -2.4 and -1.1: which is the T-score and which is the Z-score I can't tell", "z_score"),
        ("They measured my heel, result T = -2,5. No measurement of spine or hip was made.", "peripheral_site"),
        ("heel scan T -2.5, hip and spine not done. no fracture", "peripheral_site"),
        ("wrist scan T -2.5, never had my hip or spine scanned", "peripheral_site"),
    ],
)
def test_the_value_is_asked(text: str, reason: str) -> None:
    assert [why for why, _ in asked(text, "t_score")] == [reason]
    assert not clear(text, "t_score")
