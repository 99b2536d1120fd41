"""Red flags: they interrupt anything, and nothing is asked until the person says that she is safe."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Optional

from actions import after_alarm, beside_alarm, named
from actions.ending import PROMISED, SAFE, asks_if_safe, ending
from actions.mentions import also_urgent, most_urgent
from actions.turn import Turn
from answers.message import Message
from answers.quick_query import flags_first
from answers.register import CLINICIAN
from answers.strings import theme
from answers.talk import talk
from answers.urgent import SELF_HARM, calm_message, perhaps_message, reminder_message, urgent_message

if TYPE_CHECKING:
    from actions.base import Skill

GO_ON, ALARM, INFORM = "go_on", "red_flag", "inform"


def interrupts(skill: Skill, turn: Turn) -> bool:
    """Warn when the message holds a red flag, or remind of the last one; say whether the turn ends with that."""
    flag = flag_of(turn)
    turn.dialogue.perhaps = None if flag else _told_as_data(turn)
    if flag and turn.audience == CLINICIAN and turn.heard.taken:
        turn.flags = [each for each in (flag, also_urgent(turn.findings, flag)) if each]
        return False  # a case statement: the clinician is with the patient, and reads it beside the answer
    if flag:
        warn(turn, flag)
        return True
    ends = skill.ends_danger and not asks_if_safe(turn)
    if turn.dialogue.urgent and not (ends or skill.works_in_danger):
        has_called = re.search(theme("urgent")["called_words"], turn.text, re.IGNORECASE) is not None
        reminder = reminder_message(turn.dialogue.urgent, turn.audience, has_called, named.drugs_spoken_of(turn))
        reminder = _with_noted(turn, reminder)
        if beside_alarm.is_answered(skill, turn):
            beside_alarm.answer(skill, turn, reminder)
        else:
            turn.say(reminder)
        return True
    return False


def _with_noted(turn: Turn, reminder: Message) -> Message:
    """Say that a fact told meanwhile is noted, so that nobody need tell it again; a hint at self-harm stands alone."""
    tells = turn.heard.taken or any(turn.heard.mentions.values())
    if not tells or turn.dialogue.urgent == SELF_HARM:
        return reminder
    return replace(reminder, text=f"{talk('noted_meanwhile', turn.audience).text} {reminder.text}")


def tell(turn: Turn) -> None:
    """Say the red flags of a clinician's case before all else, whatever becomes of the case."""
    turn.replies = flags_first(turn.replies, turn.flags)


def say_perhaps(turn: Turn) -> None:
    """Say what to do in case that a break told among the facts of the case is a new one; the questions go on."""
    if turn.dialogue.perhaps:
        turn.say(perhaps_message(turn.dialogue.perhaps, turn.audience))


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one that goes on, since the person says so among other words.

    A message that tells of a danger ends no pause; after a hint at self-harm only the plain words do. What is asked or told
    beside is answered at once.
    """
    from actions.skills.inform import GoOn, Inform  # they import the course of the turn, which imports this

    if flag_of(turn) or after_alarm.asked_about(turn):
        return skill
    if turn.intent == ALARM and _told_as_data(turn):
        turn.intent = INFORM
        return Inform()
    how = ending(turn)
    if how is None:
        return skill
    asks_more = bool(turn.reading.get("asks") or turn.told.taken) and turn.intent not in (ALARM, GO_ON)
    if not asks_more and how == SAFE:
        turn.intent = GO_ON
        return GoOn()
    turn.dialogue.urgent = None
    turn.say(calm_message(turn.audience, how == PROMISED))
    return skill if turn.intent != ALARM else Inform()


def flag_of(turn: Turn) -> Optional[str]:
    """Return the most urgent red flag that the message speaks of as the person's own, or None."""
    sure = [each for each in turn.findings if each.certainty != "ask" or turn.audience == CLINICIAN]
    flag = most_urgent(sure) or next(iter(named.late_flag(turn)), None)
    flag = flag or _was_just_now(turn)
    return flag or (SELF_HARM if turn.intent == SELF_HARM else None)


SHORT = 8
"""Words up to which a message can be nothing but the time of what was told before."""


def _was_just_now(turn: Turn) -> Optional[str]:
    """Return the red flag of the break told before, where a short message says no more than that it was just now."""
    if not turn.dialogue.perhaps or turn.told.taken or len(turn.text.split()) > SHORT:
        return None
    is_new = re.search(theme("urgent")["just_now_words"], turn.text, re.IGNORECASE)
    return turn.dialogue.perhaps if is_new else None


def _told_as_data(turn: Turn) -> Optional[str]:
    """Return the red flag of a break that is told like one of the facts of the case, so that it may be an old one."""
    return most_urgent(each for each in turn.findings if each.certainty == "ask")


def warn(turn: Turn, flag: str) -> None:
    """Say what to do now, and stop asking."""
    turn.dialogue.urgent = flag
    turn.dialogue.faint = most_urgent(turn.findings) is None
    turn.dialogue.greeted = True
    turn.is_over = True
    drugs, also = named.drugs_spoken_of(turn), also_urgent(turn.findings, flag)
    if also:
        turn.say(urgent_message(flag, turn.audience, drugs, goes_on=True))
    turn.say(urgent_message(also or flag, turn.audience, drugs))
    after_alarm.note(turn, flag)
