"""A stated age, exact or vague."""

from __future__ import annotations

from dataclasses import dataclass

# Around the window of the table (50 to 60 years, both ends included) a year more or less changes an option.
WINDOW = (50, 60)


@dataclass(frozen=True)
class AgeMention:
    """A stated age: `low` to `high` years (equal where exact), at plain[start:end].

    style: "exact", "decade", "about", "bound", "upcoming", "birth_year"; event: the age of a past event.
    """

    start: int
    end: int
    low: int
    high: int
    likely: int
    style: str = "exact"
    event: bool = False
    strong: bool = True

    @property
    def crosses_window(self) -> bool:
        """True where the ends of the range fall on different sides of the 50–60 window."""
        return side(self.low) != side(self.high)


def side(age: int) -> int:
    """Return -1 below, 0 inside and 1 above the window of 50 to 60 years."""
    return -1 if age < WINDOW[0] else 1 if age > WINDOW[1] else 0
