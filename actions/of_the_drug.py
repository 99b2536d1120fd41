"""Fever after a drip, a tooth to come out, medicines given to somebody else: by their sound they would get another answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from actions.finding import of_kind
from actions.intents import INFORM
from actions.marked import drugs_named, marked, plain
from actions.mentions import most_urgent
from actions.named import drugs_taken
from actions.turn import Turn
from answers.wording import has_words

if TYPE_CHECKING:
    from actions.base import Skill

_has = partial(has_words, "of_the_drug")

DRIP = "zoledronic_acid"
ALARM, TOOTH, DENTIST = "red_flag", "dental_work", "ask_dental_care"


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one for such a message."""
    from actions.skills.of_the_drug import FeverAfterDrip, OfAnother  # they import the course of the turn
    from actions.skills.topics import Topic

    if DRIP in drugs_named(turn) or _has("drip_words", plain(turn)):
        turn.dialogue.drip = True
    only_sounds = turn.intent == ALARM and most_urgent(turn.findings) is None
    if only_sounds and not (turn.dialogue.urgent or turn.dialogue.exercise) and _is_fever_after_drip(turn):
        turn.intent = INFORM  # what sounds like an alarm to the classifier is what such a drip often does
        return FeverAfterDrip()
    if turn.has_own_course:
        return skill
    if _has("of_another_words", marked(turn)):
        return OfAnother()
    if _tells_of_a_tooth(turn):
        turn.intent = DENTIST
        return Topic()
    return FeverAfterDrip() if _is_fever_after_drip(turn) else skill


def _tells_of_a_tooth(turn: Turn) -> bool:
    """ "A tooth comes out next week" of somebody on a bone drug wants what is to be done, though it asks nothing."""
    to_come = [each for each in of_kind(turn.findings, "caution") if each.value == TOOTH and each.status == "present"]
    is_free = turn.intent == INFORM and not turn.requested and not turn.told.taken
    return bool(to_come) and is_free and bool(drugs_taken(turn))


def _is_fever_after_drip(turn: Turn) -> bool:
    """Say whether somebody tells of a fever after a drip was spoken of; beside another drug the fever may be that drug's."""
    if not turn.dialogue.drip or set(drugs_named(turn)) - {DRIP}:
        return False
    return _has("fever_words", plain(turn)) and _has("own_words", plain(turn))
