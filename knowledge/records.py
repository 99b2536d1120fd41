"""What the store hands out: small, frozen records.

``Both`` holds the patient's and the clinician's wording: ``record.text["patient"]``. Sources and numbers are
given as ids; ``store.source(id)`` and ``store.number(id)`` open them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Both = Mapping[str, str]


@dataclass(frozen=True)
class SourceRecord:
    """A source as it is shown; ``authors``, ``year``, ``url`` and ``note`` may be None."""

    id: str
    title: str
    authors: str | None
    publisher: str
    year: int | None
    url: str | None
    strength: str
    note: str | None
    last_checked: str


@dataclass(frozen=True)
class NumberRecord:
    """A card of numbers. Counts are people out of ``per`` over ``time_frame``; see the schema's NumberCard.

    ``sentence`` says the whole card in words. ``relative`` and ``trial`` are for clinicians only: for patients
    absolute numbers come first and relative ones never stand alone.
    """

    id: str
    kind: str
    drug: str | None
    outcome: Both
    population: Both
    comparator: Both
    time_frame: Both
    years: Decimal | None
    per: int
    without: Decimal | None
    with_: Decimal | None
    fewer: Decimal | None
    extra: Decimal | None
    low: Decimal | None
    high: Decimal | None
    sentence: Both
    uncertainty: Both
    conflict: Both
    relative: str | None
    trial: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """One statement in both registers; a register it has no words for is absent from ``text``."""

    id: str
    text: Both
    sources: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class TitledNote(Note):
    """A note with a heading: a general measure or a step of the announcement."""

    title: Both


@dataclass(frozen=True)
class ScopeNote(Note):
    """Who or what the table does not cover; ``pointer``: where to go."""

    pointer: Both


@dataclass(frozen=True)
class CautionNote(Note):
    """A reason to be careful; ``severity`` maps option or drug ids to ``avoid`` or ``ask_first``."""

    severity: Mapping[str, str]


@dataclass(frozen=True)
class RedFlagRecord:
    """An alarming sign. ``urgency``: emergency_now, same_day or within_days; ``watch_for``: in plain words."""

    id: str
    title: Both
    urgency: str
    escalates_to: str | None
    watch_for: str
    action: Both
    why: Both
    sources: tuple[str, ...]


@dataclass(frozen=True)
class TopicAnswer:
    """The answer to an education topic in one register and at one depth.

    ``texts``: one message each. ``drug``: the drug, option or class that the answer is about; None for the
    general answer, also when a drug was asked for and nothing differs for it. ``has_more``: whether depth
    ``more`` holds anything.
    """

    topic: str
    drug: str | None
    statement: str
    title: str
    ask: str
    texts: tuple[str, ...]
    has_more: bool
    sources: tuple[str, ...]
    numbers: tuple[str, ...]
    red_flags: tuple[str, ...]
    see_also: tuple[str, ...]
    questions_for_doctor: tuple[str, ...]
    questions_for_dentist: tuple[str, ...]

    @property
    def text(self) -> str:
        """The messages as one text."""
        return "\n\n".join(self.texts)


@dataclass(frozen=True)
class SectionAnswer:
    """One section of a drug (``how_often``, ``living_with`` …) in one register and at one depth."""

    drug: str
    section: str
    statement: str
    texts: tuple[str, ...]
    has_more: bool
    sources: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class FrequencyNote(Note):
    """An effect of a drug; ``frequency`` as in the schema's Frequency, its card in ``numbers``."""

    frequency: str


@dataclass(frozen=True)
class DrugRecord:
    """A drug: its names, its place, its good and bad points, how often its effects occur."""

    id: str
    name: str
    plain_name: str
    class_: str
    in_table: bool
    brands: tuple[str, ...]
    other_names: tuple[str, ...]
    options: tuple[str, ...]
    pros: tuple[Note, ...]
    cons: tuple[Note, ...]
    frequencies: tuple[FrequencyNote, ...]


@dataclass(frozen=True)
class OptionRecord:
    """An option of the table, or no drug, as it is compared; ``numbers``: the key cards."""

    id: str
    name: Both
    drugs: tuple[str, ...]
    what_it_is: Note
    what_it_is_like: Note
    pros: tuple[Note, ...]
    cons: tuple[Note, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class SearchHit:
    """A topic near the words that were searched; the lower the score, the nearer."""

    topic: str
    drug: str | None
    statement: str
    score: float
