"""What an event of Slack's Events API says to the assistant, if it speaks to it at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from channels.messengers import sentences
from channels.messengers.incoming import Incoming

SPOKEN = (None, "file_share", "thread_broadcast")
"""Subtypes of messages that a person wrote; any other tells of something else."""
_MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
_LABELLED = re.compile(r"<[^<>|]+\|([^<>]*)>")
_ADDRESS = re.compile(r"<((?:https?|mailto|tel):[^<>]+)>")

Knows = Callable[[str, str, str], bool]
"""Says whether a person talks with the assistant in a thread of a room."""


@dataclass(frozen=True)
class Place:
    """Where the answer goes: to a thread of a channel or, with `response_url`, to the person alone."""

    channel: str
    thread: str = ""
    response_url: str = ""


@dataclass(frozen=True)
class Received:
    """A message and the place for its answer."""

    incoming: Incoming
    place: Place


def received_event(content: Mapping[str, Any], knows: Knows) -> Received | None:
    """Return the message in an event, or None when nobody spoke to the assistant."""
    event = content.get("event") or {}
    if event.get("type") not in ("message", "app_mention"):
        return None
    own = {each.get("user_id") for each in content.get("authorizations") or ()}
    if event.get("subtype") == "message_changed":
        return _edit(event, own)
    if event.get("subtype") not in SPOKEN or event.get("bot_id") or not event.get("user") or event["user"] in own:
        return None
    room, person, at = event["channel"], event["user"], event["ts"]
    text = event.get("text") or ""
    is_direct = event.get("channel_type") == "im"
    thread = event.get("thread_ts") or ("" if is_direct else at)
    mentioned = set(_MENTION.findall(text))
    is_called = event["type"] == "app_mention" or bool(mentioned & own)
    if not (is_direct or is_called or (not mentioned and knows(room, thread, person))):
        return None
    plain = plain_text(text) or ("/start" if is_called else "")
    return Received(Incoming(f"{room}:{at}", room, thread, person, plain), Place(room, thread))


def plain_text(text: str) -> str:
    """Return a text of Slack as it was typed, without the mentions in it."""
    text = _LABELLED.sub(r"\1", _MENTION.sub(" ", text))
    return " ".join(unescape(_ADDRESS.sub(r"\1", text)).split(" ")).strip()


def _edit(event: Mapping[str, Any], own: set[Any]) -> Received | None:
    """Return that a person changed a message she had sent; a preview that Slack adds to a link changes no text."""
    now, before = event.get("message") or {}, event.get("previous_message") or {}
    if event.get("channel_type") != "im" or now.get("bot_id") or not now.get("user") or now["user"] in own:
        return None
    if now.get("text") == before.get("text"):
        return None
    room, thread = event["channel"], now.get("thread_ts") or ""
    incoming = Incoming(f"{room}:{event['ts']}", room, thread, now["user"], sentence=sentences.EDITED)
    return Received(incoming, Place(room, thread))
