"""A person on Slack, in the shapes that Slack documents: events, pressed buttons, the slash command; signed as Slack signs."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from tests.channels.posting import post
from tests.channels.stand_in import Call, StandIn

TOKEN, SIGNING_SECRET = "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy", "8f742231b10e8888abcd99yyyzzz85a5"
ASSISTANT = "U0LAN0Z89"
POSTED = "/slack/chat.postMessage"
_running = itertools.count(1)


def signature(body: bytes, at: str, secret: str = SIGNING_SECRET) -> str:
    """Return the signature that Slack puts on a request."""
    return "v0=" + hmac.new(secret.encode(), f"v0:{at}:".encode() + body, hashlib.sha256).hexdigest()


@dataclass
class SlackPerson:
    """One person; `channel_type`: im for a direct message, channel for a channel with others in it."""

    webhook: str
    stand_in: StandIn
    user: str = "U2147483697"
    channel: str = "D024BE91L"
    channel_type: str = "im"
    thread: str = ""
    status: int = 0
    last: bytes = field(default=b"", repr=False)

    def send(self, body: bytes, kind: str = "application/json", **headers: str) -> int:
        """Post a signed body; return the status."""
        at = str(int(time.time()))
        signed = {"Content-Type": kind, "X-Slack-Request-Timestamp": at, "X-Slack-Signature": signature(body, at)}
        self.last = body
        self.status, answer = post(self.webhook, body, {**signed, **headers})
        self.answer = answer
        return self.status

    def event(self, **event: Any) -> bytes:
        """Return the body of an event."""
        number = next(_running)
        whole = {"user": self.user, "channel": self.channel, "channel_type": self.channel_type} | event
        whole.setdefault("ts", f"{int(time.time())}.{number:06}")
        if self.thread:
            whole.setdefault("thread_ts", self.thread)
        authorizations = [{"enterprise_id": None, "team_id": "T0001", "user_id": ASSISTANT, "is_bot": True}]
        outer = {"token": "z", "team_id": "T0001", "api_app_id": "A0001", "type": "event_callback"}
        return json.dumps(
            outer | {"event": whole, "event_id": f"Ev{number:08}", "event_time": 1, "authorizations": authorizations}
        ).encode()

    def say(self, text: str, **more: Any) -> list[Call]:
        """Send a message, and return what was posted as the answer."""
        before = len(self.stand_in.sent(POSTED))
        kind = "app_mention" if ASSISTANT in text else "message"
        assert self.send(self.event(**({"type": kind, "text": text} | more))) == 200
        return self.stand_in.sent(POSTED)[before:]

    def press(self, message: Call, label: str) -> list[Call]:
        """Press the button of a posted message whose label holds the words."""
        before = len(self.stand_in.sent(POSTED))
        button = next(each for each in buttons(message) if label in each["text"]["text"])
        payload = {
            "type": "block_actions",
            "user": {"id": self.user, "username": "bobby", "team_id": "T0001"},
            "api_app_id": "A0001",
            "container": {"type": "message", "message_ts": "1548261231.000200", "channel_id": self.channel}
            | ({"thread_ts": message.body["thread_ts"]} if message.body.get("thread_ts") else {}),
            "trigger_id": "12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3",
            "channel": {"id": self.channel, "name": "directmessage"},
            "message": {"type": "message", "user": ASSISTANT, "ts": "1548261231.000200", "text": "…"},
            "response_url": f"{self.stand_in.address}/slack/actions/1",
            "actions": [button | {"block_id": "b", "action_ts": f"1548426417.{next(_running):06}"}],
        }
        assert self.send(urlencode({"payload": json.dumps(payload)}).encode(), FORM) == 200
        return self.stand_in.sent(POSTED)[before:]

    def command(self, text: str) -> list[Call]:
        """Use the slash command, and return what was answered to the person alone."""
        number = next(_running)
        part = f"/slack/commands/{number}"
        form = {
            "token": "z", "team_id": "T0001", "team_domain": "example", "channel_id": self.channel,
            "channel_name": "test", "user_id": self.user, "user_name": "Steve", "command": "/osteo", "text": text,
            "response_url": f"{self.stand_in.address}{part}", "trigger_id": f"13345224609.{number}", "api_app_id": "A1",
        }  # fmt: skip
        assert self.send(urlencode(form).encode(), FORM) == 200
        return self.stand_in.sent(part)


FORM = "application/x-www-form-urlencoded"


def buttons(message: Call) -> list[dict[str, Any]]:
    """Return the buttons of a posted message."""
    return [each for block in blocks(message) if block["type"] == "actions" for each in block["elements"]]


def blocks(message: Call) -> list[dict[str, Any]]:
    """Return the blocks of a posted message."""
    found = message.body.get("blocks") or []
    return json.loads(found) if isinstance(found, str) else found


def seen(messages: list[Call]) -> str:
    """Return all that a person sees of posted messages, without the buttons."""
    return "\n".join(
        block["text"]["text"] for message in messages for block in blocks(message) if block["type"] == "section"
    )


def answer(stand_in: StandIn, call: Call) -> tuple[int, dict[str, Any]]:
    """Answer as `chat.postMessage` does."""
    with stand_in.changed:
        if stand_in.failures:
            return stand_in.failures.pop(0), {"ok": False, "error": "internal_error"}
        stand_in.calls.append(call)
        stand_in.changed.notify_all()
    return 200, {"ok": True, "channel": call.body["channel"], "ts": "1503435956.000247", "message": {}}
