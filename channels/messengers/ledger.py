"""Which messages were answered, and which cases there are: names and times only, nothing that anybody said."""

from __future__ import annotations

import time
from enum import Enum
from functools import cached_property
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import Table

from channels.sqlite_file import open_database

FILE = "messengers.db"
DAY = 86_400.0
DAYS_OF_MESSAGES = 30.0
"""No service sends a message again after so long."""
BEGUN, DONE = 0, 1


class State(Enum):
    """What became of a message so far. `BEGUN`: somebody set out to answer it and did not finish, as in a crash."""

    NEW = "new"
    BEGUN = "begun"
    DONE = "done"


class Ledger:
    """The books of all messengers of an installation, in a SQLite file of their own."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _database(self) -> Database:
        database = open_database(self.path, "secure_delete=ON")
        Table(database, "messages").create(
            {"channel": str, "id": str, "state": int, "at": float}, pk=("channel", "id"), if_not_exists=True
        )
        Table(database, "cases").create({"name": str, "at": float}, pk="name", if_not_exists=True)
        return database

    def begin(self, channel: str, message: str) -> State:
        """Set out to answer a message, and return what became of it before."""
        with self._database.conn as connection:
            row = connection.execute(
                "SELECT state FROM messages WHERE channel = ? AND id = ?", (channel, message)
            ).fetchone()
            if row is None:
                connection.execute("INSERT INTO messages VALUES (?, ?, ?, ?)", (channel, message, BEGUN, time.time()))
                return State.NEW
        return State.DONE if row[0] == DONE else State.BEGUN

    def finish(self, channel: str, message: str) -> None:
        """Note that the answer to a message was sent, or that it needs none."""
        with self._database.conn as connection:
            connection.execute("UPDATE messages SET state = ? WHERE channel = ? AND id = ?", (DONE, channel, message))

    def use(self, case: str) -> None:
        """Note that something was said in a case just now."""
        with self._database.conn as connection:
            connection.execute("INSERT OR REPLACE INTO cases VALUES (?, ?)", (case, time.time()))

    def knows(self, case: str) -> bool:
        """Say whether the case was begun and not deleted."""
        return bool(self._database.conn.execute("SELECT 1 FROM cases WHERE name = ?", (case,)).fetchone())

    def forget(self, case: str) -> None:
        """Forget a case that was deleted."""
        with self._database.conn as connection:
            connection.execute("DELETE FROM cases WHERE name = ?", (case,))

    def old_cases(self, days: float) -> list[str]:
        """Return the cases in which nothing was said for so many days, and drop the messages of long ago."""
        now = time.time()
        with self._database.conn as connection:
            connection.execute("DELETE FROM messages WHERE at < ?", (now - DAYS_OF_MESSAGES * DAY,))
        rows = self._database.conn.execute("SELECT name FROM cases WHERE at < ?", (now - days * DAY,))
        return [row[0] for row in rows]
