"""The first words of a conversation, cut short and joined to the answer where the turn would else have too many messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answers.limits import MOST_MESSAGES, MOST_WORDS, words
from answers.message import Message
from answers.register import CLINICIAN, PATIENT
from answers.strings import theme


def is_introduced(replies: Sequence[Message]) -> bool:
    """Say whether the first of these messages is the introduction and nothing else."""
    return (
        bool(replies)
        and replies[0].custom is None
        and replies[0].text.startswith(theme("talk")[PATIENT]["introduction"])
    )


def can_join(message: Message) -> bool:
    """Say whether the short introduction fits into the same message."""
    return words(_joined(message)) <= MOST_WORDS


def within_limit(replies: list[Message]) -> list[Message]:
    """Return the replies; where they are too many, the introduction is said short, in the same message as what follows it.

    Where that would be too long a message, or there is no introduction, neighbours that fit into one are joined instead.
    """
    if len(replies) <= MOST_MESSAGES:
        return replies
    if is_introduced(replies) and can_join(replies[1]):
        return within_limit([replace(replies[1], text=_joined(replies[1])), *replies[2:]])
    for at in range(int(is_introduced(replies)), len(replies) - 1):
        first, second = replies[at : at + 2]
        text = f"{first.text}\n{second.text}"
        if words(text) <= MOST_WORDS and not (first.custom and second.custom):
            one = Message(text, first.custom or second.custom, second.buttons or first.buttons)
            return within_limit([*replies[:at], one, *replies[at + 2 :]])
    return replies


def signed(replies: list[Message]) -> list[Message]:
    """Return a clinician's first replies with what speaks here below them, unless one of them says so itself."""
    short = theme("first_words")[CLINICIAN]["short"]
    if not replies or any(_says_what_it_is(each) for each in replies):
        return replies
    return [*replies[:-1], replace(replies[-1], text=f"{replies[-1].text}\n{short}")]


def _says_what_it_is(message: Message) -> bool:
    introduction = theme("talk")[CLINICIAN]["introduction"]
    return (message.custom or {}).get("type") == "decision" or message.text.startswith(introduction)


def _joined(message: Message) -> str:
    return f"{theme('first_words')[PATIENT]['short']}\n{message.text}"
