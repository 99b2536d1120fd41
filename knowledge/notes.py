"""Questions on sources, and on statements whatever they belong to."""

from __future__ import annotations

from pathlib import Path

from .reader import Reader, default_path
from .records import Both, Note, SourceRecord


class NoteQuestions:
    """Opens the file and answers for sources and statements; see :class:`knowledge.store.Store`."""

    def __init__(self, path: Path | None = None) -> None:
        self.reader = Reader(path or default_path())

    def close(self) -> None:
        """Close the file."""
        self.reader.close()

    def source(self, identifier: str) -> SourceRecord:
        """One source."""
        return SourceRecord(**dict(self.reader.need("source", "sources", identifier)))

    def sources(self) -> tuple[str, ...]:
        """The ids of all sources."""
        return self.reader.column("SELECT id FROM sources ORDER BY rowid")

    def note(self, statement: str) -> Note:
        """A statement by its id (``reading/R1``, ``drug/alendronate/pro/1`` …): its short texts."""
        self.reader.need("statement", "statements", statement)
        return Note(statement, self.both(statement), self.sources_of(statement), self.numbers_of(statement))

    def messages(self, statement: str, audience: str, depth: str) -> tuple[str, ...]:
        """The messages of a statement for an audience at a depth; ``full`` is ``short`` and ``more``."""
        if depth == "full":
            return (*self.messages(statement, audience, "short"), *self.messages(statement, audience, "more"))
        return self.reader.column(
            "SELECT text FROM texts WHERE statement = ? AND audience = ? AND depth = ? ORDER BY position",
            statement,
            audience,
            depth,
        )

    def both(self, statement: str, depth: str = "short") -> Both:
        """The first message of a statement at a depth in each register that has one."""
        rows = self.reader.all(
            "SELECT audience, text FROM texts WHERE statement = ? AND depth = ? AND position = 0", statement, depth
        )
        return {row["audience"]: row["text"] for row in rows}

    def sources_of(self, statement: str) -> tuple[str, ...]:
        """The sources that a statement cites, in the order of the file."""
        return self.reader.column("SELECT source FROM citations WHERE statement = ? ORDER BY position", statement)

    def numbers_of(self, statement: str) -> tuple[str, ...]:
        """The cards that a statement quotes, in the order of the file."""
        return self.reader.column("SELECT number FROM quoted_numbers WHERE statement = ? ORDER BY position", statement)

    def ids_below(self, prefix: str) -> tuple[str, ...]:
        """The ids of all statements that begin with ``prefix``."""
        return self.reader.column(
            "SELECT id FROM statements WHERE substr(id, 1, ?) = ? ORDER BY rowid", len(prefix), prefix
        )
