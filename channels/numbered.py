"""Options that a person chooses by number or by letter, in every channel that shows text.

A number chooses, except after a question that a number answers (T-score, age, how many vertebrae …): there the options have
letters, so that "2" is never taken for "I don't know", nor "I don't know" for a T-score of 2. What was offered last is read
from the conversation itself, so it survives a restart and is gone when the conversation is deleted.
"""

from __future__ import annotations

import hashlib
import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Item = Mapping[str, Any]
"""One message of the assistant: `text`, `buttons` (list of `title` and `payload`) and `custom`, each of which may be missing."""

ASKING = ("question", "clarify", "rejected")
NUMBER_FACTS = ("t_score", "age", "vertebral_fractures")
"""Facts whose value is a number: a bare number answers the question for them."""
TAG_LENGTH = 8

BY_NUMBER = "Reply in your own words, or with a number:"
BY_LETTER = "Reply in your own words, or with a letter:"


@dataclass(frozen=True)
class Option:
    """One of the options. `label`: its number or letter. `title`: what is seen. `payload`: what is then said."""

    label: str
    title: str
    payload: str


@dataclass(frozen=True)
class Offer:
    """All options that a turn of the assistant offers, those of its last message first."""

    options: tuple[Option, ...] = ()
    by_letter: bool = False

    @cached_property
    def tag(self) -> str:
        """A short name of these options, by which a button or a reaction is known to belong to them."""
        said = "\0".join(option.payload for option in self.options)
        return hashlib.sha256(said.encode()).hexdigest()[:TAG_LENGTH]

    def at(self, place: int) -> Option | None:
        """Return the option at a place, counted from 1, or None."""
        return self.options[place - 1] if 0 < place <= len(self.options) else None

    def lines(self) -> list[str]:
        """Return the options as lines to read, under a line that says how to choose; nothing without options."""
        if not self.options:
            return []
        how = BY_LETTER if self.by_letter else BY_NUMBER
        return [how, *(f"{option.label}) {option.title}" for option in self.options)]


NOTHING = Offer()


def offer_in(items: Sequence[Item]) -> Offer | None:
    """Return what a turn offers; None for a turn that neither offers nor asks: what was offered before it still holds."""
    pairs = _pairs(items)
    customs = [item.get("custom") or {} for item in items]
    if not pairs and not any(custom.get("type") in ASKING for custom in customs):
        return None
    by_letter = any(_wants_a_number(item) for item in items)
    labels = string.ascii_uppercase if by_letter else [str(number) for number in range(1, len(pairs) + 1)]
    options = tuple(Option(label, title, payload) for label, (payload, title) in zip(labels, pairs))
    return Offer(options, by_letter)


def last_offer(events: Iterable[Any]) -> Offer:
    """Return what was offered last.

    :param events: the events of the conversation, oldest first, as Rasa keeps them
    """
    turn: list[Item] = []
    for event in reversed(list(events)):
        if event.type_name == "bot":
            turn.insert(0, {"text": event.text, **(event.data or {})})
        elif event.type_name == "user":
            offer = offer_in(turn)
            if offer is not None:
                return offer
            turn = []
    return offer_in(turn) or NOTHING


def without_list(text: str, offer: Offer) -> str:
    """Return a text without the numbered lines that a question has of its own: the options are listed once, below it."""
    own = {f"{number} {option.title}" for number, option in enumerate(offer.options, 1)}
    return "\n".join(line for line in text.split("\n") if line not in own)


_BARE = re.compile(r"(\d{1,2})\.?")
_EXPLICIT = re.compile(
    r"(?:#|(?:option|number|no\.?|nr\.?|n°)\s*)(\d{1,2})[.)]?|\(?(\d{1,2})\)|(\d|10)\ufe0f?\u20e3", re.IGNORECASE
)
_LETTER = re.compile(r"(?:option\s+)?\(?([a-z])[.)]?", re.IGNORECASE)
TEN = "\U0001f51f"


def choice_in(text: str, offer: Offer) -> Option | None:
    """Return the option that a message chooses by nothing but its number or letter, or None: then it is a message."""
    said = text.strip().replace(TEN, "#10")
    explicit = _EXPLICIT.fullmatch(said)
    if explicit:
        return offer.at(int(next(filter(None, explicit.groups()))))
    if offer.by_letter:
        letter = _LETTER.fullmatch(said)
        wanted = letter.group(1).upper() if letter else None
        return next((option for option in offer.options if option.label == wanted), None)
    bare = _BARE.fullmatch(said)
    return offer.at(int(bare.group(1))) if bare else None


def _pairs(items: Sequence[Item]) -> list[tuple[str, str]]:
    """Return payload and title of each option once, those of the last message first."""
    pairs: dict[str, str] = {}
    for item in reversed(items):
        for button in item.get("buttons") or ():
            pairs.setdefault(button["payload"], button["title"])
    return list(pairs.items())[: len(string.ascii_uppercase)]


def _wants_a_number(item: Item) -> bool:
    custom = item.get("custom") or {}
    if custom.get("type") in ASKING:
        return custom.get("fact") in NUMBER_FACTS
    if custom.get("what") != "exercise":
        return False
    # An exercise whose answers may be numbers does not number its choices in its text.
    own = [button["title"] for button in item.get("buttons") or ()]
    return not own or f"1 {own[0]}" not in (item.get("text") or "").split("\n")
