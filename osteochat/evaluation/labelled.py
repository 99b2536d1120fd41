"""Reads files of labelled texts, and says in one sentence what is wrong with one that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from osteochat.errors import SetupError

LABELS = ("topic", "flag", "gold", "facts")
"""A row has one of these: a question's topic, a red flag (or null), the facts of a case in one of two formats."""


def labelled_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file, one JSON object a line; blank lines are passed over.

    :raises SetupError: for a line that is no labelled text
    """
    rows = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise SetupError(
            f"{path.name} is not a text file in UTF-8. Save it as UTF-8, or take it out of the folder."
        ) from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            rows.append(_row(line, f"{path.name}, line {number}", number))
    return rows


def _row(line: str, place: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        raise SetupError(f"{place} is not JSON. Correct the line, or take the file out of the folder.") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not any(label in row for label in LABELS):
        raise SetupError(f"{place} has no text with a label. It needs `text` and one of: {', '.join(LABELS)}.")
    return {"id": f"line {number}", **row}
