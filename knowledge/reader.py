"""The read-only connection to ``knowledge.db``, and one clear error when it cannot be read."""

from __future__ import annotations

import os
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import Any

from .errors import KnowledgeError

SCHEMA_VERSION = "1"
"""Raised with every change of the tables, so that an old file is not misread."""

KEPT = 4096
"""Answers to questions by id that are kept in memory: more than there are ids, and the file is never written while it is open."""

REBUILD = "run `python -m knowledge build` to write it again"


def default_path() -> Path:
    """``knowledge.db`` below ``OSTEOCHAT_HOME``, or below ``./.osteochat`` when that is not set."""
    return Path(os.environ.get("OSTEOCHAT_HOME") or ".osteochat") / "knowledge.db"


class Reader:
    """Runs questions on the file. Raises :class:`KnowledgeError` when it is missing, corrupt or outdated.

    ``need`` and ``column`` are asked with ids and keep what they found; ``all`` and ``one``, which may be asked with the words of
    a person, keep nothing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        if not path.is_file():
            raise KnowledgeError(f"There is no knowledge base at {path}; {REBUILD}.")
        # Requests may come from several threads; nothing is ever written.
        address = f"{path.resolve().as_uri()}?mode=ro"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        self._kept = lru_cache(maxsize=KEPT)(self.all)
        try:
            self._check_version()
        except KnowledgeError:
            self.close()
            raise

    def all(self, query: str, *values: Any) -> list[sqlite3.Row]:
        """All rows of a question; ``values`` fill its question marks, or one dictionary its names."""
        named = values[0] if len(values) == 1 and isinstance(values[0], dict) else values
        try:
            return self._connection.execute(query, named).fetchall()
        except sqlite3.Error as error:
            raise KnowledgeError(f"The knowledge base at {self._path} cannot be read; {REBUILD}.") from error

    def one(self, query: str, *values: Any) -> sqlite3.Row | None:
        """The first row of a question, or None."""
        found = self.all(query, *values)
        return found[0] if found else None

    def need(self, what: str, table: str, identifier: str) -> sqlite3.Row:
        """The row of ``table`` with this id; ``what`` names it in the error when there is none."""
        rows = self._kept(f'SELECT * FROM "{table}" WHERE id = ?', identifier)
        if not rows:
            raise KnowledgeError(f"The knowledge base has no {what} called {identifier}; check the name.")
        return rows[0]

    def column(self, query: str, *ids: Any) -> tuple[Any, ...]:
        """The first column of all rows; ``ids`` fill the question marks."""
        return tuple(row[0] for row in self._kept(query, *ids))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _check_version(self) -> None:
        row = self.one("SELECT value FROM meta WHERE id = 'schema_version'")
        if row is None or row["value"] != SCHEMA_VERSION:
            raise KnowledgeError(f"The knowledge base at {self._path} is of another version; {REBUILD}.")
