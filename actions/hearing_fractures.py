"""Broken bones: sites add up from message to message, and are replaced when the person corrects herself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Optional

from actions.finding import Finding, as_clarification, of_kind
from answers.clarification import COUNT_NOT
from guideline.fractures import (
    NON_SEVERE,
    NOT_COUNTED_SITES,
    SEVERE_NONVERTEBRAL,
    VERTEBRA,
    class_of_site,
    class_of_sites,
)

if TYPE_CHECKING:
    from actions.hearing import Heard


BARE = "no_fracture_word"
"""Reason of a site that stands without a word for breaking; after the question for fractures it is the answer."""


def hear(heard: Heard, own: list[Finding], corrects: bool, asked: Optional[str] = None) -> None:
    """Apply what was said of fractures: sites named, sites denied, "none", a fracture without a site.

    :param asked: the fact that was asked for last
    """
    sites = [as_answer(each, asked) for each in of_kind(own, "fracture_site")]
    denied = {str(each.value) for each in sites if each.status == "absent"}
    sites = [_narrowed(each, denied) for each in sites]
    named = [str(each.value) for each in sites if each.status in ("present", "past") and each.certainty == "clear"]
    known = list(heard.facts.get("fracture_sites") or [])
    if corrects and named and not _tells_only_force(own, named, known):
        known = []
    now = [site for site in dict.fromkeys(known + named) if site not in denied or site in named]
    if named or (denied & set(known)):
        _set_sites(heard, now)
    for finding in sites:
        if _is_violent(finding) or (finding.reason in COUNT_NOT and _counted(now)):
            continue
        if finding.reason == "high_energy" and finding.value:
            now = list(dict.fromkeys([*now, str(finding.value)]))
            _set_sites(heard, now)
        if _settles_class(finding, now):
            heard.facts.update(fracture=class_of_sites(map(str, finding.candidates)), fracture_sites=None)
            heard.taken.add("fracture")
        elif finding.certainty == "ask" and finding.status != "absent" and not _is_told(finding, now):
            heard.clarify.append(
                as_clarification("high_energy" if finding.reason == "high_energy" else "fracture", finding)
            )
    for finding in of_kind(own, "fracture"):
        _hear_fracture(heard, finding, named)
    _join_count(heard)


def _narrowed(finding: Finding, denied: set[str]) -> Finding:
    """ "Coccyx, not pelvis": of the parts that it may be, those that are denied are none."""
    left = [each for each in finding.candidates if str(each) not in denied]
    if finding.reason != "site_unclear" or len(left) != 1 or len(left) == len(finding.candidates):
        return finding
    return replace(finding, value=left[0], certainty="clear", candidates=(), reason="")


def _settles_class(finding: Finding, sites: list[str]) -> bool:
    """Say whether a bone of which the part is open is of one class whatever the part ("my thigh bone")."""
    if (
        finding.reason != "site_unclear"
        or finding.certainty != "ask"
        or finding.status not in ("present", "past")
        or sites
    ):
        return False
    classes = {class_of_site(str(each)) for each in finding.candidates}
    return classes in ({SEVERE_NONVERTEBRAL}, {NON_SEVERE})


def _tells_only_force(own: list[Finding], named: list[str], known: list[str]) -> bool:
    """ "No, the wrist was a simple fall" corrects how a known bone broke, not which bones did."""
    told = {str(site) for each in of_kind(own, "site_force") for site in each.candidates}
    return set(named) <= told & set(known)


def _is_violent(finding: Finding) -> bool:
    """A big force broke this bone, and not another one of the same message: it does not count (R2; see `forces`)."""
    return finding.reason == "high_energy" and finding.status == "past"


def _is_told(finding: Finding, sites: list[str]) -> bool:
    """A bone named without a word for breaking is known as broken already; or it is the jaw, which nobody asked for."""
    return finding.reason == BARE and (_is_jaw_alone(finding) or finding.candidates[:1] in [(site,) for site in sites])


def _is_jaw_alone(finding: Finding) -> bool:
    """ "And the jaw?" asks about the drugs; nobody breaks a jaw by being weak of bone."""
    return finding.reason == BARE and "jaw" in finding.text.lower()


FRACTURE_QUESTIONS = ("fracture", "vertebral_fractures")


def as_answer(finding: Finding, asked: Optional[str]) -> Finding:
    """Return what stands without a word for breaking as told, where `asked` is a question for fractures."""
    if finding.reason != BARE or not finding.candidates or asked not in FRACTURE_QUESTIONS:
        return finding
    return replace(finding, value=finding.candidates[0], certainty="clear")


def _set_sites(heard: Heard, sites: list[str]) -> None:
    heard.facts["fracture_sites"] = sites or None
    heard.facts["fracture"] = None
    heard.taken.add("fracture_sites")
    if VERTEBRA not in sites and "vertebral_fractures" not in heard.taken:
        heard.facts["vertebral_fractures"] = None


def _hear_fracture(heard: Heard, finding: Finding, named: list[str]) -> None:
    if finding.status == "unknown":
        heard.unsure.add("fracture")
    elif finding.value == "none" and finding.certainty == "clear" and not _counted(named):
        heard.facts.update(fracture="none", fracture_sites=named or None, vertebral_fractures=None, high_energy=None)
        heard.taken.add("fracture")
    elif finding.certainty == "ask" and not named:
        heard.clarify.append(as_clarification("fracture", finding))
    elif finding.certainty == "clear" and not named and finding.value not in ("none", "unspecified"):
        heard.facts.update(fracture=finding.value, fracture_sites=None)
        heard.taken.add("fracture")


def _counted(sites: list[str]) -> bool:
    return any(site not in NOT_COUNTED_SITES for site in sites)


def _join_count(heard: Heard) -> None:
    """A number of vertebral fractures names the site too; zero of them takes it away."""
    count = heard.facts.get("vertebral_fractures")
    sites = list(heard.facts.get("fracture_sites") or [])
    if "vertebral_fractures" in heard.taken and count:
        if VERTEBRA not in sites:
            heard.facts.update(fracture_sites=[*sites, VERTEBRA], fracture=None)
    elif "vertebral_fractures" in heard.taken and count == 0 and VERTEBRA in sites:
        _set_sites(heard, [site for site in sites if site != VERTEBRA])
