"""What an update of Telegram's Bot API says to the assistant, if it speaks to it at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from channels.messengers import sentences
from channels.messengers.incoming import Incoming, pressed_in

HELLO = "/start"
NOT_READ = frozenset(
    ("animation", "audio", "contact", "dice", "document", "location", "photo", "poll", "sticker")
    + ("story", "venue", "video", "video_note", "voice")
)
"""What a person sends that is no text; any other message tells that something happened in the chat."""

Knows = Callable[[str, str, str], bool]
"""Says whether a person talks with the assistant in a topic of a chat."""


@dataclass(frozen=True)
class Me:
    """The assistant's own number and name at Telegram."""

    id: int
    username: str


@dataclass(frozen=True)
class Place:
    """Where the answer goes: the chat, its topic, and in groups the message that is answered."""

    chat: int
    topic: int | None = None
    answers: int | None = None


@dataclass(frozen=True)
class Received:
    """A message and the place for its answer; `press`: the number of a pressed button's query."""

    incoming: Incoming
    place: Place
    press: str = ""


def received_update(update: Mapping[str, Any], me: Me, knows: Knows) -> Received | None:
    """Return the message in an update, or None when nobody spoke to the assistant."""
    if "callback_query" in update:
        return _press(update, update["callback_query"])
    message = update.get("message") or update.get("edited_message")
    if not message or not message.get("from") or message["from"].get("is_bot"):
        return None
    text = message.get("text") or message.get("caption") or ""
    if not text and not NOT_READ & message.keys():
        return None
    place, room, person = _place(message), str(message["chat"]["id"]), str(message["from"]["id"])
    thread = str(place.topic or "")
    mention = re.compile(rf"@{re.escape(me.username)}\b", re.IGNORECASE)
    if place.answers and not _is_called(message, text, me, mention, knows(room, thread, person)):
        return None
    edited = sentences.EDITED if "edited_message" in update else ""
    plain = mention.sub("", text).strip() or (HELLO if text else "")
    incoming = Incoming(_name(update, message), room, thread, person, plain, sentence=edited)
    return Received(incoming, place)


def _is_called(message: Mapping[str, Any], text: str, me: Me, mention: re.Pattern[str], is_known: bool) -> bool:
    """Say whether a message in a group is for the assistant: a bare command is, from a person who talks with it."""
    replied = (message.get("reply_to_message") or {}).get("from") or {}
    is_command = text.startswith("/") and "@" not in text.split()[0]
    return bool(mention.search(text)) or replied.get("id") == me.id or (is_command and is_known)


def _press(update: Mapping[str, Any], query: Mapping[str, Any]) -> Received | None:
    pressed, message = pressed_in(query.get("data")), query.get("message")
    if pressed is None or not message:
        return None
    place = _place(message)
    room, person = str(message["chat"]["id"]), str(query["from"]["id"])
    incoming = Incoming(_name(update, message), room, str(place.topic or ""), person, choice=pressed)
    return Received(incoming, place, query["id"])


def _place(message: Mapping[str, Any]) -> Place:
    chat = message["chat"]
    topic = message.get("message_thread_id") if message.get("is_topic_message") else None
    return Place(chat["id"], topic, None if chat["type"] == "private" else message["message_id"])


def _name(update: Mapping[str, Any], message: Mapping[str, Any]) -> str:
    """Return a name that a retry shares and nothing else does, also when Telegram begins to count updates anew."""
    return f"{update['update_id']}:{message['chat']['id']}:{message['message_id']}"
