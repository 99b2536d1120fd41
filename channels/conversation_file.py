"""The SQLite file of all conversations: their events as Rasa writes them, and the present values of their slots."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

from channels.sqlite_file import PRAGMAS

SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
    id INTEGER PRIMARY KEY,
    sender_id TEXT NOT NULL,
    type_name TEXT NOT NULL,
    timestamp REAL,
    data TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS events_of_conversation ON events (sender_id, id);
CREATE TABLE IF NOT EXISTS conversations (
    sender_id TEXT PRIMARY KEY,
    slots TEXT NOT NULL,
    updated REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS conversations_by_age ON conversations (updated);
"""


class ConversationFile:
    """Reads and writes the file; one connection, one writer at a time.

    :param path: the file, made when it is not there
    """

    def __init__(self, path: str) -> None:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._lock = threading.Lock()
        for pragma in (*PRAGMAS, "secure_delete=ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.executescript(SCHEMA)

    def append(self, sender_id: str, events: Sequence[tuple[Mapping[str, Any], str]], slots: str, now: float) -> None:
        """Add events, each with its JSON, and replace the slots, all or nothing."""
        rows = [(sender_id, event["event"], event.get("timestamp"), text) for event, text in events]
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.executemany(
                    "INSERT INTO events (sender_id, type_name, timestamp, data) VALUES (?, ?, ?, ?)", rows
                )
                self._connection.execute(
                    "INSERT INTO conversations VALUES (?, ?, ?) "
                    "ON CONFLICT (sender_id) DO UPDATE SET slots = excluded.slots, updated = excluded.updated",
                    (sender_id, slots, now),
                )
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise

    def slots(self, sender_id: str) -> Optional[str]:
        """Return the slots of a conversation as JSON, or None when there is no such conversation."""
        row = self._connection.execute("SELECT slots FROM conversations WHERE sender_id = ?", (sender_id,)).fetchone()
        return row[0] if row else None

    def events(self, sender_id: str, last: Optional[int] = None) -> list[str]:
        """Return the last events of a conversation as JSON, oldest first; all of them without a number."""
        rows = self._connection.execute(
            "SELECT data FROM events WHERE sender_id = ? ORDER BY id DESC LIMIT ?",
            (sender_id, -1 if last is None else last),
        ).fetchall()
        return [row[0] for row in reversed(rows)]

    def conversations(self) -> Iterable[str]:
        """Return the ids of all conversations."""
        return [row[0] for row in self._connection.execute("SELECT sender_id FROM conversations")]

    def delete(self, sender_id: str) -> None:
        """Remove a conversation; nothing of it is left in the file or in its log."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("DELETE FROM events WHERE sender_id = ?", (sender_id,))
            self._connection.execute("DELETE FROM conversations WHERE sender_id = ?", (sender_id,))
            self._connection.execute("COMMIT")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
