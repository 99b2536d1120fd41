"""What is sent back: the messages of one turn as one, within the limits of a channel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from channels.messengers.incoming import Pressed
from channels.numbered import NOTHING, Item, Offer, Option, offer_in, without_list

BETWEEN = "\n\n"


@dataclass(frozen=True)
class Limits:
    """What a channel takes: `text`: characters of a message; `buttons`: how many on it, `label`: characters on each."""

    text: int
    buttons: int = 0
    label: int = 0


@dataclass(frozen=True)
class Button:
    """A button: what it shows, and what the service sends back when it is pressed."""

    label: str
    token: str


@dataclass(frozen=True)
class Reply:
    """The answer to one message: the messages of the assistant, in order."""

    items: tuple[Item, ...]

    @cached_property
    def offer(self) -> Offer:
        """What is offered with it."""
        return offer_in(self.items) or NOTHING

    @cached_property
    def text(self) -> str:
        """All that is said, without the options."""
        texts = (without_list(item.get("text") or "", self.offer).strip() for item in self.items)
        return BETWEEN.join(text for text in texts if text)

    def whole(self) -> str:
        """Return all that is said with the options below it."""
        return BETWEEN.join(part for part in (self.text, "\n".join(self.offer.lines())) if part)

    def texts(self, limits: Limits) -> list[str]:
        """Return the messages to send, in order; the options are in the last one unless they are buttons."""
        return split(self.text if self.buttons(limits) else self.whole(), limits.text)

    def buttons(self, limits: Limits) -> list[Button]:
        """Return the buttons of the last message: all options or, where the channel cannot take all, none."""
        options = self.offer.options
        buttons = [
            Button(_label(option), Pressed(self.offer.tag, place).token()) for place, option in enumerate(options, 1)
        ]
        fits = len(buttons) <= limits.buttons and all(len(button.label) <= limits.label for button in buttons)
        return buttons if fits else []


def _label(option: Option) -> str:
    return f"{option.label}) {option.title}"


def split(text: str, most: int) -> list[str]:
    """Return a text in pieces of at most `most` characters, parted where it hurts least; no word is cut that fits."""
    return list(_pieces(text.strip(), most))


BREAKS: Sequence[re.Pattern[str]] = tuple(map(re.compile, (r"\n\n", r"\n", r"(?<=[.!?])\s", r"\s")))


def _pieces(text: str, most: int) -> Iterator[str]:
    while len(text) > most:
        end = _end(text, most)
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    if text:
        yield text


def _end(text: str, most: int) -> int:
    """Return where a piece ends: at the last break of the best kind that does not leave it less than half full."""
    window = text[: most + 1]
    for kind in BREAKS:
        ends = [found.start() for found in kind.finditer(window) if most // 2 <= found.start() <= most]
        if ends:
            return ends[-1]
    return most
