"""Speak as to a patient, or as to a clinician."""

from __future__ import annotations

from actions.base import Skill
from actions.turn import Turn
from answers.register import CLINICIAN, PATIENT, Audience
from answers.talk import status


class ToClinician(Skill):
    """Clinician wording from now on."""

    action = "action_to_clinician"

    def answer(self, turn: Turn) -> None:
        """Switch."""
        _switch(turn, CLINICIAN)


class ToPatient(Skill):
    """Plain wording from now on."""

    action = "action_to_patient"

    def answer(self, turn: Turn) -> None:
        """Switch."""
        _switch(turn, PATIENT)


def _switch(turn: Turn, register: Audience) -> None:
    """Take the register as chosen; the last decision then follows in it."""
    turn.audience = register
    turn.dialogue.audience_chosen = True
    turn.dialogue.greeted = True
    turn.say(status(register, register, key="switched"))
