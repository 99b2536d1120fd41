"""A number as a picture made of signs, for channels that show text only: rows of ● and ○, with the counts in figures.

The same cards have one as have an icon array, with the same titles and counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from answers.icon_array import IconArray, Panel, icon_array
from answers.register import Audience
from answers.strings import theme
from knowledge.records import NumberRecord

SIGNS = 100
"""Signs of one group: each stands for a hundredth of the people."""
IN_A_ROW = 20
HAD, PART, NOT = "●", "◐", "○"


def picture(card: NumberRecord, audience: Audience) -> str:
    """Return rows of signs for each group, with the counts in figures and a key; empty for a card without a picture.

    Nothing depends on colour: the signs differ in shape, and every count stands beside them.
    """
    array = icon_array(card, audience)
    if array is None:
        return ""
    said = theme("numbers")[audience]
    lines = [line for panel in array.panels for line in _drawn(panel, array, said)]
    return "\n".join([*lines, said["key"].format(unit=array.per // SIGNS)])


def _drawn(panel: Panel, array: IconArray, said: Mapping[str, Any]) -> Iterator[str]:
    shown = [part for part in panel.parts if part.mark != "not"]
    counted = sum(part.count for part in shown)
    count = said["count"].format(had=f"{counted:,}", per=f"{array.per:,}")
    yield f"{panel.title}: {count}" if panel.title else shown[-1].label
    signs = signs_of(counted, array.per)
    for start in range(0, SIGNS, IN_A_ROW):
        yield signs[start : start + IN_A_ROW]


def signs_of(count: int, per: int) -> str:
    """Return a hundred signs: a full one for each whole hundredth of the people, a half one for what is left of one."""
    full, rest = divmod(count * SIGNS, per)
    return (HAD * full + (PART if rest else "")).ljust(SIGNS, NOT)
