"""Which bone which force broke, as an answer tells it: "the hip was the crash, the wrist a simple trip"."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.energy import Energy
from nlu.clinical.fractures.places import Place, find_places, is_measured
from nlu.clinical.model import CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern

_CLAUSE_END = re.compile(r"[.,;:!?\n]|\b(?:but|and|whereas|while|though|although|mais|et)\b")
_BIG = Pattern("forces", "big")
_SMALL = Pattern("forces", "small")
_NOT = Pattern("forces", "not")
# "And my wrist too", "both in that crash".
_SAME_ACCIDENT = re.compile(r"\b(?:too|as well|also|both|same|at the same time|then as well|likewise)\b")
# "Only the hip": the others were not.
_ONLY = re.compile(r"\b(?:just|only)\s+(?:the |my |her )?(?:left |right )?$")
_NOT_THIS = re.compile(r"^\W*(?:(?:yes|no|but|and|so)\W+)*(?:not|pas)\s+(?:the |my |her |la |le )?(?:left |right )?$")


def read_forces(analysis: Analysis, ownership: Ownership, energies: list[Energy]) -> list[Finding]:
    """Return a `site_force` for each place whose clause tells the force that broke it.

    The value is "high", "low" or "only" (a big force, and the others by none), the candidates are the sites it may be.
    """
    found = []
    for place in find_places(analysis):
        if is_measured(analysis, place) or ownership.fact_status(place.start, place.end) not in ("present", "past"):
            continue
        force = _force(analysis, place, energies)
        if force:
            span = (place.start, place.end)
            sites = place.candidates if not place.site else (place.site,)
            found.append(analysis.finding("site_force", force, span, CLEAR, "present", "", sites))
    return found


def is_of_another_day(analysis: Analysis, place: Place, energy: Energy) -> bool:
    """True for the wrist of "my hip in a car crash and my wrist last year": nothing says how that broke."""
    start, end = _clause(analysis, place)
    if not energy.high or energy.end > start or _SAME_ACCIDENT.search(analysis.plain, start, end):
        return False
    sentence = analysis.sentence(energy.start)
    end = energy.start if place.start < sentence.end else sentence.end
    return any(sentence.start <= other.start < end for other in find_places(analysis))


def is_of_one_named_again(analysis: Analysis, told: list[Place], energy: Energy) -> bool:
    """True for the crash of "ankle and wrist, but the wrist was a car crash": it tells nothing of the ankle."""
    if len({place.site for place in told}) < 2:
        return False
    last = max(place.end for place in told)
    again = [p for p in find_places(analysis) if p.start >= last and p.site in {place.site for place in told}]
    return any(_clause(analysis, place)[0] <= energy.start < _clause(analysis, place)[1] for place in again)


def _force(analysis: Analysis, place: Place, energies: list[Energy]) -> str:
    """Return "high", "only" (high, and the others not), "low", or "" where its clause says nothing of a force."""
    start, end = _clause(analysis, place)
    clause = analysis.between(start, end)
    if _NOT_THIS.match(analysis.between(start, place.start)):
        return "low"
    told = [energy.high for energy in energies if start <= energy.start < end and energy.high is not None]
    is_small = bool(_SMALL.search(clause))
    # "In an accident at home": the message itself leaves open how big it was.
    is_open = any(start <= energy.start < end and energy.high is None for energy in energies)
    is_big = True in told or (bool(_BIG.search(clause)) and not (is_small or is_open))
    if is_big and _NOT.search(clause):
        return "low"
    if is_big:
        return "only" if _ONLY.search(analysis.between(start, place.start)) else "high"
    return "low" if is_small or False in told else ""


def _clause(analysis: Analysis, place: Place) -> tuple[int, int]:
    before = [match.end() for match in _CLAUSE_END.finditer(analysis.plain, 0, place.start)]
    after = _CLAUSE_END.search(analysis.plain, place.end)
    return (before[-1] if before else 0), (after.start() if after else len(analysis.plain))
