"""What is not done, said in one sentence with the HTTP status that goes with it."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """A request that is refused. `status`: HTTP status; `more`: fields beside `error` that help a client go on."""

    def __init__(self, status: int, sentence: str, **more: Any) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.more = more


def no_session() -> Refusal:
    """Return the refusal of whoever has no valid token: the same for a missing, altered, expired and deleted one."""
    return Refusal(401, "This chat has ended or expired. Please start a new chat.")


def too_many(what: str, seconds: int) -> Refusal:
    """Return the refusal of somebody who is too fast, with the seconds to wait."""
    wait = "1 second" if seconds == 1 else f"{seconds} seconds"
    return Refusal(429, f"That was a lot of {what} at once. Please wait {wait}, then try again.", retry_after=seconds)
