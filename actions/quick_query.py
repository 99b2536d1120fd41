"""A clinician's one-liner: one message in, one out."""

from __future__ import annotations

from actions.turn import Turn
from actions.unclear import is_settled_without
from answers.clarification import Clarification
from answers.quick_query import joined
from answers.register import CLINICIAN


def pass_over_unclear(turn: Turn) -> list[Clarification]:
    """Return what was not clear and need not be asked back, since the action is settled without it; it stays unknown."""
    pending = turn.dialogue.pending
    if turn.audience != CLINICIAN or not pending:
        return []
    if not is_settled_without([each["fact"] for each in pending], turn.facts, turn.case):
        return []
    turn.dialogue.pending = []
    return [Clarification.from_dict(each) for each in pending]


def join(turn: Turn) -> None:
    """Put what was corrected into the message of the decision, below its headline."""
    if turn.audience == CLINICIAN:
        turn.replies = joined(turn.replies)
