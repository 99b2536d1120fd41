"""Sources, and cards of numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, Optional

from pydantic import Field, root_validator

from .base import Model, SubjectId, Text, TitlePair

Strength = Literal["primary", "verified", "secondary", "own"]
NumberKind = Literal["benefit", "harm", "frequency", "adherence", "general"]


class Source(Model):
    """Where statements come from.

    ``strength``: ``primary`` (the trial report or its abstract, label, guideline or official opinion
    itself), ``verified`` (a review, teaching text or patient page that was opened), ``secondary`` (a
    digest, news report, quotation or program that was opened) or ``own`` (our own advice).
    ``figures``: every figure that we take from it, each with what it means.
    """

    id: str = Field(..., regex=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: Text
    authors: Optional[str] = None
    publisher: Text
    year: Optional[int] = Field(None, ge=1950, le=2100)
    url: Optional[str] = Field(None, regex=r"^https?://")
    strength: Strength
    note: Optional[str] = None
    last_checked: date
    figures: list[Text] = Field(default_factory=list)


class OptionalPair(Model):
    """A remark in one or both registers."""

    patient: Optional[str] = None
    clinician: Optional[str] = None


class NumberCard(Model):
    """One number with all that is needed to read it: for whom, over how long, out of how many.

    ``without`` and ``with_`` (``with`` in YAML) count people out of ``per``; ``without`` is the untreated
    group, or the one named by ``comparator``. Where the source gives no two groups, ``fewer``, ``extra``
    or a range ``low``–``high`` stands instead. ``relative`` and ``trial`` are for clinicians only.
    """

    id: str = Field(..., regex=r"^[a-z0-9_]+$")
    kind: NumberKind
    drug: Optional[SubjectId] = None
    outcome: TitlePair
    population: TitlePair
    comparator: Optional[TitlePair] = None
    years: Optional[Decimal] = Field(None, gt=0, le=100)
    time_frame: TitlePair
    per: Literal[100, 1000, 10000]
    without: Optional[Decimal] = Field(None, ge=0)
    with_: Optional[Decimal] = Field(None, ge=0, alias="with")
    fewer: Optional[Decimal] = Field(None, gt=0)
    extra: Optional[Decimal] = Field(None, gt=0)
    low: Optional[Decimal] = Field(None, ge=0)
    high: Optional[Decimal] = Field(None, gt=0)
    relative: Optional[str] = None
    trial: Text
    uncertainty: OptionalPair = OptionalPair()
    conflict: OptionalPair = OptionalPair()
    sentence_patient: Optional[Text] = None
    sentence_clinician: Optional[Text] = None
    sources: list[str] = Field(..., min_items=1)

    @root_validator(skip_on_failure=True)
    def _counts_make_sense(cls, values: dict) -> dict:
        counts = [values[name] for name in ("without", "with_", "fewer", "extra", "low", "high")]
        known = [count for count in counts if count is not None]
        if not known:
            raise ValueError("the card has no number: give without, with, fewer, extra, low or high")
        if max(known) > values["per"]:
            raise ValueError(f"a count is larger than per ({values['per']})")
        low, high = values["low"], values["high"]
        if low is not None and high is not None and low > high:
            raise ValueError("low is larger than high")
        return values

    def value(self, field: str) -> Decimal:
        """The value of a placeholder field: a count, ``per``, ``years``, or ``<count>_not`` (the others).

        Raises ``KeyError`` when the card has no such value.
        """
        name = field[:-4] if field.endswith("_not") else field
        found = getattr(self, "with_" if name == "with" else name, None)
        if name not in (*_COUNTS, "per", "years") or found is None:
            raise KeyError(field)
        return Decimal(self.per) - Decimal(found) if field.endswith("_not") else Decimal(found)


_COUNTS = ("without", "with", "fewer", "extra", "low", "high")
