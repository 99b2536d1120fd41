"""What to say when a message was not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Optional

from answers.facts import listed
from answers.knowledge import unless_unreadable
from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme
from knowledge.records import SearchHit

MISSES_UNTIL_WAY_OUT = 2
SUGGESTED = 3
NEAREST = 2
SEARCHED = 6


def fallback_message(misses: int, question_is_open: bool, ranking: Sequence[str], audience: Audience) -> Message:
    """Return a first miss with a hint, a second one with examples and a way to a person.

    :param misses: messages not understood in a row, this one included
    :param question_is_open: a question of ours waits for its answer
    :param ranking: names of the nearest intents, the likeliest first
    """
    words = theme("talk")[audience]
    suggestions = suggestions_for(ranking)
    if misses >= MISSES_UNTIL_WAY_OUT:
        text = words[("not_understood_twice", "not_understood_again", "not_understood_still")[misses % 3 - 2]]
    else:
        text = words["not_understood"].format(hint=words["hint_question" if question_is_open else "hint_open"])
    custom = {"type": "fallback", "suggestions": [each.payload for each in suggestions]}
    return Message(text, custom, tuple(suggestions))


def nearest_message(near: Sequence[str], audience: Audience) -> Optional[Message]:
    """Return the topics nearest to a free question, said to be no more than that; None without one.

    :param near: ids of topics, the nearest first
    """
    buttons = _topic_buttons(near)
    if not buttons:
        return None
    words = theme("fallback")[audience]
    custom = {"type": "fallback", "suggestions": [each.payload for each in buttons], "nearest": list(near)}
    return Message(words["nearest"].format(topics=_quoted(buttons)), custom, (*buttons, Button.read(words["other"])))


def _topic_buttons(topics: Sequence[str]) -> list[Button]:
    labels = theme("intents")
    return [Button.read(labels[f"ask_{topic}"]) for topic in topics]


def _quoted(buttons: Sequence[Button]) -> str:
    return listed([f"“{each.payload.rstrip('?')}”" for each in buttons])


def nearest_topics(text: str, drugs: Sequence[str]) -> list[str]:
    """Return the ids of at most two topics that share a telling word with the message, the nearest first."""
    strings = theme("fallback")
    told = [word for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in set(strings["empty_words"].split())]
    hits: Sequence[SearchHit] = unless_unreadable(lambda store: store.search(" ".join(told), SEARCHED), ())
    found = [
        hit.topic
        for hit in hits
        if hit.score <= strings["least"] and (hit.drug is None or not drugs or hit.drug in _kin(drugs))
    ]
    return list(dict.fromkeys(found))[:NEAREST]


def _kin(drugs: Sequence[str]) -> set[str]:
    """Return the drugs with the options and classes that they belong to."""
    return unless_unreadable(lambda store: set(drugs).union(*(store.subjects(drug) for drug in drugs)), set(drugs))


def not_held_message(text: str, audience: Audience) -> Optional[Message]:
    """Return the words that say so when a message asks about something that the knowledge does not hold, or None."""
    strings = theme("fallback")
    found = re.search(rf"\b(?:{strings['not_held_pattern'].strip()})\b", text, re.IGNORECASE)
    if found is None:
        return None
    term = found.group().lower()
    kind = "not_held_now" if re.match(strings["not_held_now_pattern"], term) else "not_held"
    return Message(strings[audience][kind].format(term=term))


def refusal_message(reason: str, audience: Audience, near: Sequence[str] = ()) -> Message:
    """Return what is said to an empty message, a strange command, or a request outside the subject.

    :param reason: `empty`, `unknown_command` or `out_of_scope`
    :param near: ids of topics of ours that the request may mean after all
    """
    buttons = _topic_buttons(near)
    text = theme("talk")[audience][reason]
    if buttons:
        text = f"{text} {theme('fallback')[audience]['meant'].format(topics=_quoted(buttons))}"
    custom = {"type": "fallback", "suggestions": [each.payload for each in buttons], "reason": reason}
    return Message(text, {**custom, "nearest": list(near)} if near else custom, tuple(buttons))


def suggestions_for(ranking: Sequence[str]) -> list[Button]:
    """Return the nearest intents as buttons that say them."""
    labels = theme("intents")
    return [Button.read(labels[name]) for name in ranking if name in labels][:SUGGESTED]
