"""The knowledge as the answers use it: the store, opened once, and sources in the contract's shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, TypeVar

from knowledge.errors import KnowledgeError
from knowledge.store import Store

Value = TypeVar("Value")


@lru_cache(maxsize=1)
def store() -> Store:
    """Return the reader of the knowledge database. :raises KnowledgeError: when the file is missing or corrupt."""
    return Store()


def sources_of(ids: Iterable[str]) -> list[dict[str, Any]]:
    """Return sources as the contract shows them, each once."""
    records = [store().source(each) for each in dict.fromkeys(ids)]
    return [{"id": each.id, "title": each.title, "year": each.year, "url": each.url} for each in records]


def unless_unreadable(question: Callable[[Store], Value], otherwise: Value) -> Value:
    """Ask the store, and return something else when it cannot be read.

    For what stands beside an answer of the table: the answer itself must not wait for it.
    """
    try:
        return question(store())
    except KnowledgeError:
        return otherwise
