"""Whose case a clinician's message adds to, where she calls her patients by a label: "pt B: 70F, wrist #", "pt A: T now -2.9".

The facts of two patients are never mixed: a message that calls another patient than the one of the case, and is no whole
case, takes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions import new_case
from actions.finding import of_kind
from actions.intents import ALARMS, INFORM
from actions.mentions import most_urgent
from actions.turn import Turn
from answers.register import CLINICIAN

if TYPE_CHECKING:
    from actions.base import Skill

SOUND_OF_LABELS = ("to_patient", "to_clinician", "greet", "out_of_scope", "nlu_fallback")
"""What a label makes a message sound like."""
FIRST, OTHER = "1", "other"
"""What the first patient is called, and one who is only told from her."""


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one that says that this is another patient."""
    from actions.skills.several import OtherPatient  # it imports the course of the turn, which imports this

    label = str(turn.reading.get("label") or "")
    if turn.audience != CLINICIAN or not label or turn.is_command or turn.intent in ALARMS or turn.dialogue.exercise:
        return skill
    if not turn.has_facts or _is_hers(turn, label):
        turn.dialogue.label = label if label != OTHER else None
        return _hears(skill, turn)
    if new_case.is_whole(turn) and not turn.dialogue.urgent:
        turn.other_patient = label
        return _hears(skill, turn)
    if most_urgent(turn.findings) or turn.dialogue.urgent:
        turn.read_as(of_kind(turn.findings, "red_flag"))  # the danger is told, whoever is in it
        return skill
    if turn.intent.startswith("ask_") and not turn.told.anything and not turn.told.mentions:
        return skill
    turn.intent = OtherPatient.intent
    return OtherPatient(is_put_aside=_was_before(turn, label))


def _hears(skill: Skill, turn: Turn) -> Skill:
    """ "Patient 1: T -2.9" tells a fact; it wants no words for patients."""
    from actions.skills.inform import Inform

    if turn.intent not in SOUND_OF_LABELS or not turn.told.anything:
        return skill
    turn.intent = INFORM
    return Inform()


def _is_hers(turn: Turn, label: str) -> bool:
    """Say whether the label is that of the patient whose case it is; the only one so far may be called the first later."""
    known = turn.dialogue.label
    return label == known or (known is None and label == FIRST and not turn.dialogue.undo)


def _was_before(turn: Turn, label: str) -> bool:
    """Say whether the case that was put aside last is of the patient of that label, so that it can be brought back."""
    before = (turn.dialogue.undo or {}).get("dialogue") or {}
    return bool(turn.dialogue.undo) and (label == OTHER or label == (before.get("label") or FIRST))
