"""A pressed button and the slash command, as Slack sends them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from channels.messengers.incoming import Incoming, pressed_in
from channels.messengers.slack.events import Place, Received

HELLO = "/start"


def received_command(form: Mapping[str, Any]) -> Received:
    """Return what was typed after the slash command. Its answer is seen by its user alone."""
    room, person = form["channel_id"], form["user_id"]
    incoming = Incoming(form["trigger_id"], room, "", person, form.get("text") or HELLO)
    return Received(incoming, Place(room, response_url=form["response_url"]))


def received_press(payload: Mapping[str, Any]) -> Received | None:
    """Return the button that was pressed, or None for anything else that can be done to a message."""
    action = payload["actions"][0]
    pressed = pressed_in(action.get("value"))
    if action.get("type") != "button" or pressed is None:
        return None
    container = payload.get("container") or {}
    room, person = payload["channel"]["id"], payload["user"]["id"]
    thread = container.get("thread_ts") or (payload.get("message") or {}).get("thread_ts") or ""
    incoming = Incoming(f"{room}:{action['action_ts']}:{person}", room, thread, person, choice=pressed)
    is_private = bool(container.get("is_ephemeral"))
    return Received(incoming, Place(room, thread, payload["response_url"] if is_private else ""))
