"""A break told among the facts of a case may be an old one; with a sign of the present it is taken as new."""

from __future__ import annotations

import pytest
from clinical_helpers import flags, found

AS_DATA = [
    "I'm 65 and I had a bit of a fall and cracked a bone in my spine, T12",
    "My mother is 83, she fell in the nursing home and cracked her pelvis, nobody did a scan",
    "I had a fall in the garden and cracked my hip, T-score -2.1, I'm 77",
    "My wife is 75, tripped in the yard and cracked her pelvis. T-score -1.9. She can't have the tablets again",
]

AS_NEW = [
    "My mother is 83, she fell and cracked her pelvis, she can't get up",
    "I'm 65, I just fell and cracked my hip",
    "I'm 77, fell in the garden this morning and cracked my hip",
    "I'm 77, fell in the garden and cracked my hip, what should I do",
    "My wife is 75, tripped in the yard and cracked her pelvis. She can't have her weight on it",
    "I fell in the garden and cracked my hip",
    "I'm 70, I fell on the stairs and cracked my hip, the pain is bad",
]


@pytest.mark.parametrize("text", AS_DATA)
def test_a_break_told_as_data_is_asked_for_its_time(text: str) -> None:
    assert [(each.certainty, each.reason) for each in found(text, "red_flag")] == [("ask", "when")]


@pytest.mark.parametrize("text", AS_NEW)
def test_a_break_with_a_sign_of_now_or_nothing_else_beside_it_alarms(text: str) -> None:
    assert flags(text)
    assert all(each.certainty == "clear" for each in found(text, "red_flag"))
