"""What it may mean to have become shorter. Never predicted: see `actions.care`."""

from __future__ import annotations

from actions.base import Skill
from actions.turn import Turn
from answers.care import height_message


class HeightLoss(Skill):
    """Somebody asks about a loss of height."""

    action = "action_height_loss"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say that a broken vertebra may be behind it, and who can find out."""
        turn.say(height_message(turn.audience))
