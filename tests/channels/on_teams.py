"""A person on Microsoft Teams, in the shapes of the Bot Framework, with tokens signed as the Bot Framework signs them."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.channels.posting import post
from tests.channels.stand_in import Answer, Call, StandIn

APP_ID, APP_PASSWORD, TENANT = "11111111-2222-3333-4444-555555555555", "password", "tenant-1"
ASSISTANT = {"id": f"28:{APP_ID}", "name": "Osteo"}
ACTIVITIES = "/teams/v3/conversations/"
KID, STRANGER = "key-1", "key-2"


@cache
def key(name: str) -> rsa.RSAPrivateKey:
    """Return the signing key of that name."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def answers(stand_in: StandIn) -> dict[str, Any]:
    """Return the answers of Microsoft's services."""

    def public(name: str, **more: Any) -> dict[str, Any]:
        found = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key(name).public_key()))
        return {**found, "kid": name, "use": "sig", **more}

    def token(call: Call) -> Answer:
        assert (call.body["client_id"], call.body["client_secret"]) == (APP_ID, APP_PASSWORD)
        return 200, {"token_type": "Bearer", "expires_in": 3600, "access_token": "our-own-token"}

    keys = {"keys": [public(KID, endorsements=["msteams", "webchat"]), public("key-3", endorsements=["slack"])]}
    return {
        "/teams/openid": lambda _: (200, {"issuer": "x", "jwks_uri": f"{stand_in.address}/teams/keys"}),
        "/teams/keys": lambda _: (200, keys),
        f"/teams/login/{TENANT}/oauth2/v2.0/token": token,
    }


@dataclass
class TeamsPerson:
    """One person; `kind`: personal, groupChat or channel."""

    webhook: str
    stand_in: StandIn
    person: str
    conversation: str
    kind: str = "personal"
    status: int = 0

    @property
    def service(self) -> str:
        """The address to which answers go."""
        return f"{self.stand_in.address}/teams/"

    def token(self, name: str = KID, algorithm: str = "RS256", kid: str = "", **claims: Any) -> str:
        """Return a token of the Bot Framework."""
        now = int(time.time())
        whole = {"iss": "https://api.botframework.com", "aud": APP_ID, "exp": now + 3600, "nbf": now - 60}
        signer: Any = (
            key(name)
            if algorithm == "RS256"
            else ("" if algorithm == "none" else "a secret that is as long as it must be")
        )
        return jwt.encode(
            {**whole, "serviceurl": self.service, **claims}, signer, algorithm, headers={"kid": kid or name}
        )

    def activity(self, text: str, **more: Any) -> dict[str, Any]:
        """Return an activity with a message of hers."""
        conversation = {"id": self.conversation, "conversationType": self.kind, "tenantId": TENANT}
        return {
            "type": "message",
            "id": str(time.time_ns()),
            "timestamp": "2026-01-01T00:00:00.000Z",
            "serviceUrl": self.service,
            "channelId": "msteams",
            "from": {"id": f"29:{self.person}", "name": "Ann", "aadObjectId": self.person},
            "conversation": conversation | ({"isGroup": True} if self.kind != "personal" else {}),
            "recipient": ASSISTANT,
            "textFormat": "plain",
            "text": text,
            "locale": "en-US",
            **more,
        }

    def send(self, activity: Any, authorization: str | None = None) -> int:
        """Post an activity; return the status."""
        shown = f"Bearer {self.token()}" if authorization is None else authorization
        headers = {"Content-Type": "application/json", "Authorization": shown}
        self.status, _ = post(self.webhook, json.dumps(activity).encode(), headers)
        return self.status

    def say(self, said: str = "", **more: Any) -> list[Call]:
        """Send a message, and return what was sent as the answer."""
        before = len(self.stand_in.sent(ACTIVITIES))
        assert self.send({**self.activity(said), **more}) == 200
        return self.stand_in.sent(ACTIVITIES)[before:]


def mentioning(text: str) -> dict[str, Any]:
    """Return the text and entities of a message that mentions the assistant."""
    mention = "<at>Osteo</at>"
    return {"text": f"{mention} {text}", "entities": [{"type": "mention", "mentioned": ASSISTANT, "text": mention}]}


def buttons(message: Call) -> list[dict[str, Any]]:
    """Return the buttons of a message."""
    return [action for card in message.body.get("attachments", []) for action in card["content"]["actions"]]


def seen(messages: list[Call]) -> str:
    """Return the texts of messages."""
    return "\n".join(message.body["text"] for message in messages)


def new_person(webhook: str, stand_in: StandIn, **more: str) -> TeamsPerson:
    """Return a person with a conversation of her own."""
    who = {"person": secrets.token_hex(8), "conversation": f"a:{secrets.token_hex(8)}", **more}
    return TeamsPerson(webhook, stand_in, **who)
