"""Whom a question is about: the person herself, or a woman she answers for; then it says "she", and so do its quick replies."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from answers.message import Button, Message
from answers.strings import theme

WOMEN = frozenset(
    {"mother", "grandmother", "mum", "mom", "mam", "gran", "granny", "nan", "nana", "aunt", "auntie", "sister", "wife"}
)
"""Relatives who are women by their name; of a partner nobody knows."""


def is_she(about: Optional[str]) -> bool:
    """Say whether the case is that of another woman.

    :param about: the relative whose case it is, None for the person herself
    """
    return about is not None and (about in WOMEN or about.partition(" ")[0] in WOMEN)


def said_of_her(message: Message) -> Message:
    """Return a message whose quick replies speak of her: "I broke my hip" would tell of the person who writes."""
    kept = [each for each in message.buttons if each.payload != theme("questions")["never_of_her"]]
    return replace(message, buttons=tuple(Button(each.title, _of_her(each.payload)) for each in kept))


def _of_her(payload: str) -> str:
    for words, instead in theme("questions")["her_words"]:
        payload = re.sub(words, instead, payload)
    return payload[:1].upper() + payload[1:]
