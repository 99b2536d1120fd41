"""A message from any messenger, in one shape."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.commands import COMMANDS

SHAPE_ERRORS = (LookupError, TypeError, AttributeError)
"""What reading raises on a message whose shape is not the one that its service documents."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u2066-\u2069\ufeff\ud800-\udfff]")
_BANG = re.compile(r"!([a-z]+)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Pressed:
    """A button that was pressed: the place of its option, from 1, in the offer of that tag."""

    tag: str
    place: int

    def token(self) -> str:
        """Return what a service keeps with the button and sends back: short, and without a word of the option."""
        return f"choose:{self.tag}:{self.place}"


@dataclass(frozen=True)
class Reacted:
    """A reaction to a message that offered the options of that tag."""

    tag: str
    sign: str


@dataclass(frozen=True)
class Incoming:
    """One message of a person.

    `id`: the service's own name of the message; the same message sent again has the same. `room`, `thread` (empty outside of
    threads) and `person` together are one case. `text`: what was written, without the mention of the assistant. `sentence`:
    what there is to say to what cannot be taken as a message, such as a change to an earlier one.
    """

    id: str
    room: str
    thread: str
    person: str
    text: str = ""
    choice: Pressed | Reacted | None = None
    sentence: str = ""


def pressed_in(token: object) -> Pressed | None:
    """Return the button that a service says was pressed, or None when it is none of ours."""
    found = re.fullmatch(r"choose:([0-9a-f]{1,16}):(\d{1,2})", token) if isinstance(token, str) else None
    return Pressed(found.group(1), int(found.group(2))) if found else None


def cleaned(text: str) -> str:
    """Return a text as the dialogue takes it: no signs that cannot be seen, and "!why" for "/why".

    Some messengers keep the slash for themselves, so that a command cannot be typed with it.
    """
    plain = _CONTROL.sub("", text).replace("\xa0", " ").strip()
    bang = _BANG.match(plain)
    return f"/{plain[1:]}" if bang and bang.group(1).lower() in COMMANDS else plain
