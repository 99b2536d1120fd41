"""What was told with an alarm is told again where a later question is about it: whom to call, whether to wait, the tablet."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Optional

from actions import mentions, named
from actions.marked import drugs_named, marked, plain
from actions.turn import Turn
from answers.strings import theme
from answers.urgent import SELF_HARM, UNNAMED
from answers.wording import has_words

if TYPE_CHECKING:
    from actions.base import Skill

_has = partial(has_words, "after_alarm")

GULLET = "oesophagus"
ORAL = frozenset({"alendronate", "risedronate", "ibandronate", "bisphosphonate"})
"""What may be the tablet that hurt the gullet."""
FACT = "bisphosphonate_problem"
RECENT = 4
"""Turns after an alarm in which "what should I do?" is still about it."""


def note(turn: Turn, flag: str) -> None:
    """Remember that this alarm was told; a gullet hurt by a bisphosphonate that was named is trouble with one."""
    turn.dialogue.alarms = [*(each for each in turn.dialogue.alarms if each != flag), flag]
    turn.dialogue.since_alarm = 0
    if flag == GULLET and turn.facts[FACT] is None and ORAL & {*drugs_named(turn), *named.drugs_taken(turn)}:
        was_active = turn.dialogue.active
        turn.add_fact(FACT, True)
        turn.dialogue.active = was_active  # telling of a danger begins no check of a case


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the alarm again where the question is about it."""
    from actions.skills.after_alarm import AlarmAgain  # it imports the course of the turn, which imports this

    flag = asked_about(turn)
    turn.dialogue.since_alarm += bool(turn.dialogue.alarms)
    return AlarmAgain(flag) if flag else skill


def asked_about(turn: Turn) -> Optional[str]:
    """Return the alarm told before that the message asks about, None where it asks about something else."""
    told = turn.dialogue.alarms
    if not told or turn.is_command:
        return None
    if GULLET in told and _asks_of_the_tablet(turn):
        return GULLET
    is_about_it = turn.dialogue.since_alarm <= RECENT and told[-1] not in (SELF_HARM, UNNAMED)
    return told[-1] if is_about_it and _has("next_words", plain(turn)) else None


def drugs_to_keep(turn: Turn) -> list[str]:
    """Return the drugs that she takes and that she is told not to stop by herself: not a tablet that hurt her gullet."""
    taken = mentions.current_drugs(turn.dialogue.mentions)
    return [each for each in taken if not (hurt_gullet(turn) and each in ORAL)]


def hurt_gullet(turn: Turn) -> bool:
    """Say whether trouble of the gullet was told in this conversation."""
    return GULLET in turn.dialogue.alarms


def _asks_of_the_tablet(turn: Turn) -> bool:
    drugs = set(drugs_named(turn))
    if (drugs and not drugs & ORAL) or re.search(theme("after_alarm")["other_words"], plain(turn)):
        return False
    return _has("taking_words", marked(turn))
