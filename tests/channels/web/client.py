"""A client of the web chat over plain HTTP, which keeps its token as the widget does."""

from __future__ import annotations

import http.client
import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

API = "/webhooks/web"
SECONDS = 30
SECONDS_OPEN = 2.0


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    @property
    def error(self) -> str:
        """The sentence of a refusal."""
        return str(self.json["error"])


@dataclass
class WebClient:
    """One client. `token`: of its conversation; `number`: of its last message."""

    address: str
    token: str = ""
    number: int = 0
    _used: float = field(default=0.0, repr=False)
    _connection: http.client.HTTPConnection | None = field(default=None, repr=False)

    def ask(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Answer:
        """Send a request to the server; a body that is not bytes goes as JSON."""
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        sent = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        if time.monotonic() - self._used > SECONDS_OPEN:  # the server may have closed it
            self.hang_up()
        self._used = time.monotonic()
        if self._connection is None:
            self._connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=SECONDS)
        try:
            self._connection.request(method, path, body, {**sent, **(headers or {})})
            answer = self._connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        except BaseException:
            self.hang_up()
            raise

    def hang_up(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def api(self, method: str, path: str, body: Any = None) -> Answer:
        """Send a request to the channel, and keep the token that comes back."""
        answer = self.ask(method, f"{API}/{path}", body)
        if answer.status < 300 and "json" in answer.headers.get("Content-Type", ""):
            self.token = answer.json.get("token", self.token)
        return answer

    def open(self) -> WebClient:
        """Open a conversation and say its opening."""
        self.token, self.number = "", 0
        assert self.api("POST", "session").status == 201
        assert self.say("/start").status == 200
        return self

    def say(self, text: str, key: str = "text", number: int | None = None) -> Answer:
        """Send the next message (`key`: text or reply), or one with that number."""
        answer = self.api("POST", "message", {"number": number or self.number + 1, key: text})
        if answer.status == 200:
            self.number = answer.json["number"]
        return answer

    def texts(self) -> str:
        """All that was said in the conversation, as the history has it."""
        turns = self.api("GET", "history").json["turns"]
        return "\n".join(
            [str(turn["said"]) for turn in turns] + [each["text"] for turn in turns for each in turn["replies"]]
        )
