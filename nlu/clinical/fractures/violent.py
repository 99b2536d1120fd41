"""Fractures by high energy beside others (reading R2): what does not count is put aside."""

from __future__ import annotations

from dataclasses import replace

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.energy import Energy
from nlu.clinical.fractures.forces import is_of_another_day
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.own_energy import nearest_energy
from nlu.clinical.fractures.site import NOT_COUNTED
from nlu.clinical.model import ASK, CLEAR, Finding

Told = tuple[Link, Finding]


def without_violent(analysis: Analysis, told: list[Told], energies: list[Energy]) -> tuple[list[Told], list[Energy]]:
    """Where one fracture came from high energy and another not (reading R2), keep what counts as present."""
    own = [nearest_energy(analysis, link, energies) for link, _ in told]
    apart = [
        energy is not None and is_of_another_day(analysis, link.place, energy) for (link, _), energy in zip(told, own)
    ]
    is_mixed = any(apart) and not all(apart)
    if {True, False} - {energy.high for energy in own if energy} and not is_mixed:
        violent = bool(own) and all(energy and energy.high for energy in own)
        return _without_needless(told) if violent else told, energies
    aside = [
        (link, _forced(finding, other_day) if energy and energy.high else finding)
        for (link, finding), energy, other_day in zip(told, own, apart, strict=True)
    ]
    return aside, [energy for energy in energies if energy.high is not True]


def _forced(finding: Finding, other_day: bool) -> Finding:
    """Return a fracture by high energy as one that does not count; how one of another day came about must be asked."""
    if not other_day:
        return replace(finding, status="past", certainty=ASK, reason="high_energy")
    if finding.status != "present" or finding.certainty != CLEAR or finding.value in NOT_COUNTED:
        return finding
    return replace(finding, certainty=ASK, reason="high_energy", candidates=(finding.value,))


def _without_needless(told: list[Told]) -> list[Told]:
    """Drop a part that is not plain beside a plain site where a great force broke all: none of them counts (R2)."""
    if not any(f.status == "present" and f.certainty == CLEAR for _, f in told):
        return told
    return [(link, f) for link, f in told if f.status != "present" or f.reason != "site_unclear"]


def none_beside_violent(analysis: Analysis, told: list[Told], energies: list[Energy], rest: list[Finding]) -> bool:
    """True where a great force broke all that is told, of parts that are open, and the rest is denied: none counts (R2)."""
    own = [nearest_energy(analysis, link, energies) for link, f in told if f.status == "present"]
    is_violent = bool(own) and all(energy is not None and energy.high for energy in own)
    is_open = any(f.reason == "site_unclear" for _, f in told) and all(
        f.reason == "site_unclear" for _, f in told if f.status == "present"
    )
    return is_violent and is_open and any(f.value == "none" and f.reason in ("limited", "") for f in rest)


def without_first_time(told: list[Told]) -> tuple[list[Told], set[object]]:
    """Return what was told without the bones that a big force broke once and none the other time, and those sites.

    "L1 and L2 in a crash, then T12 bending over": the vertebra of the second time counts, so its site was broken by no force.
    """
    violent = {f.value for _, f in told if _is_violent(f)}
    again = violent & {f.value for _, f in told if f.status == "present" and f.value}
    return [(link, f) for link, f in told if not (_is_violent(f) and f.value in again)], again


def _is_violent(finding: Finding) -> bool:
    return finding.status == "past" and finding.reason == "high_energy"
