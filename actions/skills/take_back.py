"""What was noted in error is taken back, one thing at a time."""

from __future__ import annotations

from collections.abc import Sequence

from actions.base import Skill
from actions.turn import Turn
from answers.take_back import taken_back_message, which_message


class TakeBack(Skill):
    """Say what was taken out of the notes. Never predicted: see `actions.take_back`."""

    action = "action_take_back"
    works_in_danger = True
    answers_outside_scope = True

    def __init__(self, names: Sequence[str] = ()) -> None:
        """:param names: what was taken back, in words."""
        self._names = names

    def answer(self, turn: Turn) -> None:
        """Say which."""
        turn.say(taken_back_message(self._names, turn.audience))


class WhichToTakeBack(Skill):
    """It is not said what shall go, or it is not noted: nothing is deleted. Never predicted."""

    action = "action_which_to_take_back"
    works_in_danger = True
    answers_outside_scope = True
    resumes = False

    def __init__(self, is_named: bool = False) -> None:
        """:param is_named: the message names something, which is not noted."""
        self._is_named = is_named

    def answer(self, turn: Turn) -> None:
        """Ask which."""
        turn.say(which_message(self._is_named, turn.audience))
