"""Whose case it is: the person's own, or that of a relative she asks for. The facts of two people are never mixed."""

from __future__ import annotations

from dataclasses import replace

from actions.hearing import hear
from actions.new_case import put_aside
from actions.turn import Turn
from answers.register import PATIENT
from answers.talk import talk

WRITER = "writer"
ROOM = 45
"""Words of a message to which a sentence can still be added within the sixty of one message."""


def begin(turn: Turn) -> None:
    """Put the known case aside when the message tells of another person, and note of whom it tells."""
    whose = turn.reading.get("about")
    if turn.audience != PATIENT or not whose or turn.dialogue.exercise or not hear(turn.findings, {}).anything:
        return
    now = None if whose == WRITER else str(whose)
    before = turn.dialogue.about
    if now == before:
        return
    if not turn.has_facts:
        turn.whose_case = now and talk("about_relative", turn.audience, who=now).text
    else:
        put_aside(turn)
        key = "about_other" if now else "about_writer"
        turn.whose_case = talk(key, turn.audience, who=now or before).text
    turn.dialogue.about = now


def tell(turn: Turn) -> None:
    """Say of whom the case is taken to be, in the first message that has room for it."""
    if not turn.whose_case or not turn.replies or turn.dialogue.urgent:
        return
    place = next((i for i, each in enumerate(turn.replies) if len(each.text.split()) <= ROOM), 0)
    chosen = turn.replies[place]
    turn.replies[place] = replace(chosen, text=f"{turn.whose_case} {chosen.text}")
