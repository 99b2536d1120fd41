"""The end of an alarm that was none: the person says that she meant no such thing, or goes on answering."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actions.intents import ALARMS
from actions.mentions import most_urgent
from actions.never_had import says_never_had
from actions.turn import Turn
from answers.strings import theme
from answers.urgent import SELF_HARM

if TYPE_CHECKING:
    from actions.base import Skill


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one that takes the alarm back.

    Plain words that nothing of the kind was meant do so after a hint at self-harm. "I'm perfectly fine", and an answer to
    the question that was open, do only where just the sound of the words raised the alarm: a bare yes or no never does.
    A danger to the body that was read in the words stays until the person says that she is safe.
    """
    from actions.skills.misheard import Misheard  # it imports the course of the turn, which imports this

    dialogue = turn.dialogue
    if not dialogue.urgent or most_urgent(turn.findings) or not _takes_it_back(turn):
        return skill
    dialogue.urgent, dialogue.faint = None, False
    turn.intent = Misheard.intent
    return Misheard()


def _takes_it_back(turn: Turn) -> bool:
    words, is_despair = theme("urgent"), turn.dialogue.urgent == SELF_HARM
    if (is_despair or turn.dialogue.faint) and re.search(words["not_meant_words"], turn.text, re.IGNORECASE):
        return True
    if not turn.dialogue.faint or turn.intent in ALARMS:
        return False
    is_well = re.search(words["well_words"], turn.text, re.IGNORECASE) is not None
    return is_well or (is_despair and _answers(turn))


def _answers(turn: Turn) -> bool:
    """Say whether the message answers the question that was open before the alarm, in more than a yes or no."""
    if turn.requested == "bisphosphonate_problem" and says_never_had(turn.text):
        return True
    return turn.requested is not None and turn.requested in turn.told.taken
