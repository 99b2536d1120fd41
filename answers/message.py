"""One message of the assistant: text that is enough by itself, and what carries more for channels that can show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional


@dataclass(frozen=True)
class Button:
    """A quick reply. `title` is what is seen (at most 20 characters), `payload` what is then said."""

    title: str
    payload: str

    @classmethod
    def read(cls, text: str) -> Button:
        """Read "title | payload"; without a bar both are the same."""
        title, _, payload = text.partition("|")
        return cls(title.strip(), (payload or title).strip())


@dataclass(frozen=True)
class Message:
    """`custom` is the object of the contract that says what the message means; None for plain talk."""

    text: str
    custom: Optional[dict[str, Any]] = None
    buttons: tuple[Button, ...] = ()
