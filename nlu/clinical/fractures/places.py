"""The parts of the body named in a message, as places where a bone may be broken."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.clinical import lexicon_files
from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.levels import by_site, read_levels
from nlu.clinical.patterns import Pattern
from nlu.clinical.quantities import VERTEBRAE

_RIB_NUMBERS = re.compile(r"\s*\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:,|and|&|-|to)\s*\d{1,2}(?:st|nd|rd|th)?)*(?![\d.,]\d)")


_MANY_FEET = re.compile(
    r"(?<![\w.])(?:[3-9]|\d\d|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)[\s-]f(?:ee|oo)t$"
)
_OF_A_BONE = re.compile(r" of (?:the |my |her |his )?(?:left |right |l |r )?")
_OF_A_CAR = re.compile(
    r" of (?:me|us|him|(?:the|my|our|her|his|a) (?:\w+ )?(?:car|van|truck|lorry|bus|vehicle|taxi|jeep))\b"
)
_MEASURED_AFTER = Pattern("places", "measured_after")
_MEASURED_BEFORE = Pattern("places", "measured_before")
_MEASURED_ELSEWHERE = Pattern("places", "measured_elsewhere")
_NOT_BROKEN_AFTER = Pattern("places", "not_broken_after")
_PAIN_BEFORE = Pattern("places", "pain_before")


@dataclass(frozen=True)
class Place:
    """A part of the body at plain[start:end].

    site: a site id of the contract, or "" where the part spans several; `candidates` then lists them.
    levels: the vertebrae named ("t12", "l1"), in order; ranged: they were given as a range of more than two.
    """

    start: int
    end: int
    site: str
    candidates: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    ranged: bool = False

    @property
    def is_spine(self) -> bool:
        return self.site in ("vertebra", "upper_thoracic_spine", "cervical_spine") or "vertebra" in self.candidates


def find_places(analysis: Analysis) -> list[Place]:
    """Return the places of a message, in order; where two overlap, the longer."""
    return analysis.once("places", _find_places)


def _find_places(analysis: Analysis) -> list[Place]:
    candidates = lexicon_files.load("sites")["candidates"]
    found = _levels(analysis)
    for mention in analysis.theme("site"):
        numbered = _RIB_NUMBERS.match(analysis.plain, mention.end) if mention.concept == "rib" else None
        found.append(Place(mention.start, numbered.end() if numbered else mention.end, mention.concept))
    for mention in analysis.theme("unclear"):
        if not any(p.start <= mention.start and mention.end <= p.end for p in found):
            found.append(Place(mention.start, mention.end, "", tuple(candidates[mention.concept])))
    found = [
        place
        for place in found
        if not (_is_neck_of_a_bone(analysis, place, found) or _is_length(analysis, place) or _is_rear(analysis, place))
    ]
    return sorted(_without_overlap(found), key=lambda place: place.start)


def _is_neck_of_a_bone(analysis: Analysis, place: Place, places: list[Place]) -> bool:
    """True for the neck of "metacarpal neck" and "neck of her humerus": the other bone is the place."""
    if analysis.between(place.start, place.end) != "neck":
        return False
    after = _OF_A_BONE.match(analysis.plain, place.end)
    return any(other.end == place.start - 1 or (after and after.end() == other.start) for other in places)


def _is_length(analysis: Analysis, place: Place) -> bool:
    """True for the feet of "fell ten feet"."""
    return place.site == "foot" and bool(_MANY_FEET.search(analysis.between(max(0, place.start - 12), place.end)))


def _is_rear(analysis: Analysis, place: Place) -> bool:
    """True for the back of "went into the back of me": the rear of a car."""
    return analysis.between(place.start, place.end) == "back" and bool(_OF_A_CAR.match(analysis.plain, place.end))


def _without_overlap(places: list[Place]) -> list[Place]:
    taken: set[int] = set()
    kept: list[Place] = []
    for place in sorted(places, key=lambda p: (p.start - p.end, p.start)):
        span = range(place.start, place.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(place)
    return kept


# Where a density is measured; only there may a value named before the place belong to it.
DENSITY_SITES = frozenset({"hip", "vertebra", "forearm", "wrist", ""})
_USUALLY_MEASURED = DENSITY_SITES - {"wrist"}


def is_measured(analysis: Analysis, place: Place) -> bool:
    """True where the place names the site of a density measurement ("hip -2.1")."""
    if is_scored_elsewhere(analysis, place):
        return False
    if _MEASURED_AFTER.match(analysis.plain, place.end):
        return True
    if not place.site and not {"hip", "vertebra"} & set(place.candidates):
        return False
    # "-0.7 spine, -0.9 neck": the neck behind a value is that of the femur.
    is_scanned = place.site in DENSITY_SITES or analysis.between(place.start, place.end) == "neck"
    return is_scanned and bool(_MEASURED_BEFORE.search(analysis.before(place.start, 60)))


def is_scored_elsewhere(analysis: Analysis, place: Place) -> bool:
    """True for the wrist of "wrist T -1.8 spine": the score after it is that of another place."""
    return place.site not in _USUALLY_MEASURED and bool(_MEASURED_ELSEWHERE.match(analysis.plain, place.end))


def is_only_painful(analysis: Analysis, place: Place) -> bool:
    """True where the place is said to hurt, to be replaced or the like, not to be broken."""
    return bool(_NOT_BROKEN_AFTER.match(analysis.plain, place.end) or _PAIN_BEFORE.search(analysis.before(place.start)))


def _levels(analysis: Analysis) -> list[Place]:
    found = []
    for match in VERTEBRAE.finditer(analysis.plain):
        levels, ranged = read_levels(match.group())
        for site, named in by_site(levels).items():
            found.append(Place(match.start(), match.end(), site, (), tuple(named), ranged))
    return _one_each(found)


def _one_each(places: list[Place]) -> list[Place]:
    """Where one stretch names levels of two sites ("T3-T5"), keep the counted one."""
    best: dict[int, Place] = {}
    for place in places:
        if place.start not in best or place.site == "vertebra":
            best[place.start] = place
    return list(best.values())
