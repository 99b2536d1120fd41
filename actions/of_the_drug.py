"""Fever after a drip, and medicines that were given to somebody else: what the words sound like would answer another question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from actions.marked import drugs_named, marked, plain
from actions.turn import Turn
from answers.wording import has_words

if TYPE_CHECKING:
    from actions.base import Skill

_has = partial(has_words, "of_the_drug")

DRIP = "zoledronic_acid"


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one for such a message."""
    from actions.skills.of_the_drug import FeverAfterDrip, OfAnother  # they import the course of the turn

    if DRIP in drugs_named(turn) or _has("drip_words", plain(turn)):
        turn.dialogue.drip = True
    if turn.has_own_course:
        return skill
    if _has("of_another_words", marked(turn)):
        return OfAnother()
    return FeverAfterDrip() if _is_fever_after_drip(turn) else skill


def _is_fever_after_drip(turn: Turn) -> bool:
    """Say whether somebody tells of a fever after a drip was spoken of; beside another drug the fever may be that drug's."""
    if not turn.dialogue.drip or set(drugs_named(turn)) - {DRIP}:
        return False
    return _has("fever_words", plain(turn)) and _has("own_words", plain(turn))
