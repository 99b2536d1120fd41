"""Whom the table does not cover: told kindly, with where to go, and without an answer from the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.turn import Turn
from answers.scope import scope_message, still_outside_message

if TYPE_CHECKING:
    from actions.base import Skill

REASONS = ("why", "why_question")
FOR_THE_CASE = ("start_check", "just_answer", "what_if")
"""What asks for an answer from the table."""


def stops(skill: Skill, turn: Turn) -> bool:
    """Tell a person outside the table so when the message is about her case; say whether the turn ends with that.

    The reason is told in full once, and again when she asks why; else in short.
    """
    if turn.case.is_in_scope:
        turn.dialogue.outside = None
        return False
    if not (turn.heard.anything or turn.intent in (*REASONS, *FOR_THE_CASE)) or turn.dialogue.exercise:
        return False
    reason = turn.case.effective_scope or ""
    is_told = turn.dialogue.outside == reason and turn.intent not in REASONS
    turn.requested = None
    turn.dialogue.pending = []
    turn.dialogue.decision = None
    turn.dialogue.outside = reason
    noted = turn.heard.anything
    turn.say(still_outside_message(reason, turn.audience, noted) if is_told else scope_message(reason, turn.audience))
    if skill.answers_outside_scope:
        skill.answer(turn)
    turn.is_over = True
    return True
