"""Writes ``knowledge.db``: typed tables with foreign keys, and a full-text index for search.

The same YAML files always give the same logical content: fixed order, no dates or times of the build.
"""

from __future__ import annotations

import os
from pathlib import Path

import sqlite_utils
from sqlite_utils.db import Table

from .schema import KnowledgeBase
from .table import TableContent
from .tables import tables

SEARCHED = ("titles", "keywords", "body")


def build(base: KnowledgeBase, path: Path) -> None:
    """Write the database to ``path`` in one go: a reader never meets a half-written file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.building")
    temporary.unlink(missing_ok=True)
    db = sqlite_utils.Database(temporary)
    try:
        for content in tables(base):
            _write(db, content)
        Table(db, "search").enable_fts(SEARCHED, tokenize="porter unicode61", fts_version="FTS5")
    finally:
        db.close()
    os.replace(temporary, path)


def _write(db: sqlite_utils.Database, content: TableContent) -> None:
    db.create_table(
        content.name, dict(content.columns), pk=content.key, foreign_keys=content.links, not_null=content.required
    ).insert_all(content.rows)
