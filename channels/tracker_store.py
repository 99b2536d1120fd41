"""Conversations in one SQLite file: safe against a crash, quick to find, and gone when they are deleted."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

DIALOGUE = "dialogue"
INDEX = "CREATE INDEX IF NOT EXISTS events_by_conversation ON events (sender_id, type_name, timestamp)"
PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON", "busy_timeout=5000")


class SqliteTrackerStore(SQLTrackerStore):
    """Rasa's SQL store on SQLite, with write-ahead log and an index for the search for a session's start.

    A conversation whose dialogue says that it is deleted is not saved: its rows are removed.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sa.event.listen(self.engine, "connect", _prepare)
        self.engine.dispose()  # the connection that made the tables was opened before the pragmas
        with self.engine.begin() as connection:
            connection.execute(sa.text(INDEX))

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the new events of a conversation, or remove all of it."""
        dialogue = tracker.get_slot(DIALOGUE) or {}
        if dialogue.get("deleted"):
            await self.delete(tracker.sender_id)
        else:
            await super().save(tracker)

    async def delete(self, sender_id: str) -> None:
        """Remove every row of a conversation, also from the write-ahead log."""
        with self.engine.begin() as connection:
            connection.execute(self.SQLEvent.__table__.delete().where(self.SQLEvent.sender_id == sender_id))
        with self.engine.connect() as connection:
            connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))


def _prepare(connection: Any, _: Any) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
