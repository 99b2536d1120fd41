"""One number read as a T-score, a Z-score or a density."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from nlu.clinical.numbers import Number


@dataclass(frozen=True)
class Value:
    """A number read as a T-score (`t`), a Z-score (`z`) or a density (`density`).

    earlier: its words put it in the past; changed: they also say that it is so no longer ("used to be");
    first_ever: they only call the scan the first.
    vague: the number is not exact; lacks_digit: one of its digits cannot be read.
    """

    number: Number
    kind: str
    start: int
    end: int
    sign_known: bool
    site: str = ""
    side: str = ""
    year: int = 0
    earlier: bool = False
    changed: bool = False
    first_ever: bool = False
    later: bool = False
    was: bool = False
    vague: bool = False
    lacks_digit: bool = False

    @property
    def low(self) -> Decimal:
        """The lowest reading: negative where the sign is not known."""
        return -self.number.magnitude if self.number.sign == "-" or not self.sign_known else self.number.magnitude

    @property
    def text(self) -> str:
        """The value as the contract writes it; negative where the sign is not known."""
        return self.number.text("-" if self.low < 0 else "+")
