"""The first contact: say what this is, and find the register in which to speak."""

from __future__ import annotations

from actions.turn import Turn
from answers.register import CLINICIAN
from answers.talk import introduction, talk

TO_CLINICIAN = "to_clinician"
"""The intent of somebody who says at once that she is a clinician."""


def adopt_register(turn: Turn) -> None:
    """Speak as to a clinician once somebody writes like one, unless a register was chosen.

    Patient words that a clinician asked for, to forward them, are no choice for her next case.
    """
    is_open = turn.dialogue.forwarded or not turn.dialogue.audience_chosen
    if is_open and turn.reading.get("register") == CLINICIAN:
        turn.audience = CLINICIAN
        turn.dialogue.forwarded = False


def introduce(turn: Turn) -> None:
    """Say once, before anything else, that this is an automatic assistant; a clinician reads it below the answer."""
    if turn.dialogue.greeted:
        return
    turn.dialogue.greeted = turn.is_first = True
    if turn.intent == TO_CLINICIAN:
        turn.say(talk("introduction", CLINICIAN))
    elif turn.audience != CLINICIAN:
        turn.say(introduction(alone=False))
