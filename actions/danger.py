"""Red flags: they interrupt anything, and nothing is asked until the person says that she is safe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Optional

from actions import named
from actions.mentions import most_urgent
from actions.turn import Turn
from answers.register import CLINICIAN
from answers.strings import theme
from answers.urgent import SELF_HARM, reminder_message, urgent_message

if TYPE_CHECKING:
    from actions.base import Skill

GO_ON = "go_on"


def interrupts(skill: Skill, turn: Turn) -> bool:
    """Warn when the message holds a red flag, or remind of the last one; say whether the turn ends with that."""
    flag = flag_of(turn)
    if flag and turn.audience == CLINICIAN and turn.heard.taken:
        turn.flags = [flag]  # a case statement: the clinician is with the patient, and reads it beside the answer
        return False
    if flag:
        warn(turn, flag)
        return True
    if turn.dialogue.urgent and not (skill.ends_danger or skill.works_in_danger):
        has_called = re.search(theme("urgent")["called_words"], turn.text, re.IGNORECASE) is not None
        turn.say(reminder_message(turn.dialogue.urgent, turn.audience, has_called))
        return True
    return False


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one that goes on, since the person says so among other words.

    A message that tells of a danger ends no pause; after a hint at self-harm only the plain words do.
    """
    from actions.skills.inform import GoOn  # it imports the course of the turn, which imports this

    if turn.dialogue.urgent in (None, SELF_HARM) or flag_of(turn) or turn.reading.get("asks"):
        return skill
    if not re.search(theme("urgent")["go_on_words"], turn.text.strip(), re.IGNORECASE):
        return skill
    turn.intent = GO_ON
    return GoOn()


def flag_of(turn: Turn) -> Optional[str]:
    """Return the most urgent red flag that the message speaks of as the person's own, or None."""
    flag = most_urgent(turn.findings) or next(iter(named.late_flag(turn)), None)
    return flag or (SELF_HARM if turn.intent == SELF_HARM else None)


def warn(turn: Turn, flag: str) -> None:
    """Say what to do now, and stop asking."""
    turn.dialogue.urgent = flag
    turn.dialogue.faint = most_urgent(turn.findings) is None
    turn.dialogue.greeted = True
    turn.is_over = True
    turn.say(urgent_message(flag, turn.audience))
