"""Questions on numbers, drugs and options."""

from __future__ import annotations

import sqlite3
from decimal import Decimal

from .notes import NoteQuestions
from .records import Both, DrugRecord, FrequencyNote, Note, NumberRecord, OptionRecord, SectionAnswer
from .schema import Audience, Depth

_OPTIONS_OF = 'SELECT "option" FROM drug_options WHERE drug = ? ORDER BY rowid'


class EntityQuestions(NoteQuestions):
    """Answers for single things; see :class:`knowledge.store.Store`."""

    def number(self, identifier: str) -> NumberRecord:
        """One card of numbers."""
        return self._number(self.reader.need("number", "numbers", identifier))

    def numbers(self, drug: str | None = None, kind: str | None = None) -> tuple[NumberRecord, ...]:
        """Cards, all or for a drug (with its option and class) and of a kind (``benefit``, ``harm`` …)."""
        subjects = None if drug is None else self.subjects(drug)
        return tuple(
            self._number(row)
            for row in self.reader.all("SELECT * FROM numbers ORDER BY rowid")
            if (subjects is None or row["drug"] in subjects) and kind in (None, row["kind"])
        )

    def subjects(self, member: str) -> tuple[str, ...]:
        """A drug, option or class and what it belongs to: ``alendronate, oral_bisphosphonate, bisphosphonate``.

        Empty for anything else.
        """
        return self.reader.column("SELECT subject FROM subjects WHERE member = ? ORDER BY position", member)

    def drug(self, identifier: str) -> DrugRecord:
        """A drug: names, place, good and bad points, how often its effects occur."""
        row = self.reader.need("drug", "drugs", identifier)
        return DrugRecord(
            id=identifier,
            name=row["name"],
            plain_name=row["plain_name"],
            class_=row["class"],
            in_table=bool(row["in_table"]),
            brands=self._names(identifier, "brand"),
            other_names=self._names(identifier, "other"),
            options=self.reader.column(_OPTIONS_OF, identifier),
            pros=self._points(f"drug/{identifier}/pro/"),
            cons=self._points(f"drug/{identifier}/con/"),
            frequencies=self._frequencies(identifier),
        )

    def section(self, drug: str, section: str, depth: Depth = "short", audience: Audience = "patient") -> SectionAnswer:
        """A section of a drug; depths as for topics. Jaw and thigh stand only where they apply."""
        statement = f"drug/{drug}/{section}"
        self.reader.need("section", "statements", statement)
        return SectionAnswer(
            drug=drug,
            section=section,
            statement=statement,
            texts=self.messages(statement, audience, depth),
            has_more=bool(self.messages(statement, audience, "more")),
            sources=self.sources_of(statement),
            numbers=self.numbers_of(statement),
        )

    def drugs(self) -> tuple[str, ...]:
        """The ids of all drugs."""
        return self.reader.column("SELECT id FROM drugs ORDER BY rowid")

    def drug_named(self, name: str) -> str | None:
        """The id of the drug with this name, brand or other name, whatever its case; None if unknown."""
        row = self.reader.one(
            "SELECT id FROM drugs WHERE lower(name) = lower(:name) OR id IN"
            " (SELECT drug FROM drug_names WHERE lower(name) = lower(:name))",
            {"name": name.strip()},
        )
        return row["id"] if row else None

    def option(self, identifier: str) -> OptionRecord:
        """An option of the table, or ``no_drug``, as it is compared."""
        row = self.reader.need("option", "options", identifier)
        prefix = f"option/{identifier}"
        return OptionRecord(
            id=identifier,
            name=_pair(row, "name"),
            drugs=self.reader.column("SELECT drug FROM option_drugs WHERE option = ? ORDER BY position", identifier),
            what_it_is=self.note(f"{prefix}/what_it_is"),
            what_it_is_like=self.note(f"{prefix}/what_it_is_like"),
            pros=self._points(f"{prefix}/pro/"),
            cons=self._points(f"{prefix}/con/"),
            numbers=self.reader.column(
                "SELECT number FROM option_numbers WHERE option = ? ORDER BY position", identifier
            ),
        )

    def options(self) -> tuple[str, ...]:
        """The ids of all options, ``no_drug`` among them."""
        return self.reader.column("SELECT id FROM options ORDER BY rowid")

    def _names(self, drug: str, kind: str) -> tuple[str, ...]:
        return self.reader.column(
            "SELECT name FROM drug_names WHERE drug = ? AND kind = ? ORDER BY position", drug, kind
        )

    def _points(self, prefix: str) -> tuple[Note, ...]:
        return tuple(self.note(identifier) for identifier in self.ids_below(prefix))

    def _frequencies(self, drug: str) -> tuple[FrequencyNote, ...]:
        rows = self.reader.all("SELECT * FROM frequencies WHERE drug = ? ORDER BY rowid", drug)
        notes = ((self.note(row["statement"]), row["frequency"]) for row in rows)
        return tuple(FrequencyNote(n.id, n.text, n.sources, n.numbers, frequency) for n, frequency in notes)

    def _number(self, row: sqlite3.Row) -> NumberRecord:
        def count(name: str) -> Decimal | None:
            return None if row[name] is None else Decimal(row[name])

        return NumberRecord(
            id=row["id"],
            kind=row["kind"],
            drug=row["drug"],
            outcome=_pair(row, "outcome"),
            population=_pair(row, "population"),
            comparator=_pair(row, "comparator"),
            time_frame=_pair(row, "time_frame"),
            years=count("years"),
            per=row["per"],
            without=count("without"),
            with_=count("with"),
            fewer=count("fewer"),
            extra=count("extra"),
            low=count("low"),
            high=count("high"),
            sentence=_pair(row, "sentence"),
            uncertainty=_pair(row, "uncertainty"),
            conflict=_pair(row, "conflict"),
            relative=row["relative"],
            trial=row["trial"],
            sources=self.sources_of(f"number/{row['id']}"),
        )


def _pair(row: sqlite3.Row, name: str) -> Both:
    """The columns ``<name>_patient`` and ``<name>_clinician`` that are not empty."""
    told = {audience: row[f"{name}_{audience}"] for audience in ("patient", "clinician")}
    return {audience: text for audience, text in told.items() if text}
