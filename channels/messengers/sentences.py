"""What a messenger itself has to say, each in one sentence that tells what to do next."""

from __future__ import annotations

from typing import Any

NOT_TEXT = "I can read text only. Please type it."
EDITED = "I do not see changes to a message that was sent. Please send the correction as a new message."
STALE = "That choice belongs to an earlier question. Please choose from the last list, or type your answer."
WHICH = "I cannot tell which answer that is. Please reply with its number or letter, or in your own words."
TOO_FAST = "That was a lot at once. Please wait a minute, then go on."
ENCRYPTED = "I cannot read encrypted messages. Please write to me in a room without encryption."
BODY_UNREADABLE = "That request cannot be read."
NOT_SIGNED = "That request is not signed as it must be."


def said(text: str) -> list[dict[str, Any]]:
    """Return a sentence as the messages of a turn."""
    return [{"text": text}]
