"""How every SQLite file of the channels is opened: others may read and write it at the same time."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000")


def open_database(path: Path, *more: str) -> Database:
    """Return the database in a file.

    :param path: the file; made, with its folder, when it is missing
    :param more: further pragmas, such as `secure_delete=ON`
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    database = Database(path)
    for pragma in (*PRAGMAS, *more):
        database.conn.execute(f"PRAGMA {pragma}")
    return database
