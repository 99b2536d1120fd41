"""A first word of comfort for somebody who is afraid, once; what she asked is answered all the same."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from actions.turn import Turn
from answers.limits import MOST_MESSAGES, MOST_WORDS, words
from answers.message import Message
from answers.register import PATIENT
from answers.strings import theme

if TYPE_CHECKING:
    from actions.base import Skill


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or a question back where a person says that she is afraid and no more."""
    from actions.skills.smalltalk import AskFear  # it imports the course of the turn, which imports this

    if turn.audience != PATIENT or turn.dialogue.exercise or turn.findings or turn.intent in ALARMS:
        return skill
    return AskFear() if re.fullmatch(theme("talk")["fear_alone_words"], turn.text.strip(), re.IGNORECASE) else skill


ALARMS = ("red_flag", "self_harm")


def tell(turn: Turn) -> None:
    """Put one calm sentence before the answer to a message that tells of fear."""
    if turn.audience != PATIENT or turn.dialogue.urgent or turn.dialogue.comforted or turn.dialogue.exercise:
        return
    said = theme("talk")
    if not turn.replies or not re.search(said["fear_words"], turn.text, re.IGNORECASE):
        return
    turn.dialogue.comforted = True
    place = int(turn.is_first and len(turn.replies) > 1)
    for at in (place, 0):
        first = turn.replies[at]
        text = (
            f"{said[PATIENT]['comfort']} {first.text}" if at == place else f"{first.text}\n{said[PATIENT]['comfort']}"
        )
        if words(text) <= MOST_WORDS:
            turn.replies[at] = replace(first, text=text)
            return
    if len(turn.replies) < MOST_MESSAGES:
        turn.replies.insert(place, Message(said[PATIENT]["comfort"]))
