"""Random requests, made from the channel's own description and from what breaks things: none may break the
server, and none may bring back what another person said. OSTEOCHAT_FUZZ_REQUESTS=10000 makes it ten thousand."""

from __future__ import annotations

import http.client
import json
import os
import random
import string
import time
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from tests.channels.web.client import Answer, WebClient

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

REQUESTS = int(os.environ.get("OSTEOCHAT_FUZZ_REQUESTS") or 2_000)
SECONDS = 600.0
SECRETS = ("pomegranate", "−2.77", "-2.77")
"""Words of the other person, as she typed them and as the assistant repeats them."""
NASTY = [
    "", " ", "\x00", "\ud800", "\u202e", "💀" * 300, "x" * 1001, "x" * 17_000, "'; DROP TABLE events; --", "{{7*7}}",
    "<script>alert(1)</script>", "../../web-secret", "%00", "/inform{\"age\":3}", "/restart", "/session_start", "null",
    "-1e309", "NaN", "${jndi:ldap://x}", "{" * 400, "\r\nSet-Cookie: a=b", "hello", "my T-score is -1.2", "why?",
]  # fmt: skip
VALUES: list[Any] = [None, True, False, 0, -1, 1, 2, 1.5, 10**20, 1e308, [], {}, [[]], {"a": {"b": []}}]
METHODS = ["GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS"]


class Fuzzer:
    """Makes requests from a description; the same seed makes the same ones."""

    def __init__(self, description: dict[str, Any], seed: int) -> None:
        self.description = description
        self.dice = random.Random(seed)
        self.doors = [(path, method) for path, methods in description["paths"].items() for method in methods]

    def text(self) -> str:
        """Return any text."""
        if self.dice.random() < 0.6:
            return self.dice.choice(NASTY)
        signs = string.printable + "éß漢\u200f−–“”"
        return "".join(self.dice.choices(signs, k=self.dice.randrange(60)))

    def value(self, schema: dict[str, Any]) -> Any:
        """Return a value that fits a schema, or quite another one."""
        if self.dice.random() < 0.25:
            return self.dice.choice([*VALUES, self.text()])
        if "enum" in schema:
            return self.dice.choice(schema["enum"])
        if schema.get("type") == "integer":
            return self.dice.randrange(1, 6)
        return self.text()

    def body(self, operation: dict[str, Any]) -> bytes | None:
        """Return a body for an operation: as described, broken, or none."""
        dice = self.dice.random()
        if dice < 0.05:
            return bytes(self.dice.randbytes(self.dice.randrange(300)))
        if "requestBody" not in operation:
            return None if dice < 0.8 else b"{}"
        reference = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        schema = self.description["components"]["schemas"][reference.rpartition("/")[2]]
        names = [name for name in schema["properties"] if self.dice.random() < 0.8]
        if "oneOf" in schema and self.dice.random() < 0.8:
            names = ["number", self.dice.choice(["text", "text", "reply"])]
        content = {name: self.value(schema["properties"][name]) for name in names}
        written = json.dumps(content)
        return (written[: len(written) // 2] if dice > 0.95 else written).encode()

    def path(self, path: str, operation: dict[str, Any]) -> str:
        """Return an address for an operation, its parameters filled in."""
        query = []
        shared = self.description["components"]["parameters"]
        for each in operation.get("parameters", ()):
            parameter = shared[each["$ref"].rpartition("/")[2]] if "$ref" in each else each
            value = quote(str(self.value(parameter["schema"])).encode("utf-8", "replace"), safe="")
            if parameter["in"] == "path":
                path = path.replace(f"{{{parameter['name']}}}", value or "x")
            elif self.dice.random() < 0.8:
                query.append(f"{parameter['name']}={value}")
        if self.dice.random() < 0.03:
            path += quote(self.text().encode("utf-8", "replace"))
        return path + ("?" + "&".join(query) if query else "")

    def token(self, mine: str) -> str:
        """Return my token, or one that is altered, made up or none."""
        dice = self.dice.random()
        if dice < 0.6:
            return mine
        if dice < 0.8:
            place = self.dice.randrange(len(mine))
            return mine[:place] + self.dice.choice(string.ascii_letters) + mine[place + 1 :]
        return self.dice.choice(["", "x", "null", "a.b.c", "e30.e30.", mine[:-5], mine * 4])

    def request(self, mine: str) -> tuple[str, str, bytes | None, dict[str, str]]:
        """Return method, address, body and headers of a request."""
        path, method = self.dice.choice(self.doors)
        operation = self.description["paths"][path][method]
        if path.endswith("/message") is False and self.dice.random() < 0.1:
            method = self.dice.choice(METHODS)
        headers = {"Content-Type": self.dice.choice(["application/json", "text/plain", "multipart/form-data", "x"])}
        token = self.token(mine)
        if token:
            headers["Authorization"] = self.dice.choice(["Bearer ", "Bearer ", "Bearer ", "bearer ", ""]) + token
        if self.dice.random() < 0.1:
            headers[self.dice.choice(["Origin", "Accept-Encoding", "If-None-Match", "X-Forwarded-For", "Cookie"])] = (
                "a,b"
            )
        return method.upper(), self.path(path, operation), self.body(operation), headers


def said_in(client: WebClient) -> list[Any]:
    """Return all that was said in a conversation, without the times."""
    return [{**turn, "at": 0} for turn in client.api("GET", "history").json["turns"]]


def wrong_with(answer: Answer) -> str:
    """Return what is wrong with an answer, or nothing."""
    if answer.status >= 500:
        return f"status {answer.status}"
    text = answer.body.decode("utf-8", "replace")
    found = [secret for secret in SECRETS if secret in text]
    if found:
        return f"holds {found}"
    if "Traceback" in text or "site-packages" in text:
        return "holds a stack trace"
    return ""


def test_no_random_request_breaks_the_server_or_shows_what_another_person_said(
    new_client: Callable[[], WebClient],
) -> None:
    victim = new_client().open()
    assert victim.say("I slipped on a pomegranate and my T-score is -2.77").status == 200
    before = said_in(victim)
    description = victim.ask("GET", "/openapi.json").json
    seed = int(os.environ.get("OSTEOCHAT_FUZZ_SEED") or random.SystemRandom().randrange(10**6))
    fuzzer, client, end = Fuzzer(description, seed), new_client(), time.monotonic() + SECONDS
    client.api("POST", "session")
    seen: Counter[int] = Counter()
    for place in range(REQUESTS):
        method, path, body, headers = fuzzer.request(client.token)
        mine = client.token
        client.token = ""
        try:
            answer = client.ask(method, path, body, headers)
        except (http.client.HTTPException, ConnectionError) as error:
            raise AssertionError(f"seed {seed}, request {place}: {method} {path}: {error!r}") from error
        client.token = mine
        wrong = wrong_with(answer)
        assert not wrong, f"seed {seed}, request {place}: {method} {path} {body!r}: {wrong}"
        seen[answer.status] += 1
        if path.endswith("/conversation") and answer.status == 204:
            client.api("POST", "session")
        if answer.status == 200 and path.endswith("/message") and b'"deleted"' in answer.body:
            client.api("POST", "session")
        assert time.monotonic() < end, f"too slow: {place} requests in {SECONDS} seconds"
    assert said_in(victim) == before
    assert victim.say("show what you have noted").status == 200
    assert {200, 201, 204, 400, 401, 404} <= set(seen), f"the requests reach too little: {dict(seen)}"
    print(f"seed {seed}: {dict(sorted(seen.items()))}")
