"""What an event in a room says to the assistant, if it speaks to it at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from channels.messengers import sentences
from channels.messengers.incoming import Incoming, Reacted

OFFER = "org.osteochat.offer"
"""Key in the content of our messages: the tag of the options that the message offers."""
HELLO = "/start"
SPOKEN = ("m.text", "m.emote")
"""Kinds of messages that a person wrote; `m.notice` is what machines say."""

Event = Mapping[str, Any]
Knows = Callable[[str, str, str], bool]
"""Says whether a person talks with the assistant in a thread of a room."""


@dataclass(frozen=True)
class Room:
    """A room. `me`: our own account; `name`: the name it shows. `is_direct`: nobody is in it but us and one person."""

    id: str
    me: str
    name: str
    is_direct: bool


@dataclass(frozen=True)
class Place:
    """Where the answer goes: a room, the thread in it (empty: none), and the event that is answered."""

    room: str
    thread: str
    answers: str


@dataclass(frozen=True)
class Received:
    """A message and the place for its answer."""

    incoming: Incoming
    place: Place


@dataclass(frozen=True)
class Offering:
    """A message of ours to which somebody reacted: the tag of its options, and its thread."""

    tag: str
    thread: str


def received_event(event: Event, room: Room, knows: Knows, offering: Offering | None) -> Received | None:
    """Return the message in an event, or None when nobody spoke to the assistant.

    :param offering: for a reaction, what the message offered that it belongs to
    """
    if event["sender"] == room.me or "redacted_because" in event.get("unsigned", {}):
        return None
    if event["type"] == "m.reaction":
        return _reaction(event, room, offering)
    if event["type"] == "m.room.encrypted":
        return _unreadable(event, room, sentences.ENCRYPTED)
    if event["type"] != "m.room.message" or event["content"].get("msgtype") == "m.notice":
        return None
    content = event["content"]
    if _relation(content).get("rel_type") == "m.replace":
        return _unreadable(event, room, sentences.EDITED)
    is_text = content.get("msgtype") in SPOKEN
    body = without_quote(content) if is_text else ""
    thread = _thread(content)
    if not room.is_direct and not _is_called(
        content, body, room, bool(thread) and knows(room.id, thread, event["sender"])
    ):
        return None
    thread = thread or ("" if room.is_direct else event["event_id"])
    text = without_name(body, room) or (HELLO if is_text else "")
    return _received(event, room, thread, text=text)


def target_of(event: Event) -> str | None:
    """Return the name of the event to which this one is a reaction, or None."""
    relation = _relation(event.get("content") or {})
    found = relation.get("event_id") if event.get("type") == "m.reaction" else None
    return found if isinstance(found, str) else None


def offered_by(event: Event | None, room: Room) -> Offering | None:
    """Return what an event of ours offers, or None when it is not ours or offers nothing."""
    content = (event or {}).get("content") or {}
    if event is None or event.get("sender") != room.me or not content.get(OFFER):
        return None
    return Offering(content[OFFER], _thread(content))


def without_quote(content: Mapping[str, Any]) -> str:
    """Return the text of a message without the lines that it quotes of the message to which it replies."""
    lines = str(content.get("body") or "").split("\n")
    if "m.in_reply_to" in _relation(content):
        while lines and lines[0].startswith(("> ", ">")):
            lines.pop(0)
    return "\n".join(lines).strip()


def without_name(body: str, room: Room) -> str:
    """Return a text without the assistant's name at its beginning or its end, by which it was called."""
    names = "|".join(re.escape(name) for name in _names(room))
    body = re.sub(rf"^\s*@?(?:{names})(?![\w.-])\s*[:,]?\s*", "", body, flags=re.IGNORECASE)
    return re.sub(rf"\s+@?{re.escape(room.me.removeprefix('@'))}\s*$", "", body, flags=re.IGNORECASE).strip()


def _names(room: Room) -> list[str]:
    """Return what the assistant is called, the longest first."""
    whole = room.me.removeprefix("@")
    return [name for name in (whole, room.name, whole.partition(":")[0]) if name]


def _is_called(content: Mapping[str, Any], body: str, room: Room, is_known: bool) -> bool:
    """Say whether a message among several people is for the assistant: by mention, by name, or in a thread with it."""
    mentioned = (content.get("m.mentions") or {}).get("user_ids") or []
    formatted = str(content.get("formatted_body") or "")
    links = (f"matrix.to/#/{room.me}", f"matrix.to/#/{quote(room.me)}")
    others = bool(mentioned) and room.me not in mentioned
    is_named = room.me in mentioned or room.me in body or any(link in formatted for link in links)
    return is_named or without_name(body, room) != body or (is_known and not others)


def _reaction(event: Event, room: Room, offering: Offering | None) -> Received | None:
    sign = _relation(event["content"]).get("key")
    if offering is None or not isinstance(sign, str):
        return None
    return _received(event, room, offering.thread, choice=Reacted(offering.tag, sign))


def _unreadable(event: Event, room: Room, sentence: str) -> Received | None:
    """Return what to say to something that cannot be taken, where nobody else could be meant."""
    return _received(event, room, _thread(event["content"]), sentence=sentence) if room.is_direct else None


def _received(event: Event, room: Room, thread: str, **more: Any) -> Received:
    incoming = Incoming(event["event_id"], room.id, thread, event["sender"], **more)
    return Received(incoming, Place(room.id, thread, event["event_id"]))


def _thread(content: Mapping[str, Any]) -> str:
    relation = _relation(content)
    return str(relation["event_id"]) if relation.get("rel_type") == "m.thread" else ""


def _relation(content: Mapping[str, Any]) -> Mapping[str, Any]:
    relation = content.get("m.relates_to")
    return relation if isinstance(relation, dict) else {}
