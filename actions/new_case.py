"""A clinician's new case line starts a new case by itself, so that two cases are never mixed.

A line is a new case when it holds two facts or more, among them an age, or when it is a whole case (fracture and T-score)
that contradicts or repeats what is known. Not so a correction ("sorry, T −3.2"), a supposition, or a line that answers the
open question and agrees with the rest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.finding import findings_of
from actions.hearing import hear
from actions.state import FACT_SLOTS, Dialogue
from actions.turn import Turn
from answers.quick_query import with_new_case
from answers.register import CLINICIAN

BROKEN = frozenset({"fracture", "fracture_sites", "vertebral_fractures"})
LEAST_FACTS = 2


def begin(turn: Turn) -> None:
    """Put the known case aside when the message is a case of its own."""
    if turn.audience != CLINICIAN or turn.dialogue.urgent or turn.dialogue.exercise:
        return
    if turn.other_patient:
        _start(turn)
        turn.dialogue.label = turn.other_patient if turn.other_patient != "other" else None
        return
    if turn.reading.get("corrects") or turn.reading.get("hypothetical"):
        return
    known = dict(turn.facts)
    for message in turn.missed:
        known = hear(findings_of(message), known).facts
    if _is_new(turn, known):
        _start(turn)


def _start(turn: Turn) -> None:
    put_aside(turn)
    turn.missed = []
    turn.is_new_case = True


def is_whole(turn: Turn) -> bool:
    """Say whether the message tells a case by itself: an age, and a fracture or a score."""
    kinds = _kinds(_told(turn))
    return "age" in kinds and bool(kinds & {"fracture", "t_score"}) and not turn.reading.get("hypothetical")


def _told(turn: Turn) -> set[str]:
    said = turn.told
    told = {name for name in said.taken if said.facts[name] is not None} | {each.fact for each in said.clarify}
    return told | said.unsure


def _kinds(told: set[str]) -> set[str]:
    return {"fracture" if name in BROKEN else name for name in told}


def _is_new(turn: Turn, known: dict[str, Any]) -> bool:
    said, told = turn.told, _told(turn)
    kinds = _kinds(told)
    if len(kinds) < LEAST_FACTS or not any(value is not None for value in known.values()):
        return False
    differs = {name for name in said.unsure if known.get(name) is not None}  # "no DXA" where there was a score
    differs |= {name for name in told if _differs(name, said.facts.get(name), known.get(name))}
    if turn.requested and (turn.requested in kinds) and not differs:
        return False
    if "age" in kinds:
        return bool(differs) or bool(kinds & {"fracture", "t_score"})
    repeats = all(known.get(name) is not None for name in told)
    return {"fracture", "t_score"} <= kinds and (bool(differs) or repeats)


def _differs(name: str, now: Any, before: Any) -> bool:
    if name == "fracture_sites":
        now, before = sorted(now or ()) or None, sorted(before or ()) or None
    return now is not None and before is not None and now != before


def put_aside(turn: Turn) -> None:
    """Clear the facts of the case, keeping them for one "undo"; the register stays."""
    before = {"facts": turn.facts, "dialogue": {**turn.dialogue.as_slot(), "undo": None}}
    turn.facts = dict.fromkeys(FACT_SLOTS)
    kept = {name: getattr(turn.dialogue, name) for name in ("audience_chosen", "explained", "consoled")}
    turn.dialogue = Dialogue(greeted=True, **kept, undo=before)
    turn.requested = None


def tell(turn: Turn) -> None:
    """Say in the first reply that a new case was begun."""
    if turn.is_new_case and turn.replies:
        first, *rest = turn.replies
        custom = {**first.custom, "new_case": True} if first.custom else None
        turn.replies = [replace(first, text=with_new_case(first), custom=custom), *rest]
