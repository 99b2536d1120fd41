"""What people report about answers: the name of the answer and what they chose to write, and nothing else."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from sqlite_utils.db import Table

from channels.sqlite_file import open_database
from channels.web.incoming import Report

FILE = "reports.db"
TABLE = "web_reports"


class Reports:
    """The reports, in a SQLite file. :param path: the file; made when it is missing"""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _table(self) -> Table:
        columns = {"kind": str, "record": str, "text": str}
        return Table(open_database(self.path), TABLE).create(columns, if_not_exists=True)

    def add(self, report: Report) -> None:
        """Keep a report; no time with it, since it must not lead back to a conversation."""
        self._table.insert({"kind": report.kind, "record": report.record, "text": report.text})
