"""What ends the pause after a red flag: words that say so, somebody in good hands, a call made or promised."""

from __future__ import annotations

import re
from typing import Optional

from actions.turn import Turn
from answers.strings import theme
from answers.urgent import SELF_HARM, urgency_of

SAFE, PROMISED = "safe", "promised"
EMERGENCY = "emergency_now"


def ending(turn: Turn) -> Optional[str]:
    """Return how the message ends the pause, `safe` or `promised`; None where it does not.

    A call that was made or promised is enough where a doctor is to be called; in an emergency help has to have come.
    """
    if turn.dialogue.urgent in (None, SELF_HARM):
        return None
    if _says(turn, "go_on_words"):
        return SAFE
    if _speaks_against_it(turn):
        return None
    if _says(turn, "in_good_hands_words"):
        return SAFE
    if urgency_of(str(turn.dialogue.urgent)) == EMERGENCY:
        return None
    if _says(turn, "called_words"):
        return SAFE
    return PROMISED if _says(turn, "promise_words") else None


def asks_if_safe(turn: Turn) -> bool:
    """ "Am I safe to go on?" asks what only somebody who sees her can answer: it ends nothing."""
    return re.match(theme("urgent")["asks_if_safe_words"], turn.text, re.IGNORECASE) is not None


def _says(turn: Turn, words: str) -> bool:
    """Say whether the message tells it; what is asked ("am I safe to go on?") tells nothing."""
    text = turn.text.strip()
    found = re.search(theme("urgent")[words], text, re.IGNORECASE)
    return found is not None and not re.match(r"[^.!?;]*\?", text[found.end() :])


def _speaks_against_it(turn: Turn) -> bool:
    """Something goes on or is worse, in the sentence or in another; a question at the end is none of that."""
    told = re.sub(r"[^.!?;]*\?", " ", turn.text)
    return re.search(theme("urgent")["not_over_words"], told, re.IGNORECASE) is not None
