"""A fracture told of one bone or another ("plateau vs shaft not recorded", "my hip or my pelvis"): which is asked."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.model import ASK, CLEAR, Finding

Told = tuple[Link, Finding]

_WORDS = r"(?:fractures?|fractured|fx|fxs|broken|broke|#)"
_OR = re.compile(
    rf"\W*(?:{_WORDS}\W+)?(?:or|ou|vs|versus)\b\W*"
    rf"(?:(?:else|the|my|her|his|a|an|possibly|maybe|perhaps|even|was it|it was|left|right|l|r|old|{_WORDS})\W+)*"
)
_PERHAPS = re.compile(r"\b(?:or|vs|versus)\b.*\b(?:possibly|maybe|perhaps|probably)\b", re.DOTALL)
_COMMA = re.compile(r"\s*,\s*(?:the |my |her |his |a )?(?:left |right )?")


def with_choices(analysis: Analysis, told: list[Told]) -> list[Told]:
    """Return what was told; bones of which only one broke become one finding that asks which."""
    kept: list[Told] = []
    for link, finding in told:
        group = _alternatives(analysis, kept, link, finding)
        if not group:
            kept.append((link, finding))
            continue
        kept = kept[: len(kept) - len(group)]
        kept += _joined(analysis, [*group, (link, finding)])
    return kept


def _alternatives(analysis: Analysis, kept: list[Told], link: Link, finding: Finding) -> list[Told]:
    """Return the last ones of `kept` that stand before an "or" and this one: "hip, pelvis or femur"."""
    group: list[Told] = []
    joiner, start = _OR, link.place.start
    for earlier, other in reversed(kept):
        gap = analysis.between(earlier.place.end, start)
        # In "my foot or maybe my ankle" the doubt is which of the two it was.
        is_either = other.reason == "uncertain" and _PERHAPS.search(gap) is not None
        together = _is_told(finding) and (_is_told(other) or is_either) and earlier.place.end <= start
        if not together or not joiner.fullmatch(gap):
            break
        group.insert(0, (earlier, other))
        joiner, start = _COMMA, earlier.place.start
    return group


def _is_told(finding: Finding) -> bool:
    return finding.status == "present" and (
        finding.certainty == CLEAR or finding.reason in ("site_unclear", "high_energy")
    )


def _joined(analysis: Analysis, group: list[Told]) -> list[Told]:
    sites = list(dict.fromkeys(site for _, f in group for site in ([str(f.value)] if f.value else f.candidates)))
    if len(sites) == 1:
        return group[:1]
    first, last = group[0][0], group[-1][0]
    span = (min(first.start, first.place.start), max(last.end, last.place.end))
    return [(first, analysis.finding("fracture_site", None, span, ASK, "present", "site_unclear", sites))]
