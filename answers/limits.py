"""How much is said at once: 60 words a message, three messages before the person has her turn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

MOST_WORDS = 60
MOST_MESSAGES = 3

Item = TypeVar("Item")


def words(text: str) -> int:
    """Return how many words a text has; figures count, signs on their own do not."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def packed(parts: Iterable[str], separator: str = "\n") -> list[str]:
    """Return the parts joined into as few texts as possible, none longer than a message; no part is cut."""
    texts: list[str] = []
    for part in parts:
        if texts and words(texts[-1]) + words(part) <= MOST_WORDS:
            texts[-1] = f"{texts[-1]}{separator}{part}"
        else:
            texts.append(part)
    return texts


def fitted(parts: Sequence[str]) -> list[str]:
    """Return the parts packed in order; where that makes too many messages, each part goes where there is room first."""
    texts = packed(parts)
    if len(texts) <= MOST_MESSAGES:
        return texts
    boxes: list[list[str]] = []
    for part in parts:
        box = next((each for each in boxes if words(" ".join([*each, part])) <= MOST_WORDS), None)
        if box is None:
            boxes.append([part])
        else:
            box.append(part)
    return ["\n".join(box) for box in boxes]


def paged(items: Sequence[Item], size: int = MOST_MESSAGES) -> list[list[Item]]:
    """Return the items in pages of at most that many."""
    return [list(items[start : start + size]) for start in range(0, len(items), size)]
