"""A first word to fear, grief, anger, tears and being alone, each once; what was asked is answered all the same."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Optional

from actions.intents import ALARMS
from actions.marked import plain
from actions.turn import Turn
from answers.limits import MOST_MESSAGES, MOST_WORDS, words
from answers.message import Message
from answers.register import PATIENT
from answers.strings import theme

if TYPE_CHECKING:
    from actions.base import Skill


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or a question back where a person tells of her fear or tears and no more."""
    from actions.skills.smalltalk import AskFear, AskFeeling  # they import the course of the turn, which imports this

    if turn.audience != PATIENT or turn.dialogue.exercise or turn.findings or turn.intent in ALARMS:
        return skill
    if re.fullmatch(theme("talk")["fear_alone_words"], turn.text.strip(), re.IGNORECASE):
        return AskFear()
    return AskFeeling() if _tells_of_nothing_else(turn) else skill


def _tells_of_nothing_else(turn: Turn) -> bool:
    """Say whether a short message tells of tears or of being left alone: what it sounds like beside that is chance."""
    is_free = turn.intent in FREE or turn.intent.startswith("ask_")
    if not is_free or turn.intent == "ask_human" or turn.reading.get("asks") or len(turn.text.split()) > SHORT:
        return False
    return re.search(theme("comfort")["only_words"], plain(turn)) is not None


FREE = ("inform", "nlu_fallback", "out_of_scope", "dont_know")
SHORT = 12
"""Words up to which a message holds little beside the feeling."""


def tell(turn: Turn) -> None:
    """Put one calm sentence before the answer to a message that tells of such a feeling."""
    if turn.audience != PATIENT or turn.dialogue.urgent or turn.dialogue.exercise or not turn.replies:
        return
    kind = _feeling(turn)
    if kind is None:
        return
    turn.dialogue.consoled = [*turn.dialogue.consoled, kind]
    _put_first(turn, theme("comfort")[PATIENT][kind])


def _feeling(turn: Turn) -> Optional[str]:
    """Return the feeling that the message tells of and that was not answered before, or None."""
    words = theme("comfort")["feelings_words"]
    told = (each for each in words if re.search(words[each], plain(turn)))
    return next((each for each in told if each not in turn.dialogue.consoled), None)


def _put_first(turn: Turn, sentence: str) -> None:
    """Put a sentence before the answer: into one of the first messages, or as a message of its own."""
    place = int(turn.is_first and len(turn.replies) > 1)
    for at in (place, 0):
        first = turn.replies[at]
        text = f"{sentence} {first.text}" if at == place else f"{first.text}\n{sentence}"
        if words(text) <= MOST_WORDS:
            turn.replies[at] = replace(first, text=text)
            return
    if len(turn.replies) < MOST_MESSAGES:
        turn.replies.insert(place, Message(sentence))
