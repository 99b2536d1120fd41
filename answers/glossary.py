"""Terms and drug names explained at first use, in a line below the message or in a message of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from answers.knowledge import store
from answers.limits import MOST_MESSAGES, MOST_WORDS, words
from answers.message import Message
from answers.strings import theme
from knowledge.errors import KnowledgeError

ALONE = ("clarify", "rejected")
"""Messages whose words stay alone: a short question back must not be hidden behind an explanation."""
MOST_TERMS = 2
"""Terms that are explained in one turn; the others wait for their next use."""


def explained(replies: list[Message], known: list[str]) -> tuple[list[Message], list[str]]:
    """Return the replies with the terms explained that are not known yet, and the terms known then.

    A term is explained below the message that brings it if both fit into one message, else in a message right after it.
    Where there is no room for that either, it is left for its next use. A question has its terms below it or nowhere.
    """
    told = list(known)
    shown: list[Message] = []
    count = 0
    for number, message in enumerate(replies):
        new = [] if _is_document(message) or _is_alone(message) else _new_terms(message, told)
        own = [term for term, line in new if _is_explained(term, message.text)]
        wanted = [(term, line) for term, line in new if term not in own][: MOST_TERMS - count]
        told += own
        room = MOST_MESSAGES - len(shown) - len(replies[number:])
        made, used = _with_terms(message, [line for _, line in wanted], room)
        shown += made
        told += [term for term, _ in wanted[:used]]
        count += used
    return shown, told


def _with_terms(message: Message, lines: list[str], room: int) -> tuple[list[Message], int]:
    """Return the message with as many of the lines as can be told, and how many these are.

    :param room: messages that can still be added to this turn
    """
    for used in range(len(lines), 0, -1):
        below = "\n".join([message.text, *lines[:used]])
        if words(below) <= MOST_WORDS:
            return [replace(message, text=below)], used
    if not lines or room < 1 or not message.custom or message.custom.get("type") == "question":
        return [message], 0
    after = Message("\n".join(lines), None, message.buttons)
    return [replace(message, buttons=()), after], len(lines)


def _is_alone(message: Message) -> bool:
    custom = message.custom or {}
    return custom.get("type") in ALONE or custom.get("what") == "exercise"


def _is_document(message: Message) -> bool:
    """A page to take along, a list of titles and the examples after a miss are not read as a talk is."""
    custom = message.custom or {}
    return custom.get("type") in ("summary", "fallback") or custom.get("what") == "sources"


def _new_terms(message: Message, told: list[str]) -> list[tuple[str, str]]:
    """Return the terms of a message that were not told yet, each with its explanation."""
    found = []
    seen = set(told)
    for match in _pattern().finditer(message.text):
        term = _ids()[match.group().lower()]
        if term not in seen:
            seen.add(term)
            found.append((term, _line(term, match.group())))
    return found


def _is_explained(term: str, text: str) -> bool:
    pattern = theme("glossary")["explained_by"].get(term)
    return bool(pattern and re.search(pattern, text, re.IGNORECASE))


@lru_cache(maxsize=1)
def _ids() -> dict[str, str]:
    """Return every spelling that is explained, in lower case, with the id of its term or drug."""
    try:
        spellings = {spelling.lower(): store().explain(spelling) for spelling in store().terms()}
        drugs = {store().drug(drug).name.lower(): drug for drug in store().drugs()}
    except KnowledgeError:  # without the knowledge there is nothing to explain, and the answer goes out all the same
        return {}
    terms = {spelling: note.id.removeprefix("glossary/") for spelling, note in spellings.items() if note}
    plain = set(theme("glossary")["plain"])
    return {spelling: term for spelling, term in {**terms, **drugs}.items() if term not in plain}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Return a pattern of all spellings, the longest first; by their first letters, so that most are not tried at most words."""
    by_letter: dict[str, list[str]] = {}
    for spelling in sorted(_ids(), key=len, reverse=True):
        by_letter.setdefault(spelling[0], []).append(re.escape(spelling[1:]))
    any_of = "|".join(f"{re.escape(first)}(?:{'|'.join(others)})" for first, others in by_letter.items())
    return re.compile(rf"\b(?:{any_of or '(?!)'})\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def _line(term: str, spelling: str) -> str:
    """Return the explanation: the plain name of a drug, or the words of the glossary."""
    if term in store().drugs():
        meaning = store().drug(term).plain_name.partition("(")[2].removesuffix(")")
    else:
        note = store().explain(spelling)
        meaning = note.text["patient"] if note else ""
    shown = spelling if spelling.isupper() else spelling[:1].upper() + spelling[1:]
    return str(theme("glossary")["line"].format(term=shown, meaning=meaning))
