"""What is done with the replies of every turn: terms are explained at first use, answers get the id they are reported by."""

from __future__ import annotations

from actions.turn import Turn
from answers.first_words import signed, within_limit
from answers.glossary import explained
from answers.record import record_of
from answers.register import CLINICIAN, PATIENT


def finish(turn: Turn) -> None:
    """Explain what needs it, and note the id of the answer that this turn gave."""
    if turn.audience == PATIENT:
        turn.replies = within_limit(turn.replies)
    if turn.audience == PATIENT and not turn.dialogue.urgent:
        turn.replies, turn.dialogue.explained = explained(turn.replies, turn.dialogue.explained)
    elif turn.is_first and turn.audience == CLINICIAN:
        turn.replies = signed(turn.replies)
    for message in turn.replies:
        record = record_of(message.custom) if message.custom else None
        if record and message.custom:
            message.custom["record"] = record
            turn.dialogue.record = record
