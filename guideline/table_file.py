"""Reading the table file, with the line of each row, so that an error can name it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

from guideline.errors import TableError
from guideline.table import Condition, Option, Row, Table
from guideline.table_check import check_table

TABLE_PATH = Path(__file__).with_name("table.json")
HEAD = ("source", "title", "rule_version", "scope_sentence")


@dataclass(frozen=True)
class Document:
    """A table file: its head, its conditions, and each row with the line on which it begins."""

    path: Path
    head: dict[str, Any]
    conditions: list[dict[str, Any]]
    rows: list[tuple[dict[str, Any], int]]

    def error(self, line: int, problem: str) -> TableError:
        """Return the error to raise for a fault on that line."""
        return TableError(str(self.path), line, problem)


def read_document(path: Path) -> Document:
    """Read the file and find the line of each row.

    :raises TableError: when the file is missing, is no JSON, or lacks a part
    """
    try:
        text = path.read_text(encoding="utf-8")
        data = json.loads(text)
    except OSError as error:
        raise TableError(str(path), 1, f"the file cannot be read ({error.strerror})") from None
    except json.JSONDecodeError as error:
        raise TableError(str(path), error.lineno, f"this is not JSON: {error.msg}") from None
    missing = [name for name in (*HEAD, "conditions", "rows") if name not in data]
    if missing:
        raise TableError(str(path), 1, f"the table lacks {', '.join(missing)}")
    lines = _lines_of_rows(text)
    return Document(path, data, data["conditions"], list(zip(data["rows"], lines)))


def _lines_of_rows(text: str) -> list[int]:
    """Return the line of each element of the array "rows", by decoding them one after the other."""
    start = re.search(r'"rows"\s*:\s*\[', text)
    decoder, lines = json.JSONDecoder(), []
    position = start.end() if start else len(text)
    while (brace := text.find("{", position)) != -1 and text[position:brace].strip(" \r\n\t,") == "":
        lines.append(text.count("\n", 0, brace) + 1)
        _, position = decoder.raw_decode(text, brace)
    return lines


def load_table(path: Path = TABLE_PATH, check: bool = True) -> Table:
    """Read a table file.

    :param path: JSON file; each row carries the words of the source that it encodes
    :param check: leave False only to look at a table that is known to be broken
    :raises TableError: naming the file, the line and what is wrong
    """
    document = read_document(path)
    conditions = {each["id"]: _condition(each) for each in document.conditions}
    rows = tuple(_row(data, line, conditions, document) for data, line in document.rows)
    table = Table(
        source=document.head["source"],
        title=document.head["title"],
        rule_version=document.head["rule_version"],
        scope_sentence=document.head["scope_sentence"],
        conditions=tuple(conditions.values()),
        rows=rows,
    )
    if check:
        check_table(table, path)
    return table


@lru_cache(maxsize=1)
def default_table() -> Table:
    """Return the table that the product uses, read once."""
    return load_table()


def _condition(data: dict[str, Any]) -> Condition:
    return Condition(data["id"], data["fact"], data["words"], data.get("at_least"), data.get("at_most"))


def _row(data: dict[str, Any], line: int, conditions: dict[str, Condition], document: Document) -> Row:
    try:
        options = tuple(
            Option(each["drug"], each["line"], tuple(conditions[name] for name in each.get("requires", ())))
            for each in data.get("options", ())
        )
        return Row(
            id=data["id"],
            fracture=data["fracture"],
            above=_limit(data["above"]),
            up_to=_limit(data["up_to"]),
            action=data["action"],
            strength=data["strength"],
            sentence=data.get("sentence", ""),
            options_sentence=data.get("options_sentence"),
            options=options,
            notes=tuple(data["notes"]),
            line=line,
        )
    except KeyError as error:
        raise document.error(line, f"the row lacks {error}, or names a condition that is not defined") from None


def _limit(text: Optional[str]) -> Optional[Decimal]:
    return None if text is None else Decimal(text)
