"""An alarm in its own words again, see `actions.after_alarm`. Never predicted."""

from __future__ import annotations

from typing import Optional

from actions import named
from actions.base import Skill
from actions.turn import Turn
from answers.urgent import urgent_message


class AlarmAgain(Skill):
    """A question about what an alarm said to do."""

    action = "action_alarm_again"
    works_in_danger = True
    answers_outside_scope = True

    def __init__(self, flag: Optional[str] = None) -> None:
        self._flag = flag

    def answer(self, turn: Turn) -> None:
        """Say what to do; an alarm that she has ended stays ended, and nothing is asked in this turn."""
        if self._flag is None:
            return
        is_ended = turn.dialogue.urgent is None
        turn.say(urgent_message(self._flag, turn.audience, named.drugs_spoken_of(turn), goes_on=is_ended))
        turn.is_over = True
