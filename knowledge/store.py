"""The knowledge base as the rest of the assistant sees it: small typed questions on ``knowledge.db``.

``Store()`` reads the file below ``OSTEOCHAT_HOME`` (default ``./.osteochat``), ``Store(path)`` any other. It
never writes. Every method raises :class:`KnowledgeError` for an unknown id or a file that cannot be read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal

from . import schema
from .errors import KnowledgeError
from .records import CautionNote, Note, RedFlagRecord, ScopeNote, TitledNote
from .schema.safety import AppliesTo
from .topic_answers import TopicQuestions

__all__ = ["KnowledgeError", "Store"]


class Store(TopicQuestions):
    """All questions. Topics and search: :mod:`.topic_answers`; numbers, drugs, options: :mod:`.entities`;
    sources and statements: :mod:`.notes`; here: safety, notes on the table, and longer conversations.
    """

    def red_flag(self, identifier: str) -> RedFlagRecord:
        """An alarming sign: what to do first, why, how urgent."""
        row = self.reader.need("red flag", "red_flags", identifier)
        statement = f"red_flag/{identifier}"
        return RedFlagRecord(
            id=identifier,
            title={"patient": row["title_patient"], "clinician": row["title_clinician"]},
            urgency=row["urgency"],
            escalates_to=row["escalates_to"],
            watch_for=self.both(statement, "watch_for")["patient"],
            action=self.both(statement, "action"),
            why=self.both(statement, "why"),
            sources=self.sources_of(statement),
        )

    def red_flags(self) -> tuple[str, ...]:
        """The ids of all red flags, those to call an ambulance for first."""
        return self.reader.column("SELECT id FROM red_flags ORDER BY rowid")

    def caution(self, identifier: str) -> CautionNote:
        """A reason to be careful, with its severity for each option or drug it touches."""
        self.reader.need("caution", "cautions", identifier)
        rows = self.reader.all(
            "SELECT option, severity FROM caution_options WHERE caution = ? ORDER BY position", identifier
        )
        note = self.note(f"caution/{identifier}")
        severity = {row["option"]: row["severity"] for row in rows}
        return CautionNote(identifier, note.text, note.sources, note.numbers, severity)

    def cautions(self) -> tuple[str, ...]:
        """The ids of all cautions."""
        return self.reader.column("SELECT id FROM cautions ORDER BY rowid")

    def scope(self, identifier: str) -> ScopeNote:
        """What to say to someone whom the table does not cover, and where to point."""
        statement = f"scope/{identifier}"
        note = self.note(statement)
        return ScopeNote(identifier, note.text, note.sources, note.numbers, self.both(statement, "pointer"))

    def scopes(self) -> tuple[str, ...]:
        """The ids of all scope notes."""
        return self._owners("scope")

    def reading(self, identifier: str) -> Note:
        """A reading of the table, ``R1`` to ``R16``."""
        return self.note(f"reading/{identifier}")

    def readings(self) -> tuple[str, ...]:
        """The ids of all readings."""
        return self._owners("reading")

    def disagreements(
        self, fracture: str, t_score: Decimal | None, options: Iterable[str] | None = None
    ) -> tuple[Note, ...]:
        """Where other guidance differs for a case of this fracture class and T-score (None: unknown).

        ``options``: leave out notes that are only about other options than these (None: leave out none).
        """
        wanted = None if options is None else set(options)
        rows = self.reader.all("SELECT * FROM disagreements ORDER BY rowid")
        found = []
        for row in rows:
            applies = AppliesTo(**{name: json.loads(row[name]) for name in AppliesTo.__fields__})
            about_others = wanted is not None and applies.options and not wanted & set(applies.options)
            if applies.covers(fracture, t_score) and not about_others:
                found.append(self.note(f"disagreement/{row['id']}"))
        return tuple(found)

    def explain(self, term: str) -> Note | None:
        """The glossary's words for a term in any of its spellings; None when it is not in the glossary."""
        row = self.reader.one("SELECT glossary FROM glossary_terms WHERE lower(term) = lower(?)", term.strip())
        return self.note(f"glossary/{row['glossary']}") if row else None

    def terms(self) -> tuple[str, ...]:
        """All spellings that the glossary knows, the longest first."""
        return self.reader.column("SELECT term FROM glossary_terms ORDER BY length(term) DESC, term")

    def general_measures(self) -> tuple[TitledNote, ...]:
        """What helps bones with or without a drug, in order."""
        return self._titled("general_measures")

    def announcement(self) -> tuple[TitledNote, ...]:
        """The announcement of a long-term condition, step by step."""
        return self._titled("announcement")

    def intended_use(self, identifier: str) -> Note:
        """A wording of the statement of intended use: ``first_bubble``, ``short``, ``long`` …"""
        return self.note(f"intended_use/{identifier}")

    def intended_use_version(self) -> str:
        """The version of the statement of intended use."""
        return schema.IntendedUse.parse_raw(self._document("intended_use")).version

    def follow_up(self) -> schema.FollowUp:
        """The follow-up conversation."""
        return schema.FollowUp.parse_raw(self._document("follow_up"))

    def values(self) -> schema.Values:
        """What may matter to a person, and how each option sits with it."""
        return schema.Values.parse_raw(self._document("values"))

    def quiz(self) -> tuple[schema.Quiz, ...]:
        """The questions that check understanding."""
        return tuple(schema.Quiz.parse_obj(item) for item in json.loads(self._document("quiz")))

    def _titled(self, part: str) -> tuple[TitledNote, ...]:
        items = (schema.Measure.parse_obj(item) for item in json.loads(self._document(part)))
        return tuple(
            TitledNote(
                item.id,
                {"patient": item.patient, "clinician": item.clinician},
                tuple(item.sources),
                tuple(item.numbers),
                item.title.dict(),
            )
            for item in items
        )

    def _owners(self, kind: str) -> tuple[str, ...]:
        return self.reader.column("SELECT owner FROM statements WHERE kind = ? ORDER BY rowid", kind)

    def _document(self, name: str) -> str:
        return str(self.reader.need("part", "documents", name)["body"])
