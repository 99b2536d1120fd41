"""Which conversations are open: one row each, without anything that was said. Without its row a token opens nothing."""

from __future__ import annotations

import secrets
import time
from functools import cached_property
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import Table

TABLE = "sessions"
ID_BYTES = 24
HOUR, DAY = 3600.0, 86400.0


class Sessions:
    """The open conversations, in a SQLite file of their own.

    :param path: the file; made when it is missing
    :param hours: how long a conversation stays open after its last message
    :param days: how long it stays open at most, however much is said
    """

    def __init__(self, path: Path, hours: float, days: float) -> None:
        self.path = path
        self.idle = hours * HOUR
        self.most = days * DAY

    @cached_property
    def _table(self) -> Table:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        database = Database(self.path)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
            database.conn.execute(f"PRAGMA {pragma}")
        return Table(database, TABLE).create({"id": str, "opened": float, "used": float}, pk="id", if_not_exists=True)

    def open(self) -> str:
        """Open a conversation and return its id, which nobody can guess."""
        conversation, now = secrets.token_urlsafe(ID_BYTES), time.time()
        self._table.insert({"id": conversation, "opened": now, "used": now})
        return conversation

    def is_open(self, conversation: str) -> bool:
        """Say whether the conversation was opened, is not deleted, and is not too old."""
        return self.seconds_left(conversation) > 0

    def seconds_left(self, conversation: str) -> float:
        """Return for how long the conversation stays open from now; 0 when it is not."""
        rows = list(self._table.rows_where("id = ?", [conversation]))
        if not rows:
            return 0.0
        ends = min(rows[0]["used"] + self.idle, rows[0]["opened"] + self.most)
        return max(0.0, float(ends - time.time()))

    def use(self, conversation: str) -> None:
        """Note that something was said just now."""
        self._table.update(conversation, {"used": time.time()})

    def close(self, conversation: str) -> None:
        """Close the conversation: its tokens open nothing from now on."""
        self._table.delete_where("id = ?", [conversation])

    def expired(self) -> list[str]:
        """Return the conversations that are too old."""
        now = time.time()
        rows = self._table.rows_where("used < ? OR opened < ?", [now - self.idle, now - self.most])
        return [row["id"] for row in rows]
