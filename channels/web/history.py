"""A conversation as it was, read from the events of the tracker store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rasa.shared.core.events import BotUttered, Event, UserUttered

from channels.web.outgoing import Item, item_of, with_cards

OPENING = ("/start", "/clinician")
"""What the widget sends to open a conversation; nobody has typed it, so it is not shown."""


@dataclass
class Turn:
    """One message of a person and what was answered.

    `shown`: what the page shows of it; None: nothing. `chosen`: it was a reply that had been offered. `at`: Unix time.
    """

    number: int
    text: str
    shown: str | None
    at: float
    chosen: bool = False
    replies: list[Item] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return it as a client receives it."""
        said = {"number": self.number, "said": self.shown, "chosen": self.chosen, "at": self.at}
        return {**said, "replies": with_cards(self.replies)}


def turns_of(events: Iterable[Event]) -> list[Turn]:
    """Return the turns of a conversation, oldest first."""
    turns: list[Turn] = []
    for event in events:
        if isinstance(event, UserUttered):
            turns.append(_turn(event, len(turns) + 1))
        elif isinstance(event, BotUttered) and turns:
            turns[-1].replies.append(item_of(event.text, event.data))
    return turns


def _turn(event: UserUttered, place: int) -> Turn:
    metadata = event.metadata or {}
    number = metadata.get("number")
    if not isinstance(number, int):
        number = place
    text = event.text or ""
    title = metadata.get("title")
    return Turn(number, text, shown(text, title, number), event.timestamp, bool(title))


def shown(text: str, title: str | None, number: int) -> str | None:
    """Return what the page shows of a message: what its button said, or its words; None for the opening."""
    return None if number == 1 and text in OPENING else title or text
