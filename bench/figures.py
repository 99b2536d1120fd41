"""What was measured: samples in, median and 95th percentile out, and the row of the table that holds them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Optional


@dataclass(frozen=True)
class Figure:
    """Median and 95th percentile of `count` samples, in the unit of the row."""

    median: float
    p95: float
    count: int


def figure(samples: Sequence[float]) -> Figure:
    """Return the figure of some samples.

    :raises ValueError: when there are none
    """
    if not samples:
        raise ValueError("nothing was measured")
    ordered = sorted(samples)
    return Figure(float(median(ordered)), float(ordered[math.ceil(0.95 * len(ordered)) - 1]), len(ordered))


@dataclass(frozen=True)
class Limit:
    """What the ratio of a row, or our figure itself, must reach. `least`: it must be at least, not at most, that."""

    ratio: Optional[float] = None
    absolute: Optional[float] = None
    least: bool = False

    def words(self) -> str:
        """Return the limit as a person reads it."""
        sign = "≥" if self.least else "≤"
        parts = [f"{sign} {self.ratio:g} ×" if self.ratio else "", f"{sign} {self.absolute:g}" if self.absolute else ""]
        return " and ".join(part for part in parts if part)

    def is_reached(self, ratio: Optional[float], ours: float) -> bool:
        """Say whether both hold."""
        pairs = [(self.ratio, ratio), (self.absolute, ours)]
        return all(
            found is not None and (found >= wanted if self.least else found <= wanted)
            for wanted, found in pairs
            if wanted is not None
        )


@dataclass(frozen=True)
class Row:
    """One line of the table: ours, and what it is compared with (the starter, or another figure of ours)."""

    name: str
    unit: str
    ours: Figure
    other: Optional[Figure] = None
    against: str = "starter"
    limit: Optional[Limit] = None

    @property
    def ratio(self) -> Optional[float]:
        """Ours ÷ the other, by the medians."""
        return self.ours.median / self.other.median if self.other and self.other.median else None

    def as_dict(self) -> dict[str, Any]:
        """Return the row, JSON-ready."""
        found = {**asdict(self), "ratio": self.ratio}
        found["limit"] = self.limit.words() if self.limit else None
        found["reached"] = self.limit.is_reached(self.ratio, self.ours.median) if self.limit else None
        return found
