"""Terms and drug names explained at first use, in a line below the message or in a message of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from answers.knowledge import store
from answers.limits import MOST_MESSAGES, MOST_WORDS, packed, words
from answers.message import Message
from answers.strings import theme
from knowledge.errors import KnowledgeError

OURS = ("question", "clarify", "rejected")
"""Messages whose words stay alone: a question must not be hidden behind an explanation."""


def explained(replies: list[Message], known: list[str]) -> tuple[list[Message], list[str]]:
    """Return the replies with the terms explained that are not known yet, and the terms known then.

    A term is explained below the message that brings it if both fit into one message, else in a message before the
    next question. Where there is no room for that either, it is left for its next use.
    """
    told = list(known)
    shown: list[Message] = []
    left: list[tuple[str, str]] = []
    for message in replies:
        new = [] if _is_document(message) else _new_terms(message, told)
        told += [term for term, _ in new]
        lines = [line for term, line in new if not _is_explained(term, message.text)]
        if lines and _is_alone(message):
            left += [(term, line) for term, line in new if line in lines]
        elif lines:
            fitting = "\n".join([message.text, *lines])
            if words(fitting) <= MOST_WORDS:
                shown.append(replace(message, text=fitting))
                continue
            left += [(term, line) for term, line in new if line in lines]
        shown.append(message)
    return _with_rest(shown, left, told)


def _with_rest(shown: list[Message], left: list[tuple[str, str]], told: list[str]) -> tuple[list[Message], list[str]]:
    """Put what found no room into messages of its own, as far as the turn has room for them."""
    room = MOST_MESSAGES - len(shown)
    texts = packed([line for _, line in left])
    kept, dropped = texts[: max(room, 0)], texts[max(room, 0) :]
    missing = {term for term, line in left if any(line in text for text in dropped)}
    at = next((place for place, each in enumerate(shown) if _is_alone(each)), None)
    if at is None and shown and shown[-1].buttons:
        last = shown[-1]
        shown = [*shown[:-1], replace(last, buttons=()) if kept else last]
        shown += [Message(text, None, last.buttons if text == kept[-1] else ()) for text in kept]
    else:
        place = len(shown) if at is None else at
        shown[place:place] = [Message(text) for text in kept]
    return shown, [term for term in told if term not in missing]


def _is_alone(message: Message) -> bool:
    custom = message.custom or {}
    return custom.get("type") in OURS or custom.get("what") == "exercise"


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
    spellings = sorted(_ids(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, spellings)) or '(?!)'})\b", re.IGNORECASE)


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
