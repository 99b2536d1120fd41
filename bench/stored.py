"""Does an old conversation slow a new one? Servers on databases with 10, 10,000 and 1,000,000 stored conversations."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from pathlib import Path

from bench import turns
from bench.figures import Row, figure
from bench.report import Report
from bench.subjects import FOLDER, Subject, ours
from channels.conversation_file import SCHEMA
from osteochat.errors import SetupError

COUNTS = (10, 10_000, 1_000_000)
TURNS = 100
SECONDS_OF_A_YEAR = 365 * 86400
NUMBERS = (
    "WITH RECURSIVE numbers (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM numbers WHERE number + 1 < :count)"
)
NAME = "printf('stored-%08x-%d', number * 2654435761 % 4294967296, number)"
"""As `name` makes it."""
THEN = ":first + number * :step"
TIME = "@"
"""Stands in an event for the time of each conversation."""
ROOM_FOR_EACH = 1500
"""Bytes of disk that one of the stored conversations takes, with indexes and the write-ahead log, rounded up."""


def measure(report: Report) -> None:
    """Measure the start, a turn of a new conversation and the return of an old one, for each number of stored ones."""
    first = None
    for count in COUNTS:
        home = FOLDER / "stored"
        shutil.rmtree(home, ignore_errors=True)
        report.step(f"{count:,} stored conversations")
        fill(home / "conversations.db", count)
        subject = ours(home)
        try:
            start = subject.start()
            turns.many(subject, subject.plain, 20)
            fresh = _turns(subject, [turns.new_sender() for _ in range(TURNS // 5)])
            old = _turns(subject, [name(number) for number in range(0, count, max(1, count * 5 // TURNS))])
            size = (home / "conversations.db").stat().st_size / 2**20
        finally:
            subject.end()
            shutil.rmtree(home, ignore_errors=True)
        first = first or figure(fresh)
        report.add(
            Row(f"{count:,} stored: turn of a new conversation", "ms", figure(fresh), first, f"{COUNTS[0]} stored"),
            Row(f"{count:,} stored: turn of an old conversation", "ms", figure(old)),
            Row(f"{count:,} stored: start to first answer", "s", figure([start])),
            Row(f"{count:,} stored: database", "MB", figure([size])),
        )


def fill(path: Path, count: int) -> None:
    """Write that many conversations of one turn, spread over the last year, straight into a new database.

    :raises SetupError: when the disk has no room for them
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(path.parent).free < 2 * count * ROOM_FOR_EACH:
        raise SetupError(f"There is no room for {count:,} conversations at {path.parent}. Free some disk.")
    said = {
        "event": "user",
        "text": "hello",
        "parse_data": {"text": "hello", "intent": {"name": "greet"}, "entities": []},
    }
    slots = {"dialogue": {"greeted": True}, "audience": "patient"}
    answered = {"event": "slot", "name": "dialogue", "value": slots["dialogue"]}
    now = time.time()
    values = {
        "count": count,
        "first": now - SECONDS_OF_A_YEAR,
        "step": SECONDS_OF_A_YEAR / count,
        "slots": json.dumps(slots),
    }
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;" + SCHEMA)
    # An index over all rows at once is made much faster than row by row.
    connection.execute("DROP INDEX events_of_conversation")
    for event in (said, answered):
        row = {**values, "type": event["event"], "data": json.dumps({**event, "timestamp": TIME})}
        connection.execute(
            f"{NUMBERS} INSERT INTO events (sender_id, type_name, timestamp, data) "
            f"SELECT {NAME}, :type, {THEN}, replace(:data, '\"{TIME}\"', {THEN}) FROM numbers",
            row,
        )
    connection.execute(
        f"{NUMBERS} INSERT INTO conversations SELECT {NAME}, :slots, {THEN} FROM numbers ORDER BY 1",
        values,
    )
    connection.executescript(SCHEMA)
    connection.close()


def name(number: int) -> str:
    """Return the name of a stored conversation; as with real names, neighbours in time are none in the index."""
    return f"stored-{number * 2654435761 % 2**32:08x}-{number}"


def _turns(subject: Subject, senders: list[str]) -> list[float]:
    with subject.client() as client:
        return [client.time(sender, message) for sender in senders for message in subject.plain]
