"""What is said to somebody who tells of two patients at once. Never predicted: see `actions.several`."""

from __future__ import annotations

from actions.base import Skill
from actions.turn import Turn
from answers.talk import talk


class OnePatient(Skill):
    """Two patients in one message."""

    action = "action_one_patient"
    intent = "inform"
    listens = False
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Ask for one at a time."""
        turn.say(talk("one_patient", turn.audience))
