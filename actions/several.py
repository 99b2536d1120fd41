"""Two patients in one message: none of it is taken, and the person is asked for one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.mentions import most_urgent
from actions.turn import Turn

if TYPE_CHECKING:
    from actions.base import Skill


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one that asks for one patient; a danger sign goes first."""
    from actions.skills.several import OnePatient  # it imports the course of the turn, which imports this

    if not turn.reading.get("several") or turn.has_own_course or most_urgent(turn.findings):
        return skill
    turn.intent = OnePatient.intent
    return OnePatient()
