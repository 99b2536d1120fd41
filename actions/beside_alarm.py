"""A question on a topic while an alarm is open that a doctor sees to today or within days: answered after the reminder.

Only an emergency and a hint at self-harm silence everything else; to leave "how late is too late?" without an answer would
send nobody to the doctor sooner. Nothing is asked, as after any alarm.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from actions.ending import EMERGENCY
from actions.turn import Turn
from answers.message import Message
from answers.urgent import UNNAMED, urgency_of

if TYPE_CHECKING:
    from actions.base import Skill


def is_answered(skill: Skill, turn: Turn) -> bool:
    """Say whether the skill may answer beside the alarm that is open; within an exercise the alarm stands alone."""
    from actions.skills.topics import TOPIC_INTENTS, Sources, TellMore, Topic  # they import the course of the turn

    flag = turn.dialogue.urgent
    if flag is None or flag == UNNAMED or turn.dialogue.exercise or urgency_of(flag) == EMERGENCY:
        return False
    if isinstance(skill, Topic):
        return turn.intent in TOPIC_INTENTS
    return isinstance(skill, (TellMore, Sources)) and turn.follows_long_answer


def answer(skill: Skill, turn: Turn, reminder: Message) -> None:
    """Say the reminder and then the answer; the quick reply that ends the pause stands below the last of both."""
    turn.say(replace(reminder, buttons=()))
    skill.answer(turn)
    last = turn.replies[-1]
    turn.replies[-1] = replace(last, buttons=(*reminder.buttons, *last.buttons))
