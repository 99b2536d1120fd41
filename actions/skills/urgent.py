"""A danger sign that no pattern knew, or a cry for help."""

from __future__ import annotations

from actions import danger
from actions.base import Skill
from actions.turn import Turn
from answers.urgent import UNNAMED


class Urgent(Skill):
    """The message sounds like an emergency although no known red flag was found in it."""

    action = "action_urgent"

    def answer(self, turn: Turn) -> None:
        """Say whom to call."""
        danger.warn(turn, danger.flag_of(turn) or UNNAMED)  # a clinician's case statement can hold a named one
