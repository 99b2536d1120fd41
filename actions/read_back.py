"""How often the same thing is asked back: twice. After that it is left open, which is said, and the course goes on."""

from __future__ import annotations

from actions.turn import Turn
from answers.clarification import Clarification
from answers.clarify import left_open_message

MOST_TIMES = 2
TAKES_BACK = frozenset({"unclear", "contradiction", "sign_missing", "range", "high_energy"})
"""Reasons that put a known value in doubt; after any other (a Z-score, a heel) the known value stands."""


def count(turn: Turn, fact: str) -> None:
    """Note that a fact is asked back now."""
    turn.dialogue.asked_back[fact] = turn.dialogue.asked_back.get(fact, 0) + 1


def forget_settled(turn: Turn) -> None:
    """Begin the count anew for what no longer waits, and for a bone beside one that has just been taken."""
    waiting = turn.dialogue.waiting - turn.heard.taken
    if "fracture_sites" in turn.heard.taken:
        waiting -= {"fracture"}
    turn.dialogue.asked_back = {fact: times for fact, times in turn.dialogue.asked_back.items() if fact in waiting}


def is_exhausted(turn: Turn) -> bool:
    """Say whether what waits first has been asked back often enough."""
    pending = turn.dialogue.pending
    return bool(pending) and turn.dialogue.asked_back.get(pending[0]["fact"], 0) >= MOST_TIMES


def may_wait(turn: Turn) -> bool:
    """Say whether a message about something else may go by once without the question and without giving it up."""
    return turn.dialogue.asked_back[turn.dialogue.pending[0]["fact"]] == MOST_TIMES


def leave_open(turn: Turn) -> None:
    """Take what waits first as not known, and say so; a known value that nothing contradicts is kept."""
    unclear = Clarification.from_dict(turn.dialogue.pending.pop(0))
    turn.dialogue.asked_back.pop(unclear.fact, None)
    keeps = _is_known(turn, unclear.fact) and (unclear.fact == "fracture" or unclear.reason not in TAKES_BACK)
    if not keeps:
        turn.facts[unclear.fact] = None
        if unclear.fact == "high_energy":
            turn.facts["fracture"] = None  # it follows from the bones once the force is known
        turn.set_unsure(unclear.fact)
    turn.say(left_open_message(unclear.fact, keeps, turn.audience))


def _is_known(turn: Turn, fact: str) -> bool:
    return turn.facts[fact] is not None or (fact == "fracture" and bool(turn.facts["fracture_sites"]))
