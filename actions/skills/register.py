"""Speak as to a patient, or as to a clinician."""

from __future__ import annotations

from dataclasses import replace

from actions.base import Skill
from actions.progress import give_decision
from actions.turn import Turn
from answers.limits import MOST_MESSAGES
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
        is_asked_by_clinician = turn.audience == CLINICIAN and turn.dialogue.decision is not None
        _switch(turn, PATIENT)
        if is_asked_by_clinician:
            _forward(turn)


def _forward(turn: Turn) -> None:
    """Give a clinician the answer in patient words at once, ready to forward: nothing is asked of her."""
    turn.dialogue.forwarded = True
    said = turn.replies[-1]
    first = len(turn.replies)
    give_decision(turn)
    if len(turn.replies) > MOST_MESSAGES:
        heart, last = turn.replies[first], turn.replies[-1]
        turn.replies[first] = replace(heart, text=f"{said.text}\n{heart.text}")
        turn.replies[-1] = replace(last, custom=said.custom)
        del turn.replies[first - 1]
    turn.is_over = True


def _switch(turn: Turn, register: Audience) -> None:
    """Take the register as chosen; the last decision then follows in it."""
    turn.audience = register
    turn.dialogue.forwarded = False
    turn.dialogue.audience_chosen = True
    turn.dialogue.greeted = True
    turn.say(status(register, register, key="switched"))
