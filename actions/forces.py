"""Which force broke which bone (reading R2): what a big force broke is left out where another bone counts.

The facts hold one force for all bones, so the dialogue remembers the force of each bone. Bones broken by a big force stay
noted, with the force, only where no other bone is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actions.finding import Finding, of_kind
from actions.turn import Turn
from answers.clarification import Clarification
from guideline.fractures import NOT_COUNTED_SITES, VERTEBRA, class_of_sites, has_severe_peripheral

HIGH, LOW, OPEN, UNTOLD = "high", "low", "open", ""
ONLY = "only"
"""A big force, and none for the other bones."""
ENERGY = "high_energy"


def left_out(turn: Turn) -> list[str]:
    """Return the bones that a big force broke and that do not count beside others."""
    counted = turn.facts["fracture_sites"] or ()
    return [site for site, force in turn.dialogue.forces.items() if force == HIGH and site not in counted]


def settle(turn: Turn) -> None:
    """Note the force of each bone that this message tells, and keep as facts the bones that count."""
    sites: list[str] = list(turn.facts["fracture_sites"] or [])
    aside = left_out(turn)
    if not sites and (not aside or turn.facts["fracture"] is not None or turn.heard.taken & {"fracture"}):
        if turn.dialogue.forces or turn.facts["fracture"] == "none":
            turn.dialogue.waits_no_more({ENERGY})
        turn.dialogue.forces = {}
        return
    denied = {str(each.value) for each in of_kind(turn.findings, "fracture_site") if each.status == "absent"}
    known = [*sites, *(site for site in aside if site not in denied)]
    known += [site for site in _violent(turn) if site not in known]
    earlier = dict(turn.dialogue.forces)
    forces = _forces(turn, known, earlier)
    if forces != earlier or ENERGY in turn.heard.taken:
        _note(turn, forces, aside)


def _forces(turn: Turn, known: list[str], earlier: dict[str, str]) -> dict[str, str]:
    """Return the force of each bone by what was known and what this message tells."""
    forces = {site: earlier.get(site, UNTOLD) for site in known}
    named = _named(turn, earlier)
    forces.update({site: force for site, force in named.items() if site in forces})
    told = _told(turn, known)
    for sites, force in told:
        forces.update(dict.fromkeys(sites, HIGH if force == ONLY else force))
        if force == ONLY:
            forces.update({site: LOW for site in known if site not in sites})
    if ENERGY in turn.heard.taken and not named:
        _answer(turn.facts[ENERGY], forces, {site for sites, _ in told for site in sites})
    if HIGH in earlier.values():  # another bone of the same accident, or of another day
        forces.update({site: OPEN for site, force in named.items() if force == UNTOLD and site not in earlier})
    return forces


def _violent(turn: Turn) -> list[str]:
    """Return the bones that a big force broke, beside others in the same message that none did."""
    found = of_kind(turn.findings, "fracture_site")
    return [str(each.value) for each in found if each.reason == ENERGY and each.status == "past" and each.value]


def _named(turn: Turn, earlier: dict[str, str]) -> dict[str, str]:
    """Return the bones that the message names as broken, each with the force told there."""
    energies = {each.value for each in of_kind(turn.findings, ENERGY) if each.is_own and each.certainty == "clear"}
    general = {True: HIGH, False: LOW}.get(next(iter(energies)), UNTOLD) if len(energies) == 1 else UNTOLD
    named = {}
    for each in of_kind(turn.findings, "fracture_site"):
        if each.value is None or each.status not in ("present", "past") or _is_unsettled(each):
            continue
        if each.reason == ENERGY:
            named[str(each.value)] = HIGH if each.status == "past" else OPEN
        elif general or str(each.value) not in earlier:
            named[str(each.value)] = general
    return named


def _is_unsettled(finding: Finding) -> bool:
    return finding.certainty == "ask" and finding.reason != ENERGY


def _told(turn: Turn, known: list[str]) -> list[tuple[list[str], str]]:
    """Return what the message tells of known bones by name ("the hip was the crash"), or as the answer ("just the hip")."""
    told = []
    for finding in of_kind(turn.findings, "site_force"):
        sites = [site for site in finding.candidates if site in known]
        if len(sites) == 1:
            told.append((sites, str(finding.value)))
    bare = [str(each.candidates[0]) for each in turn.findings if each.reason == "no_fracture_word" and each.candidates]
    answered = [site for site in bare if site in known]
    if turn.requested == ENERGY and not told and answered and turn.facts[ENERGY] is not False:
        told.append((answered, ONLY))
    return told


def _answer(high: Any, forces: dict[str, str], by_name: Iterable[str]) -> None:
    """Apply a force told without a bone: to those of which it is open, else to all that are not named beside it."""
    if high is None or (by_name and not high):
        return
    others = [site for site in forces if site not in by_name]
    targets = [site for site in others if forces[site] == OPEN] or others
    if by_name and all(forces[site] == HIGH for site in targets):
        return
    forces.update(dict.fromkeys(targets, HIGH if high else LOW))


def _note(turn: Turn, forces: dict[str, str], aside: list[str]) -> None:
    """Set the facts by the force of each bone, and what must be asked or said of it."""
    turn.dialogue.forces, was_open = forces, OPEN in turn.dialogue.forces.values()
    high = [site for site, force in forces.items() if force == HIGH]
    rest = [site for site in forces if site not in high]
    if not high:
        _set(turn, rest, turn.facts[ENERGY] and None if LOW in forces.values() else turn.facts[ENERGY], forces)
    elif all(site in NOT_COUNTED_SITES for site in rest):
        _set(turn, [*rest, *high], True, forces)
    else:
        _set(turn, rest, None, forces)
        turn.set_aside = [site for site in high if site not in aside]
    waits = ENERGY in turn.dialogue.waiting
    if was_open and OPEN not in forces.values():
        turn.dialogue.waits_no_more({ENERGY})
        turn.dialogue.unsure = [each for each in turn.dialogue.unsure if each != ENERGY]
        turn.heard.taken.add(ENERGY)
    elif OPEN in forces.values() and _is_settled(forces):
        turn.dialogue.waits_no_more({ENERGY})
    elif OPEN in forces.values() and not waits and ENERGY not in turn.dialogue.unsure:
        turn.dialogue.pending.insert(0, Clarification(ENERGY, _words(turn, forces), ENERGY, (True, False)).as_dict())


def _is_settled(forces: dict[str, str]) -> bool:
    """Say whether bones broken by no big force settle the class, whatever broke those of which the force is open (R9)."""
    small = [site for site, force in forces.items() if force == LOW]
    doubted = [site for site, force in forces.items() if force == OPEN]
    if has_severe_peripheral(doubted) and not has_severe_peripheral(small):
        return False
    return class_of_sites(small) == class_of_sites([*small, *doubted])


def _set(turn: Turn, sites: list[str], high: Any, forces: dict[str, str]) -> None:
    counted = [site for site in sites if site not in NOT_COUNTED_SITES]
    if high is None and counted and all(forces[site] == LOW for site in counted):
        high = False
    turn.facts.update({"fracture_sites": sites, ENERGY: high, "fracture": None})
    if VERTEBRA not in sites:
        turn.facts["vertebral_fractures"] = None
    turn.facts["fracture"] = turn.case.fracture_class
    now = {"fracture": sites, ENERGY: high}
    corrected = [(fact, before, now.get(fact, after)) for fact, before, after in turn.heard.corrected]
    turn.heard.corrected = [each for each in corrected if each[2] not in (None, each[1])]


def _words(turn: Turn, forces: dict[str, str]) -> str:
    """Return the person's own words for the first bone of which the force is open."""
    named = (each for each in of_kind(turn.findings, "fracture_site") if forces.get(str(each.value)) == OPEN)
    return next((each.text for each in named), turn.text)
