"""Turns what a message says of fractures into findings."""

from __future__ import annotations

import re
from dataclasses import replace

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures import atypical
from nlu.clinical.fractures.childhood import none_since_childhood
from nlu.clinical.fractures.choices import with_choices
from nlu.clinical.fractures.contradiction import with_doubts, without_rest
from nlu.clinical.fractures.counts import lone_count, vertebral_count
from nlu.clinical.fractures.denial import is_risk, read_denial
from nlu.clinical.fractures.disputed import with_disputed_levels, with_disputes, with_open_causes, with_open_regions
from nlu.clinical.fractures.energy import Energy, find_energy
from nlu.clinical.fractures.forces import is_of_one_named_again, read_forces
from nlu.clinical.fractures.implied import implied_links
from nlu.clinical.fractures.links import Link, find_links
from nlu.clinical.fractures.pictures import clear_spine
from nlu.clinical.fractures.places import Place
from nlu.clinical.fractures.rates import without_rates
from nlu.clinical.fractures.repairs import after_repairs
from nlu.clinical.fractures.site import read_site
from nlu.clinical.fractures.struck_off import of_other_bones
from nlu.clinical.fractures.sunk import hurt_places, sunk_places
from nlu.clinical.fractures.violent import none_beside_violent, without_first_time, without_violent
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership


def read(analysis: Analysis, ownership: Ownership, age: int | None) -> list[Finding]:
    """Return the findings on fractures: sites, counts, energy, denials. `age` dates a fracture "20 years ago"."""
    links, unlinked = find_links(analysis)
    links = without_rates(analysis, links)
    all_energies = energies = [
        energy
        for energy in with_disputes(analysis, find_energy(analysis))
        if not ownership.subjects.is_other(energy.start)
    ]
    implied, lone = implied_links(analysis, links, energies)
    links = sorted([*links, *implied], key=lambda link: link.place.start)
    told = [(link, finding) for link in links for finding in read_site(analysis, ownership, link, energies, age)]
    told = with_disputed_levels(analysis, after_repairs(analysis, told))
    told = with_open_causes(analysis, with_open_regions(analysis, told))
    told = _without_doubles(analysis, with_choices(analysis, told))
    told, energies = without_violent(analysis, told, energies)
    told, again = without_first_time(told)
    told, since = none_since_childhood(analysis, told, all_energies, age)
    spine = clear_spine(analysis, ownership)
    others = since or read_denial(
        analysis, ownership, [w for w in unlinked if not any(s.start <= w.start < s.end for s in spine)]
    )
    others = of_other_bones(analysis, links, others)
    if none_beside_violent(analysis, told, energies, others):
        told = [(link, f) for link, f in told if f.status != "present"]
        others = [replace(f, certainty=CLEAR, reason="") if f.value == "none" else f for f in others]
    told = with_doubts(analysis, told, others, energies)
    others = without_rest(analysis, told, others)
    sites = _one_a_site([finding for _, finding in told])
    counts = _counts(analysis, told)
    if not told and not since:
        sites = [_lone(analysis, place) for place in lone if not ownership.subjects.is_other(place.start)]
    hurt = [*sunk_places(analysis, links), *hurt_places(analysis, links)]
    sites += [_lone(analysis, place) for place in hurt if since or told or place not in lone]
    if spine and not any(f.value == "vertebra" for f in sites):
        span = (spine[0].start, spine[0].end)
        counts.append(analysis.finding("vertebral_fractures", 0, span, CLEAR))
        sites.append(analysis.finding("fracture_site", "vertebra", span, CLEAR, "absent"))
    if any(f.status == "present" and f.certainty in (CLEAR, ASK) and f.kind == "fracture_site" for f in sites):
        # "No fractures other than my wrist" and "broke my hip, no other fracture" deny nothing as a whole.
        others = [f for f in others if f.value not in ("unspecified", "none")]
    forces = [f for f in read_forces(analysis, ownership, all_energies) if not again.issuperset(f.candidates)]
    places = [link.place for link, _ in told]
    energies = [energy for energy in energies if not is_of_one_named_again(analysis, places, energy)]
    energy = _energy(analysis, ownership, energies, _energy_matters(sites, others))
    return [*sites, *counts, *others, *forces, *energy, *atypical.cautions(analysis, told)]


def _lone(analysis: Analysis, place: Place) -> Finding:
    """Ask whether a place named alone was broken, with the number said of it; it may answer an open question."""
    span = (place.start, place.end)
    count = lone_count(analysis, place)
    if count is not None:
        number, start = count
        return analysis.finding(
            "vertebral_fractures", number, (start, place.end), ASK, "present", "no_fracture_word", (number,)
        )
    if not place.site:
        return analysis.finding("fracture_site", None, span, ASK, "present", "site_unclear", place.candidates)
    return analysis.finding("fracture_site", place.site, span, ASK, "present", "no_fracture_word", (place.site,))


def _without_kind(analysis: Analysis, told: list[tuple[Link, Finding]]) -> list[tuple[Link, Finding]]:
    """Drop the "vertebral" of "C6 vertebral #" and "vertebral # T2": the level beside it says which, and it does not count."""
    levels = [link.place for link, f in told if f.value in ("cervical_spine", "upper_thoracic_spine")]

    def names_the_kind(link: Link) -> bool:
        if link.place.levels or "vert" not in analysis.between(link.place.start, link.place.end):
            return False
        return any(
            re.fullmatch(r"[\s:(#-]*(?:fractures?|fx|of|at)?[\s:(-]*", analysis.between(*_gap(link.place, level)))
            for level in levels
        )

    return [(link, f) for link, f in told if not (f.value == "vertebra" and names_the_kind(link))]


def _gap(one: Place, other: Place) -> tuple[int, int]:
    return min(one.end, other.end), max(one.start, other.start)


def _without_doubles(analysis: Analysis, told: list[tuple[Link, Finding]]) -> list[tuple[Link, Finding]]:
    """Drop a part that is not plain where the same message names the exact site ("broke my arm, the wrist")."""
    told = _without_kind(analysis, told)
    clear_present = {f.value for _, f in told if f.status == "present" and f.certainty == CLEAR}
    return [
        (link, finding)
        for link, finding in told
        if not (
            finding.value is None and finding.status == "present" and clear_present.intersection(finding.candidates)
        )
    ]


def _one_a_site(findings: list[Finding]) -> list[Finding]:
    """Keep the first finding of each site and status; a clear one goes before one to be asked."""
    kept: dict[tuple[object, str, tuple[object, ...]], Finding] = {}
    for finding in findings:
        key = (finding.value, finding.status, finding.candidates if finding.value is None else ())
        if key not in kept or (kept[key].certainty == ASK and finding.certainty == CLEAR):
            kept[key] = finding
    return list(kept.values())


def _counts(analysis: Analysis, told: list[tuple[Link, Finding]]) -> list[Finding]:
    spine = [(link, f) for link, f in told if f.value == "vertebra"]
    vertebrae = [each for each in spine if each[1].status == "present"]
    vertebrae = vertebrae or [each for each in spine if each[1].status == "hypothetical"]
    if vertebrae:
        certain = all(f.certainty == CLEAR or f.reason == "high_energy" for _, f in vertebrae)
        return _counted(analysis, vertebrae, vertebrae[0][1].status, "" if certain else vertebrae[0][1].reason)
    denied = [link for link, f in spine if f.status == "absent" and f.certainty == CLEAR]
    return [analysis.finding("vertebral_fractures", 0, (link.start, link.end), CLEAR) for link in denied[:1]]


def _counted(analysis: Analysis, vertebrae: list[tuple[Link, Finding]], status: str, unsure: str) -> list[Finding]:
    """Return the number of these vertebrae; `unsure` is the reason why they themselves must be asked back, if they must."""
    counted = vertebral_count(analysis, [link for link, _ in vertebrae])
    if counted is None:
        return []
    count, reason = counted
    span = (min(link.start for link, _ in vertebrae), max(link.end for link, _ in vertebrae))
    # What is only said in general supposes nothing of the case.
    why = unsure if unsure == "general" else reason or unsure
    return [analysis.finding("vertebral_fractures", count, span, ASK if why else CLEAR, status, why)]


def _energy_matters(sites: list[Finding], others: list[Finding]) -> bool | None:
    """True with a fracture of now, False with only old or denied ones, None without any word of one."""
    if any(f.status == "present" for f in sites) or any(f.value in ("unspecified", None) for f in others):
        return True
    return False if sites or others else None


def _energy(analysis: Analysis, ownership: Ownership, energies: list[Energy], matters: bool | None) -> list[Finding]:
    found = []
    for energy in energies:
        if matters is False or (
            matters is None and (not _answers(analysis) or is_risk(analysis, energy.start, energy.end))
        ):
            continue
        status = ownership.fact_status(energy.start, energy.end)
        certainty, reason = (ASK, "high_energy") if energy.high is None else (CLEAR, "")
        candidates = (True, False) if energy.high is None else ()
        found.append(
            analysis.finding(
                "high_energy", energy.high, (energy.start, energy.end), certainty, status, reason, candidates
            )
        )
    values = {f.value for f in found if f.status == "present"}
    return found if len(values) > 1 else found[:1] + [f for f in found[1:] if f.status != "present"]


def _answers(analysis: Analysis) -> bool:
    """True where the message may answer the question how a fracture came about ("I just tripped")."""
    words = len(re.findall(r"\w+", analysis.plain))
    return words <= 14
