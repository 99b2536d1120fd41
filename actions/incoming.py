"""What comes in with a message besides what was read from it: earlier ones left unanswered, the channel's register, a command."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from rasa_sdk import Tracker

from actions.state import AUDIENCE, DIALOGUE
from answers.register import CLINICIAN, PATIENT, Audience


def is_in(entity: Mapping[str, Any], kinds: Collection[str], start: int, end: int) -> bool:
    return entity.get("entity") in kinds and start <= entity.get("start", -1) < end


def is_bare_command(text: str) -> bool:
    """ "/help" asks for the manual: nothing in it tells of a person."""
    return re.fullmatch(r"\s*/\s*\w+\s*", text) is not None


def unanswered(tracker: Tracker, latest: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the parsed messages since the last turn that was answered, oldest first, without the latest one.

    An action server that was down has left them behind; their facts are not lost.
    """
    behind: list[Mapping[str, Any]] = []
    for event in reversed(tracker.events or []):
        if event.get("event") == "slot" and event.get("name") == DIALOGUE:
            break
        if event.get("event") in ("restart", "session_started"):
            break
        if event.get("event") == "user":
            behind.append(event.get("parse_data") or {})
    yield from reversed(behind[1:] if latest else behind)


def register_of_channel(message: Mapping[str, Any]) -> Audience:
    """Return the register of a conversation that has none yet: the channel's, where its operator set one."""
    return CLINICIAN if (message.get("metadata") or {}).get(AUDIENCE) == CLINICIAN else PATIENT
