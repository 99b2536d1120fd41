"""A person on WhatsApp, in the shape of Twilio's webhooks, signed as Twilio signs them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from tests.channels.posting import post
from tests.channels.stand_in import Answer, Call, StandIn

SID, AUTH_TOKEN = "AC" + "0" * 32, "12345678901234567890123456789012"
PUBLIC = "https://example.org/webhooks/twilio/webhook"
NUMBER = "whatsapp:+14155238886"
POSTED = f"/2010-04-01/Accounts/{SID}/Messages.json"


def signature(form: dict[str, str], address: str = PUBLIC, token: str = AUTH_TOKEN) -> str:
    """Return the signature: of the address, then the fields in the order of their names."""
    signed = address + "".join(name + form[name] for name in sorted(form))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()


def answer(stand_in: StandIn, call: Call) -> Answer:
    """Answer as Twilio's API does."""
    with stand_in.changed:
        if stand_in.failures:
            status = stand_in.failures.pop(0)
            return status, {"code": 21610 if status < 500 else 20500, "message": "no", "status": status}
        stand_in.calls.append(call)
        stand_in.changed.notify_all()
    return 201, {"sid": "SM" + secrets.token_hex(16), "status": "queued", "body": call.body["Body"]}


@dataclass
class TwilioPerson:
    """One person with a telephone."""

    webhook: str
    stand_in: StandIn
    number: str
    status: int = 0

    def form(self, text: str, **more: str) -> dict[str, str]:
        """Return the fields of a message of hers."""
        return {
            "MessageSid": "SM" + secrets.token_hex(16),
            "AccountSid": SID,
            "From": self.number,
            "To": NUMBER,
            "Body": text,
            "NumMedia": "0",
            "ProfileName": "",
            "ApiVersion": "2010-04-01",
            **more,
        }

    def send(self, form: dict[str, str], **headers: str) -> int:
        """Post a form; return the status."""
        kind = "application/x-www-form-urlencoded; charset=UTF-8"
        signed = {"Content-Type": kind, "X-Twilio-Signature": signature(form), **headers}
        self.status, _ = post(self.webhook, urlencode(form).encode(), signed)
        return self.status

    def say(self, text: str, **more: Any) -> list[Call]:
        """Send a message, and return what was sent as the answer."""
        before = len(self.stand_in.sent(POSTED))
        assert self.send(self.form(text, **more)) == 200
        return self.stand_in.sent(POSTED)[before:]


def seen(messages: list[Call]) -> str:
    """Return the texts of messages."""
    return "\n".join(message.body["Body"] for message in messages)
