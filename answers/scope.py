"""Whom the table does not cover, said kindly, with where to go."""

from __future__ import annotations

from typing import Any

from answers.knowledge import sources_of, store
from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme


def scope_message(reason: str, audience: Audience) -> Message:
    """Return why the table does not fit this person, and where to ask.

    :param reason: a value of the fact `scope`, not `in_scope`
    """
    known = store().scope(reason)
    return Message(f"{known.text[audience]} {known.pointer[audience]}", _custom(reason, audience))


def still_outside_message(reason: str, audience: Audience, noted: bool) -> Message:
    """Return the short form, for somebody who was told before.

    :param noted: she told something more of her case
    """
    words = theme("scope")[audience]
    still = words["still"].format(pointer=store().scope(reason).pointer[audience])
    return Message(
        f"{words['noted']} {still}" if noted else still,
        _custom(reason, audience),
        tuple(map(Button.read, words["buttons"])),
    )


def _custom(reason: str, audience: Audience) -> dict[str, Any]:
    known = store().scope(reason)
    sources = sources_of(known.sources)
    return {"type": "scope", "reason": reason, "pointer": known.pointer[audience], "sources": sources}
