"""Which words on how it happened belong to a fracture."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.energy import Energy
from nlu.clinical.fractures.links import Link


def is_open(analysis: Analysis, link: Link, energies: list[Energy]) -> bool:
    """True where the words on how this fracture came about leave its energy open."""
    own = nearest_energy(analysis, link, energies)
    return own is not None and own.high is None


_BRACKET = re.compile(r"\(([^()]*)$")


def _may_be_of(analysis: Analysis, energy: Energy, link: Link) -> bool:
    """False for another bone than the one before the bracket: "wrist (1998, ice), ribs x2 (2015)"."""
    opened = _BRACKET.search(analysis.plain, 0, energy.start)
    if opened is None or link.start > opened.start():
        return opened is None or link.start < analysis.plain.find(")", energy.start)
    return not analysis.between(link.end, opened.start()).strip()


def nearest_energy(analysis: Analysis, link: Link, energies: list[Energy]) -> Energy | None:
    """Return the words on how the fracture of `link` came about: the nearest, in its sentence or one beside it."""
    sentence = analysis.sentence_index(link.start)
    near = [
        e for e in energies if abs(analysis.sentence_index(e.start) - sentence) <= 1 and _may_be_of(analysis, e, link)
    ]
    return min(
        near,
        key=lambda e: (analysis.sentence_index(e.start) != sentence, abs(e.start - link.start)),
        default=None,
    )
