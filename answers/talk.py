"""What the assistant says of itself and of the conversation."""

from __future__ import annotations

from typing import Any, Optional

from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme


def talk(key: str, audience: Audience, custom: Optional[dict[str, Any]] = None, **values: Any) -> Message:
    """Return one of the sentences of `strings/talk.yml` as a message, with its buttons when it has some."""
    words = theme("talk")[audience]
    buttons = tuple(Button.read(each.format(**values)) for each in words.get(f"{key}_buttons", ()))
    return Message(words[key].format(**values), custom, buttons)


def status(what: str, audience: Audience, key: Optional[str] = None) -> Message:
    """Return a message that says that something was done: restarted, stopped, deleted, a register switched."""
    return talk(key or what, audience, {"type": "status", "what": what})


def introduction(alone: bool, audience: Audience = "patient") -> Message:
    """Return who speaks and, when the person has said nothing else yet, what can be done and what is kept."""
    first = talk("introduction", audience)
    if not alone:
        kept = theme("talk")[audience].get("introduction_kept", "")
        return Message(f"{first.text} {kept}".strip())
    more = talk("introduction_more", audience)
    buttons = tuple(map(Button.read, theme("talk")[audience]["introduction_buttons"]))
    return Message(f"{first.text}\n{more.text}", None, buttons)


def apology(reference: str) -> Message:
    """Return the one honest sentence for an error of ours."""
    return talk("apology", "patient", reference=reference)
