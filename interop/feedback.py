"""Feedback on cards: outcomes and override reasons are counted, and nothing else of it is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from interop.cds import RequestError
from interop.codes import table

OUTCOMES = ("accepted", "overridden")
NO_REASON, OTHER_REASON = "none given", "other"
MOST_AT_ONCE = 100
SCHEMA = """
CREATE TABLE IF NOT EXISTS counts (
    service TEXT, outcome TEXT, reason TEXT, number INTEGER, PRIMARY KEY (service, outcome, reason)
)
"""
ADD = "INSERT INTO counts VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET number = number + 1"


def read_feedback(given: Any) -> list[tuple[str, str]]:
    """Return outcome and reason of each item. :raises RequestError: when it is not as the specification says"""
    items = given.get("feedback") if isinstance(given, Mapping) else None
    if not isinstance(items, list) or not 0 < len(items) <= MOST_AT_ONCE:
        raise RequestError(400, f"Send an object with “feedback”, a list of 1 to {MOST_AT_ONCE} items.")
    return [_read(item) for item in items]


def _read(item: Any) -> tuple[str, str]:
    if not isinstance(item, Mapping):
        raise RequestError(400, "Each item of “feedback” must be an object.")
    for name in ("card", "outcomeTimestamp"):
        if not isinstance(item.get(name), str) or not item[name]:
            raise RequestError(400, f"Each item of “feedback” needs “{name}”, a text.")
    if item.get("outcome") not in OUTCOMES:
        raise RequestError(400, "“outcome” must be “accepted” or “overridden”.")
    return item["outcome"], _reason(item["overrideReason"]) if "overrideReason" in item else NO_REASON


def _reason(given: Any) -> str:
    """Return the code of the reason; what a user wrote beside it is not looked at. :raises RequestError: for no object"""
    if not isinstance(given, Mapping):
        raise RequestError(400, "“overrideReason” must be an object.")
    reason = given.get("reason")
    code = reason.get("code") if isinstance(reason, Mapping) else None
    return code if isinstance(code, str) and code in table("override_reasons")["reasons"] else OTHER_REASON


def count(home: Path, service: str, items: list[tuple[str, str]]) -> None:
    """Add the items to the counts in `cds-feedback.db` of the data directory."""
    home.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(home / "cds-feedback.db", timeout=5)
    try:
        with connection:
            connection.execute(SCHEMA)
            connection.executemany(ADD, [(service, *item) for item in items])
    finally:
        connection.close()
