"""Finds the words that announce a value, and which of them a number belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.clinical.analysis import Analysis
from nlu.clinical.numbers import Number
from nlu.clinical.t_score import words


@dataclass(frozen=True)
class Announcement:
    """A word that announces a value: `t`, `scan` (weaker) or `z`."""

    kind: str
    start: int
    end: int


def announcements(analysis: Analysis) -> list[Announcement]:
    """Return the words that announce a value, in order; the stronger word wins where two overlap."""
    found: list[Announcement] = []
    patterns = (("z", words.Z_NAMED), ("t", words.NAMED), ("t", words.LETTER), ("scan", words.SCAN))
    for kind, pattern in patterns:
        for match in pattern.finditer(analysis.plain):
            if all(match.start() >= a.end or match.end() <= a.start for a in found):
                found.append(Announcement(kind, match.start(), match.end()))
    return sorted(found, key=lambda announcement: announcement.start)


def announcement_of(analysis: Analysis, number: Number, announced: list[Announcement]) -> Announcement | None:
    """Return the announcement just before the number, in its sentence or the one before it."""
    sentence = analysis.sentence_index(number.start)
    preceding = [
        a
        for a in announced
        if a.end <= number.bare_start
        and sentence - analysis.sentence_index(a.start) <= 1
        and not (a.kind == "z" and _is_closed_before(analysis, a, number))
    ]
    if not preceding:
        return _following(analysis, number, announced)
    last = preceding[-1]
    # "DXA: T-score spine" – a scan word after a named score does not weaken it.
    named = len(preceding) > 1 and preceding[-2].kind in ("t", "z")
    if last.kind == "scan" and named and analysis.sentence_index(preceding[-2].start) == sentence:
        return preceding[-2]
    return last


def _has_a_number(analysis: Analysis, announcement: Announcement) -> bool:
    """True for the Z of "-2.8 (Z -1.4)" and the T of "fx x3 T -1.6", which announce the number after them."""
    if announcement.kind == "t" and re.match(r"[\s:=]*-\d", analysis.plain[announcement.end :]):
        return True
    return announcement.kind == "z" and re.match(r"[\s:=]*[-+]?\d", analysis.plain[announcement.end :]) is not None


def _is_closed_before(analysis: Analysis, announcement: Announcement, number: Number) -> bool:
    """True for the Z of "LS -2.8 (Z -1.4), FN -3.1" and the number after the bracket."""
    value = re.match(r"[^()]*\d[^()]*\)", analysis.plain[announcement.end :])
    return value is not None and announcement.end + value.end() <= number.start


def _following(analysis: Analysis, number: Number, announced: list[Announcement]) -> Announcement | None:
    """Return the announcement right after the number ("-2.5 T-score", "2.7 is my T-score")."""
    for announcement in announced:
        if announcement.start >= number.end and not _has_a_number(analysis, announcement):
            gap = analysis.between(number.end, announcement.start)
            linked = re.fullmatch(r"\s*(?:(?:is|was|as|on|for|at)\s+)?(?:my|her|the|a|lowest)?\s*", gap)
            same = analysis.sentence_index(announcement.start) == analysis.sentence_index(number.start)
            spoken = analysis.between(announcement.start, announcement.end)
            strong = announcement.kind != "scan" or bool(linked and re.search("score|result|number|reading", spoken))
            named = strong and (linked or (number.sign and same and len(gap) < 50))
            return announcement if named else None
    return None
