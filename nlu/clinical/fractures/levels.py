"""Vertebrae by name ("T12", "L1-3", "T11/T12")."""

from __future__ import annotations

import re

# The spine in order, for ranges such as "T11-L1".
_ORDER = (
    [f"c{n}" for n in range(1, 8)]
    + [f"t{n}" for n in range(1, 13)]
    + [f"l{n}" for n in range(1, 6)]
    + [f"s{n}" for n in range(1, 6)]
)


def read_levels(written: str) -> tuple[list[str], bool]:
    """Return the vertebrae of "T12", "L1-3", "T11/T12" and whether they were given as a range."""
    parts = re.findall(r"(?P<join>-|to|through|/|,|&|a)?\s?(?P<letter>[cdlts])?-?(?P<number>\d{1,2})", written)
    levels: list[str] = []
    letter, ranged = "", False
    for join, own_letter, number in parts:
        letter = ("t" if own_letter == "d" else own_letter) or letter
        level = f"{letter}{int(number)}"
        if level not in _ORDER:
            continue
        if (
            levels
            and join in ("-", "to", "through", "a")
            and level in _ORDER
            and _ORDER.index(level) > _ORDER.index(levels[-1])
        ):
            between = _ORDER[_ORDER.index(levels[-1]) + 1 : _ORDER.index(level)]
            ranged = ranged or bool(between)
            levels += between
        levels.append(level)
    return levels, ranged


def by_site(levels: list[str]) -> dict[str, list[str]]:
    sites: dict[str, list[str]] = {}
    for level in levels:
        sites.setdefault(_site_of(level), []).append(level)
    return sites


def _site_of(level: str) -> str:
    if level.startswith("c"):
        return "cervical_spine"
    if level.startswith("s"):
        return "pelvis"
    return "upper_thoracic_spine" if level in ("t1", "t2", "t3") else "vertebra"
