"""An "I don't know" that opens a message and is followed by something else: it still answers the open question."""

from __future__ import annotations

import re

from actions.turn import Turn
from answers.strings import theme

ASKED_AS_NUMBERS = ("t_score", "vertebral_fractures", "age")


def take(turn: Turn) -> None:
    """Leave open what was asked, where the message says so first and tells another fact or asks something after it."""
    pending = turn.dialogue.clarifying
    fact = pending.get("fact") or turn.requested
    if not fact or turn.dialogue.exercise or _is_told(turn, fact):
        return
    said = re.match(theme("talk")["not_known_words"], turn.text, re.IGNORECASE)
    if said is None or (said["number"] and fact not in ASKED_AS_NUMBERS):
        return
    turn.dialogue.waits_no_more({fact})
    turn.set_unsure(fact)


def _is_told(turn: Turn, fact: str) -> bool:
    known = turn.heard.taken | {each.fact for each in turn.heard.clarify}
    known |= {"fracture"} if "fracture_sites" in known else set()
    return fact in known
