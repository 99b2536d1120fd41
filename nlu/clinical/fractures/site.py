"""One place said to be broken: whose, when, how surely."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures import atypical
from nlu.clinical.fractures.energy import Energy
from nlu.clinical.fractures.free import freed_bone
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.lookalikes import is_lookalike
from nlu.clinical.fractures.narrowing import narrow
from nlu.clinical.fractures.own_energy import is_open
from nlu.clinical.fractures.recall import is_recalled
from nlu.clinical.fractures.ribs import rib_site
from nlu.clinical.fractures.suspicion import is_dispelled, is_doubted, is_of_something_else
from nlu.clinical.fractures.timing import happened_young
from nlu.clinical.fractures.treated import is_put_up
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership

# Broken bones that do not count whatever broke them (reading R2).
NOT_COUNTED = frozenset({"skull", "face", "cervical_spine", "upper_thoracic_spine", "hand", "foot"})

_JUST_THIS = re.compile(
    r"\b(?:no other (?:\w+\s+)?|no (?:\w+ )?|not (?:\w+ ){0,2})(?:fractures?|breaks?|broken(?: bones?)?|fractured|fx|fxs|#s?)\W+"
    r"(?:just|only|but)\s+(?:the |my |her |that |this |a )?$"
)
# "Suspected hip fracture, CT confirmed" is one.
_CONFIRMED = re.compile(
    r"[\s,;:(-]*(?:(?:was|were|is|then|since|later|now|and|but|which|on|by|the|x-?ray|xr|mri|ct|scan|imaging|it|has|"
    r"been|they)\b[\s,;:(-]*){0,5}confirmed\b"
)
# "Nearly broke my wrist", "I dreamt I broke my spine".
_HAS_NOT_HAPPENED = re.compile(
    r"\b(?:nearly|almost|very nearly|as good as|all but|could easily have|dream(?:t|ed|ing)?(?: that| of| about)?)"
    r"(?: (?:i|she|we|had|have|has|been|got|'d))*\s$"
)
_NECKS = ("hip", "cervical_spine")
_SOMEBODYS = re.compile(r"\b(?:my|her|his|their|in the|bone in|broken) $")
_TAKEN_BACK = re.compile(r"\bno\W+sorry\W+(?:it was |it's |it is )?(?:the |my |her |a )?(?:left |right )?$")
_SIGNS_AFTER = re.compile(r"\s*(?:warning\s+)?(?:signs?|symptoms?)\W*$")
_FEW_WORDS = re.compile(r"\W*(?:\w+\s+){0,2}")
_SIGNS_BEFORE = re.compile(
    r"^\W*(?:the\s+)?(?:early\s+|warning\s+)?(?:signs?|symptoms?)\s+of\s+(?:an?\s+)?(?:\w+\s+)?$"
)
_WHOLE = re.compile(
    r"\s*(?:was|is|were|are|has|had|have|did|does|do)(?:n't| not| never)(?: (?:been|actually|ever|even|really|in fact))* "
)
_PUT_ASIDE = re.compile(r"\b(?:not|pas)\s+(?:the |my |her |his |a |le |la )?$")


def read_site(
    analysis: Analysis, ownership: Ownership, link: Link, energies: list[Energy], age: int | None
) -> list[Finding]:
    span = (link.start, link.end)
    if _HAS_NOT_HAPPENED.search(analysis.before(link.break_start)):
        return []
    context = ownership.context(*_head(link))
    status = ownership.fact_status(link.place.start, link.place.end)
    if status == "present" and ownership.fact_status(link.break_start, link.break_end) != "present":
        status = ownership.fact_status(link.break_start, link.break_end)
    site, candidates = link.place.site, link.place.candidates
    if site == "rib":
        site, candidates = rib_site(analysis, link)
    if _is_some_neck(analysis, link):
        site, candidates = "", _NECKS
    site, candidates = narrow(analysis, link, site, candidates)
    value = site or None
    if status in ("family", "hypothetical"):
        return [
            analysis.finding(
                "fracture_site",
                value,
                span,
                ASK if candidates else CLEAR,
                status,
                "site_unclear" if candidates else "",
                candidates,
            )
        ]
    if context.general and not context.denied:
        return (
            [
                analysis.finding(
                    "fracture_site",
                    value,
                    span,
                    ASK,
                    "question" if context.asked else "hypothetical",
                    "general",
                    candidates,
                )
            ]
            if value
            else []
        )
    free = freed_bone(analysis, link)
    denied = context.denied or context.limited or _is_put_aside(analysis, link) or _is_whole(analysis, link)
    if free or (denied and not _is_exception(analysis, link)):
        return _absent(analysis, link, value, context.doubtful or context.limited or free == "since", candidates)
    if is_dispelled(analysis, link):
        return _absent(analysis, link, value, False, ()) if value else []
    if is_lookalike(analysis, link):
        return [analysis.finding("fracture_site", value, span, ASK, "unknown", "uncertain", (site,))]
    unsure = is_doubted(analysis, link) or (context.uncertain and not is_of_something_else(analysis, link))
    if unsure and not _CONFIRMED.match(analysis.plain, link.end):
        return [
            analysis.finding(
                "fracture_site",
                value,
                span,
                ASK,
                "unknown",
                "uncertain",
                candidates or ((site,) if site else ()),
            )
        ]
    is_asked = status == "question" and not is_put_up(analysis, link.place, energies)
    if is_asked or _is_topic(analysis, link):
        return [analysis.finding("fracture_site", value, span, ASK, "question", "question", candidates)]
    if happened_young(analysis, link, age):
        return [analysis.finding("fracture_site", value, span, ASK, "past", "before_50", candidates)]
    if atypical.is_atypical(analysis, link, candidates or (site,)):
        return [
            analysis.finding("fracture_site", atypical.THIGH, span, ASK, "past", atypical.REASON, (atypical.THIGH,))
        ]
    if candidates:
        return [analysis.finding("fracture_site", None, span, ASK, "present", "site_unclear", candidates)]
    if site not in NOT_COUNTED and is_open(analysis, link, energies):
        return [analysis.finding("fracture_site", value, span, ASK, "present", "high_energy", (site,))]
    return [analysis.finding("fracture_site", value, span, CLEAR, "present")]


def _is_some_neck(analysis: Analysis, link: Link) -> bool:
    """True for a clinician's "neck fracture", which is more often of the femur than of the spine."""
    if analysis.between(link.place.start, link.place.end) != "neck":
        return False
    broken = any(m.start == link.break_start and m.concept == "broken" for m in analysis.theme("break"))
    return not broken and not _SOMEBODYS.search(analysis.before(link.place.start, 12))


def _is_exception(analysis: Analysis, link: Link) -> bool:
    """True for "no fractures apart from my ankle" and "no other fracture, just my ankle"."""
    if is_recalled(analysis, link.place):
        return True
    before = analysis.before(link.place.start, 45)
    if link.place.start == link.break_start and (_TAKEN_BACK.search(before) or _JUST_THIS.search(before)):
        return True
    return link.place.start > link.break_end and bool(
        re.search(
            r"\b(?:apart from|except|other than|besides|aside from|bar|sauf|hormis)\b",
            analysis.between(link.break_end, link.place.start),
        )
    )


def _is_topic(analysis: Analysis, link: Link) -> bool:
    """True for "hip fracture symptoms" and "signs of a hip fracture", where the message says nothing else."""
    before, after = analysis.plain[: link.start], analysis.plain[link.end :]
    is_headed = _SIGNS_AFTER.match(after) and _FEW_WORDS.fullmatch(before)
    return bool(is_headed or _SIGNS_BEFORE.match(before))


def _is_put_aside(analysis: Analysis, link: Link) -> bool:
    """True for the hip of "my wrist, not my hip"."""
    return bool(_PUT_ASIDE.search(analysis.before(link.place.start, 15))) and not analysis.after(
        link.place.end, 6
    ).startswith(" only")


def _is_whole(analysis: Analysis, link: Link) -> bool:
    """True for "my hip was not broken": the denial stands between the place and the word for breaking."""
    return bool(_WHOLE.fullmatch(analysis.between(link.place.end, link.break_start)))


def _head(link: Link) -> tuple[int, int]:
    """Return the stretch whose context decides: the word for breaking, with the place where it comes first."""
    return min(link.break_start, link.place.start), max(link.break_end, link.place.end)


def _absent(
    analysis: Analysis, link: Link, value: str | None, doubtful: bool, candidates: tuple[str, ...]
) -> list[Finding]:
    span = (link.start, link.end)
    if value is None:
        return [analysis.finding("fracture_site", None, span, ASK, "absent", "site_unclear", candidates)]
    certainty, reason = (ASK, "limited") if doubtful else (CLEAR, "")
    return [analysis.finding("fracture_site", value, span, certainty, "absent", reason)]
