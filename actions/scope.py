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
UNCLEAR = ("inform", "nlu_fallback")
"""What more of her case sounds like, once she was told that the table does not fit ("but it's only 2.5 mg")."""


def _may_tell_more(turn: Turn) -> bool:
    """Say whether the message may tell more of her case; a bare "no" tells nothing."""
    return turn.intent in UNCLEAR or (turn.intent == "deny" and len(turn.text.split()) > FEWEST_WORDS)


FEWEST_WORDS = 3


def stops(skill: Skill, turn: Turn) -> bool:
    """Tell a person outside the table so when the message is about her case; say whether the turn ends with that.

    The reason is told in full once, and again when she asks why; else in short.
    """
    if turn.case.is_in_scope:
        turn.dialogue.outside = None
        return False
    is_about_case = turn.intent in (*REASONS, *FOR_THE_CASE) or (turn.dialogue.outside and _may_tell_more(turn))
    if not (turn.heard.anything or is_about_case) or turn.dialogue.exercise:
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
