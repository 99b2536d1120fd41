"""How far the homeserver's messages were answered, for each account, in a SQLite file."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import Table

from channels.sqlite_file import open_database

FILE = "matrix.db"


class SyncPlace:
    """Keeps the homeserver's own mark of the place; it holds nothing of a message."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _database(self) -> Database:
        database = open_database(self.path)
        Table(database, "places").create({"account": str, "mark": str}, pk="account", if_not_exists=True)
        return database

    def read(self, account: str) -> str | None:
        """Return the mark up to which every message was answered, or None at the very first start."""
        row = self._database.conn.execute("SELECT mark FROM places WHERE account = ?", (account,)).fetchone()
        return str(row[0]) if row else None

    def keep(self, account: str, mark: str) -> None:
        """Note that every message before the mark was answered."""
        with self._database.conn as connection:
            connection.execute("INSERT OR REPLACE INTO places VALUES (?, ?)", (account, mark))
