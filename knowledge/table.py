"""One table of ``knowledge.db``, and two helpers to describe it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class TableContent:
    """One table: column types, key, foreign keys as (column, table, column there), and the rows."""

    name: str
    columns: Mapping[str, type]
    key: str | tuple[str, ...]
    rows: list[Row]
    links: tuple[tuple[str, str, str], ...] = ()

    @property
    def required(self) -> set[str]:
        """Columns that are filled in every row: never empty, by a constraint."""
        return {name for name in self.columns if self.rows and all(row[name] is not None for row in self.rows)}


def table(name: str, columns: str, key: str | tuple[str, ...], rows: Iterator[Row], links: str = "") -> TableContent:
    """``columns``: names parted by blanks, ``name:int`` for a whole number; ``links``: ``column:table`` likewise."""
    typed: dict[str, type] = {part.split(":")[0]: int if part.endswith(":int") else str for part in columns.split()}
    keys = tuple((column, table, "id") for column, table in (link.split(":") for link in links.split()))
    return TableContent(name, typed, key, list(rows), keys)


def listed(owner: str, name: str, items: Iterable[tuple[str, Iterable[Any]]]) -> Iterator[Row]:
    """Rows of a list that hangs on an owner: (owner, its name for the thing, position)."""
    for identifier, values in items:
        yield from ({owner: identifier, name: value, "position": place} for place, value in enumerate(values))
