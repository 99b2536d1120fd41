"""What an activity of the Bot Framework says to the assistant, if it speaks to it at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from channels.messengers import sentences
from channels.messengers.incoming import Incoming, pressed_in

HELLO = "/start"
PERSONAL = "personal"
TOKEN = "osteochat"
"""Key in what a pressed button sends back."""
_ELEMENT = re.compile(r"<at[^>]*>(.*?)</at>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Place:
    """Where the answer goes: the service, the conversation (with its thread), the activity that is answered; and our name."""

    service: str
    conversation: str
    answers: str
    assistant: Mapping[str, Any]


@dataclass(frozen=True)
class Received:
    """A message and the place for its answer."""

    incoming: Incoming
    place: Place


def received_activity(activity: Mapping[str, Any]) -> Received | None:
    """Return the message in an activity, or None when nobody spoke to the assistant.

    In groups and channels Teams sends us nothing but what mentions us.
    """
    if activity.get("type") not in ("message", "messageUpdate") or activity["from"].get("role") == "bot":
        return None
    conversation, name = activity["conversation"], activity["id"]
    is_personal = (conversation.get("conversationType") or PERSONAL) == PERSONAL and not conversation.get("isGroup")
    if activity["type"] == "messageUpdate" and not is_personal:
        return None
    room, _, thread = str(conversation["id"]).partition(";messageid=")
    person = activity["from"].get("aadObjectId") or activity["from"]["id"]
    value = activity.get("value")
    pressed = pressed_in(value.get(TOKEN)) if isinstance(value, dict) else None
    text = "" if pressed else plain_text(activity)
    if not text and not pressed and not activity.get("attachments"):
        text = HELLO
    edited = sentences.EDITED if activity["type"] == "messageUpdate" else ""
    stamp = activity.get("timestamp", "") if edited else ""
    incoming = Incoming(f"{room}:{name}{stamp}", room, thread, person, text, pressed, edited)
    return Received(incoming, Place(activity["serviceUrl"], conversation["id"], name, activity["recipient"]))


def plain_text(activity: Mapping[str, Any]) -> str:
    """Return the text of an activity without the mention of the assistant; names of others are kept."""
    text = activity.get("text") or ""
    for entity in activity.get("entities") or ():
        if entity.get("type") == "mention" and (entity.get("mentioned") or {}).get("id") == activity["recipient"]["id"]:
            text = text.replace(entity.get("text") or "", " ")
    return unescape(_ELEMENT.sub(r"\1", text)).replace("\xa0", " ").strip()
