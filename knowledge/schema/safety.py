"""Red flags, cautions, scope, readings of the table, and disagreements with other guidance."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, Optional

from pydantic import Field, validator

from .base import DrugId, FractureClass, Model, OptionId, Pair, Text, TitlePair

Urgency = Literal["emergency_now", "same_day", "within_days"]
Severity = Literal["avoid", "ask_first"]
Target = OptionId | DrugId


class RedFlag(Model):
    """An alarming sign: one clear action first, then why.

    ``escalates_to``: ``emergency_now``, or the id of the flag that it can turn into.
    """

    id: str
    title: TitlePair
    urgency: Urgency
    escalates_to: Optional[str] = None
    watch_for: Text
    action: TitlePair
    why: TitlePair
    sources: list[str] = Field(..., min_items=1)


class Caution(Pair):
    """A reason to be careful with some options; it never changes the row of the table (reading R13)."""

    id: str
    applies_to: list[Target]
    severity: Severity
    severity_for: dict[Target, Severity] = Field(default_factory=dict)

    @validator("severity_for")
    def _only_listed(cls, value: dict, values: dict) -> dict:
        strangers = sorted(set(value) - set(values.get("applies_to", [])))
        if strangers:
            raise ValueError(f"{', '.join(strangers)} is not in applies_to")
        return value

    def severity_of(self, option: str) -> Optional[Severity]:
        """``avoid`` or ``ask_first`` for an option or drug of ``applies_to``; None for any other."""
        if option not in self.applies_to:
            return None
        return self.severity_for.get(option, self.severity)


class Scope(Pair):
    """Someone or something the table does not cover, with where to go; never a drug suggestion."""

    id: str
    pointer: TitlePair


class Reading(Pair):
    """How we read the table where its words leave room; ids R1 to R16."""

    id: str = Field(..., regex=r"^R[0-9]+$")


class AppliesTo(Model):
    """For which cases a note is shown: the fracture class, and t_above < T-score <= t_at_most."""

    fractures: list[FractureClass] = Field(..., min_items=1)
    t_above: Optional[Decimal] = None
    t_at_most: Optional[Decimal] = None
    options: list[OptionId] = Field(default_factory=list)

    def covers(self, fracture: str, t_score: Optional[Decimal]) -> bool:
        """True when a case with this fracture class and T-score (None: unknown, never covered by a limit)."""
        if fracture not in self.fractures:
            return False
        if t_score is None:
            return self.t_above is None and self.t_at_most is None
        above = self.t_above is None or t_score > self.t_above
        return above and (self.t_at_most is None or t_score <= self.t_at_most)


class Disagreement(Model):
    """Where other guidance differs from the table (reading R16); ``patient`` may be absent."""

    id: str
    applies_to: AppliesTo
    patient: Optional[Text] = None
    clinician: Text
    sources: list[str] = Field(..., min_items=1)
