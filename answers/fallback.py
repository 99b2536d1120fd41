"""What to say when a message was not understood."""

from __future__ import annotations

from collections.abc import Sequence

from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme

MISSES_UNTIL_WAY_OUT = 2
SUGGESTED = 3


def fallback_message(misses: int, question_is_open: bool, ranking: Sequence[str], audience: Audience) -> Message:
    """Return a first miss with a hint, a second one with examples and a way to a person.

    :param misses: messages not understood in a row, this one included
    :param question_is_open: a question of ours waits for its answer
    :param ranking: names of the nearest intents, the likeliest first
    """
    words = theme("talk")[audience]
    suggestions = suggestions_for(ranking)
    if misses >= MISSES_UNTIL_WAY_OUT:
        text = words["not_understood_twice"]
    else:
        text = words["not_understood"].format(hint=words["hint_question" if question_is_open else "hint_open"])
    custom = {"type": "fallback", "suggestions": [each.payload for each in suggestions]}
    return Message(text, custom, tuple(suggestions))


def refusal_message(reason: str, audience: Audience) -> Message:
    """Return what is said to an empty message, a strange command, or a request outside the subject.

    :param reason: `empty`, `unknown_command` or `out_of_scope`
    """
    return Message(theme("talk")[audience][reason], {"type": "fallback", "suggestions": [], "reason": reason})


def suggestions_for(ranking: Sequence[str]) -> list[Button]:
    """Return the nearest intents as buttons that say them."""
    labels = theme("intents")
    return [Button.read(labels[name]) for name in ranking if name in labels][:SUGGESTED]
