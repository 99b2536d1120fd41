"""Whom the table does not cover: told kindly, with where to go, and without an answer from the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.turn import Turn
from answers.scope import scope_message

if TYPE_CHECKING:
    from actions.base import Skill


def stops(skill: Skill, turn: Turn) -> bool:
    """Tell a person outside the table so when the message is about her case; say whether the turn ends with that."""
    if turn.case.is_in_scope or not turn.heard.anything:
        return False
    turn.requested = None
    turn.dialogue.pending = []
    turn.dialogue.decision = None
    turn.say(scope_message(turn.case.effective_scope or "", turn.audience))
    if skill.answers_outside_scope:
        skill.answer(turn)
    turn.is_over = True
    return True
