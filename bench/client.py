"""A client of the REST channel that keeps its connection open, as a proxy or a browser would."""

from __future__ import annotations

import http.client
import json
import time
from types import TracebackType
from typing import Any, Optional

from typing_extensions import Self

SECONDS_TO_ANSWER = 60.0


class Client:
    """One connection. Use it in a `with` block, from one thread."""

    def __init__(self, host: str, port: int) -> None:
        self._connection = http.client.HTTPConnection(host, port, timeout=SECONDS_TO_ANSWER)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self._connection.close()

    def say(self, sender: str, text: str) -> list[dict[str, Any]]:
        """Send a message and return the replies.

        :raises OSError: when nobody answers, or with anything but a list of replies
        """
        body = json.dumps({"sender": sender, "message": text})
        try:
            self._connection.request("POST", "/webhooks/rest/webhook", body, {"Content-Type": "application/json"})
            answer = self._connection.getresponse()
            content = answer.read()
        except http.client.HTTPException as error:
            self._connection.close()
            raise OSError("the connection broke") from error
        replies = json.loads(content) if answer.status == 200 else None
        if not isinstance(replies, list):
            raise OSError(f"the answer has status {answer.status}")
        return replies

    def time(self, sender: str, text: str) -> float:
        """Send a message and return the milliseconds until its answer is read.

        :raises OSError: when nobody answers, or with an answer that is empty or says that nothing was understood
        """
        began = time.perf_counter()
        replies = self.say(sender, text)
        taken = (time.perf_counter() - began) * 1000
        if not replies or any((reply.get("custom") or {}).get("type") == "fallback" for reply in replies):
            raise OSError(f"“{text}” was not answered as it should be: {replies}")
        return taken
