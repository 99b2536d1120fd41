"""Suppositions without an "if" after an answer: "and at 58?", "without the hip #?", "wrist?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.intents import WHAT_IF
from actions.marked import drugs_named
from actions.supposed import bisphosphonate_trouble, bone_alone, supposes
from actions.turn import Turn

if TYPE_CHECKING:
    from actions.base import Skill

UNCLEAR = ("inform", "nlu_fallback", "out_of_scope", "deny", "affirm", "go_on", "complain", "repeat")
"""What such a question sounds like; only what asks is taken for one, since "with a broken hip" tells a fact."""
MOST_WORDS = 8


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one that supposes."""
    from actions.skills.reasons import WhatIf  # it imports the course of the turn, which imports this

    sounds = turn.intent in UNCLEAR or bool(bisphosphonate_trouble(turn))
    if turn.has_own_course or not sounds or turn.dialogue.decision is None:
        return skill
    is_of_drug = drugs_named(turn) and not bisphosphonate_trouble(turn)
    is_asked = turn.reading.get("asks") and not turn.reading.get("corrects") and not is_of_drug
    if (
        not is_asked
        or len(turn.text.split()) > MOST_WORDS
        or _answers(turn)
        or not (supposes(turn) or bone_alone(turn))
    ):
        return skill
    turn.intent = WHAT_IF
    return WhatIf()


def _answers(turn: Turn) -> bool:
    """Say whether the message may answer the open question: "at 58?" after the question for the age."""
    return turn.requested is not None and (turn.requested in turn.told.taken or turn.requested == "fracture")
