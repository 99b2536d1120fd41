"""What is told in two ways ("one step or the whole flight", "T3 by one reporter and T4 by the other"): asked, not chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.energy import Energy
from nlu.clinical.fractures.levels import read_levels
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.places import Place, find_places
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.patterns import Pattern

Told = tuple[Link, Finding]

_TELLER = Pattern("disputed", "teller")
_OR_BIG, _OR_LOW = Pattern("disputed", "or_big"), Pattern("disputed", "or_low")
_BIG_OR = Pattern("disputed", "big_or")
_SET_AGAINST, _STORIES = Pattern("disputed", "set_against"), Pattern("disputed", "stories")
_WHICH_FALL, _OR = Pattern("disputed", "which_fall"), Pattern("disputed", "or")
_BETWEEN_LEVELS, _LEVEL_OPEN = Pattern("disputed", "between_levels"), Pattern("disputed", "level_open")
_REGION_OPEN, _CAUSE_OPEN = Pattern("disputed", "region_open"), Pattern("disputed", "cause_open")
_CAUSE_KNOWN = Pattern("disputed", "cause_known")
_CAUSE_REACH = 90
_HIGH_LEVEL, _COUNTED_LEVEL = "upper_thoracic_spine", "vertebra"
_SIDE = 60
_TELLERS_APART = 160


def with_disputes(analysis: Analysis, energies: list[Energy]) -> list[Energy]:
    """Return the words on how it happened; those that stand against others leave the force open."""
    disputed = {each for each in energies if _is_alternative(analysis, each)}
    beside: set[Energy] = set()
    for one, other in pairwise(energies):
        if one.high != other.high and _is_told_otherwise(analysis, one, other):
            # The bigger fall is the one to ask for.
            beside |= {each for each in (one, other) if each.high is False}
            disputed |= {each for each in (one, other) if each.high is not False}
    return [replace(each, high=None) if each in disputed else each for each in energies if each not in beside]


def _is_alternative(analysis: Analysis, energy: Energy) -> bool:
    """True for the step of "one step or the whole flight" and the trip of "not sure whether she tripped or …"."""
    after, before = analysis.after(energy.end, _SIDE), analysis.before(energy.start, _SIDE)
    if energy.high is False and (_OR_BIG.match(after) or _BIG_OR.search(before)):
        return True
    if energy.high and _OR_LOW.match(after):
        return True
    return _WHICH_FALL.search(before) is not None and _OR.match(after) is not None


def _is_told_otherwise(analysis: Analysis, one: Energy, other: Energy) -> bool:
    """True for "she only lifted the child, her husband says she came off a ladder": two stories of one bone."""
    if other.start - one.end > _TELLERS_APART:
        return False
    against = _set_against(analysis, one, other)
    # "Wrist, tripped; the notes say hip in a crash": each force has a bone of its own.
    return against is not None and not any(against <= p.start < other.start for p in find_places(analysis))


def _set_against(analysis: Analysis, one: Energy, other: Energy) -> int | None:
    """Return where the other story begins ("slipped on frost or was hit by a van"), None where there is only one."""
    teller = _TELLER.search(analysis.plain, one.end, other.start)
    if teller:
        return teller.end()
    first, last = analysis.sentence_index(one.start), analysis.sentence_index(other.start)
    start, end = analysis.sentences[max(0, first - 1)].start, analysis.sentences[last].end
    is_joined = first == last and _SET_AGAINST.search(analysis.plain, one.end, other.start)
    return one.end if is_joined or _STORIES.search(analysis.plain, start, end) else None


def with_disputed_levels(analysis: Analysis, told: list[Told]) -> list[Told]:
    """Return what was told; a vertebra that is T3 for one and T4 for the other becomes one that is asked."""
    disputed = list(_disputed(analysis))
    levels = {level for place in disputed for level in place.levels}
    if not disputed or any(link.place.levels and not levels >= set(link.place.levels) for link, _ in told):
        return told
    spine = [(link, f) for link, f in told if f.value in (_HIGH_LEVEL, _COUNTED_LEVEL) and _is_plain(f)]
    if not spine:
        return told
    first = spine[0][0]
    span = (first.start, first.end)
    sites = (_HIGH_LEVEL, _COUNTED_LEVEL)
    asked = analysis.finding("fracture_site", None, span, ASK, "present", "site_unclear", sites)
    return [*(each for each in told if each not in spine), (first, asked)]


def with_open_regions(analysis: Analysis, told: list[Told]) -> list[Told]:
    """Return what was told; a vertebra "cervical or dorsal, not known" becomes one of which the region is asked."""
    is_open = _REGION_OPEN.search(analysis.plain)
    if is_open is None:
        return told
    spine = [
        (link, f)
        for link, f in told
        if not link.place.levels
        and (
            is_open.start() <= link.place.start < is_open.end()
            or (f.status in ("present", "unknown") and f.value in ("cervical_spine", _COUNTED_LEVEL))
        )
    ]
    where = analysis.sentence_index(is_open.start())
    if not any(f.value == _COUNTED_LEVEL and abs(analysis.sentence_index(k.start) - where) < 2 for k, f in spine):
        return told
    first = spine[0][0]
    sites = ("cervical_spine", _COUNTED_LEVEL)
    asked = analysis.finding("fracture_site", None, (first.start, first.end), ASK, "present", "site_unclear", sites)
    return [*(each for each in told if each not in spine), (first, asked)]


def with_open_causes(analysis: Analysis, told: list[Told]) -> list[Told]:
    """Return what was told; a fracture "benign vs metastasis" is asked, as one of a tumour is none of the table's."""
    if not is_cause_open(analysis):
        return told
    cause = _CAUSE_OPEN.search(analysis.plain)
    return [(link, _of_open_cause(f) if cause and _is_beside(analysis, link, cause.start()) else f) for link, f in told]


def is_cause_open(analysis: Analysis) -> bool:
    """True where the message weighs weak bone against a tumour, and no picture or biopsy has answered."""
    return _CAUSE_OPEN.search(analysis.plain) is not None and _CAUSE_KNOWN.search(analysis.plain) is None


def is_weighed(analysis: Analysis, start: int, end: int) -> bool:
    """True for the cancer at plain[start:end] that is set against weak bone, or cannot be excluded."""
    if not is_cause_open(analysis):
        return False
    return any(m.start() < end and start < m.end() for m in _CAUSE_OPEN.finditer(analysis.plain))


def _is_beside(analysis: Analysis, link: Link, start: int) -> bool:
    """True where the fracture stands close to these words."""
    apart = abs(analysis.sentence_index(link.start) - analysis.sentence_index(start))
    gap = analysis.between(min(link.end, start), max(link.end, start))
    return apart < 2 and len(gap) <= _CAUSE_REACH


def _of_open_cause(finding: Finding) -> Finding:
    if not _is_plain(finding) or not finding.value:
        return finding
    return replace(finding, certainty=ASK, status="unknown", reason="uncertain", candidates=(finding.value,))


def _is_plain(finding: Finding) -> bool:
    return finding.status == "present" and finding.certainty == CLEAR


def _disputed(analysis: Analysis) -> Iterable[Place]:
    """Yield the places whose levels are in doubt: two that are set against each other, or one that names both."""
    named = [place for place in find_places(analysis) if place.levels and place.is_spine]
    for one, other in pairwise(named):
        if {one.site, other.site} == {_HIGH_LEVEL, _COUNTED_LEVEL} and _is_open(analysis, one.end, other.start, other):
            yield from (one, other)
    for place in named:
        written, _ = read_levels(analysis.between(place.start, place.end))
        if written == ["t3", "t4"] and _LEVEL_OPEN.search(_around(analysis, place)):
            yield replace(place, levels=("t3", "t4"))


def _is_open(analysis: Analysis, start: int, end: int, last: Place) -> bool:
    if end - start > _SIDE or analysis.sentence_index(start) != analysis.sentence_index(end):
        return False
    return bool(_BETWEEN_LEVELS.search(analysis.plain, start, end) or _LEVEL_OPEN.search(_around(analysis, last)))


def _around(analysis: Analysis, place: Place) -> str:
    sentence = analysis.sentence(place.start)
    return analysis.between(sentence.start, sentence.end)
