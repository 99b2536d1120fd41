"""Which conversations are open: one row each, without anything that was said. Without its row a token opens nothing."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sqlite_utils.db import Table

from channels.sqlite_file import open_database

TABLE = "chats"
ID_BYTES = 24
HOUR, DAY = 3600.0, 86400.0


@dataclass(frozen=True)
class Session:
    """`id`: the name in the tokens. `conversation`: the name in the tracker store, which never leaves the server: whoever
    has kept an old token cannot ask for the conversation by another door either. `ends`: Unix time."""

    id: str
    conversation: str
    ends: float

    @property
    def seconds_left(self) -> float:
        """For how long it is open from now; 0 when it is not."""
        return max(0.0, self.ends - time.time())


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
        columns = {"id": str, "conversation": str, "opened": float, "used": float}
        return Table(open_database(self.path), TABLE).create(columns, pk="id", if_not_exists=True)

    def open(self) -> Session:
        """Open a conversation under names that nobody can guess."""
        now = time.time()
        row = {"id": secrets.token_urlsafe(ID_BYTES), "conversation": secrets.token_urlsafe(ID_BYTES)}
        self._table.insert({**row, "opened": now, "used": now})
        return Session(**row, ends=self._ends(now, now))

    def find(self, name: str) -> Session | None:
        """Return the session of that id, or None when it was never opened, is deleted, or is too old."""
        for row in self._table.rows_where("id = ?", [name]):
            session = Session(row["id"], row["conversation"], self._ends(row["opened"], row["used"]))
            return session if session.seconds_left else None
        return None

    def use(self, session: Session) -> Session | None:
        """Note that something was said just now; return the session as it is then, None when it was closed meanwhile."""
        with self._table.db.conn as connection:
            connection.execute(f"UPDATE {TABLE} SET used = ? WHERE id = ?", [time.time(), session.id])
        return self.find(session.id)

    def close(self, session: Session) -> None:
        """Close the session: its tokens open nothing from now on."""
        with self._table.db.conn as connection:
            connection.execute(f"DELETE FROM {TABLE} WHERE id = ?", [session.id])

    def expired(self) -> list[Session]:
        """Return the sessions that are too old."""
        now = time.time()
        rows = self._table.rows_where("used < ? OR opened < ?", [now - self.idle, now - self.most])
        return [Session(row["id"], row["conversation"], 0.0) for row in rows]

    def _ends(self, opened: float, used: float) -> float:
        return float(min(used + self.idle, opened + self.most))
