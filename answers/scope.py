"""Whom the table does not cover, said kindly, with where to go."""

from __future__ import annotations

from answers.knowledge import sources_of, store
from answers.message import Message
from answers.register import Audience


def scope_message(reason: str, audience: Audience) -> Message:
    """Return why the table does not fit this person, and where to ask.

    :param reason: a value of the fact `scope`, not `in_scope`
    """
    known = store().scope(reason)
    pointer = known.pointer[audience]
    custom = {"type": "scope", "reason": reason, "pointer": pointer, "sources": sources_of(known.sources)}
    return Message(f"{known.text[audience]} {pointer}", custom)
