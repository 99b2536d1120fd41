"""What is said to somebody who tells of two patients. Never predicted: see `actions.several` and `actions.labelled`."""

from __future__ import annotations

from actions.base import Skill
from actions.turn import Turn
from answers.talk import talk


class OtherPatient(Skill):
    """A patient of another label than the one whose case it is."""

    action = "action_other_patient"
    intent = "inform"
    listens = False
    has_last_word = True
    resumes = False
    answers_outside_scope = True

    def __init__(self, is_put_aside: bool = False) -> None:
        """:param is_put_aside: her case is the one before, which can be brought back."""
        self._is_put_aside = is_put_aside

    def answer(self, turn: Turn) -> None:
        """Say that nothing was taken."""
        turn.say(talk("other_patient_undo" if self._is_put_aside else "other_patient", turn.audience))


class OnePatient(Skill):
    """Two patients in one message."""

    action = "action_one_patient"
    intent = "inform"
    listens = False
    has_last_word = True
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Ask for one at a time."""
        turn.say(talk("one_patient", turn.audience))
