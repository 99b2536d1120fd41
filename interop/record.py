"""What was read from a patient's record, and what was not: facts for the table, and a list of everything left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from guideline import Case, CaseError


@dataclass
class Record:
    """`facts` by name; `read`: what they rest on, in words; `unread`: what could not be read or was left open, in words.

    `today`: the day for which ages are worked out. `drugs`: ids of the osteoporosis drugs taken now. `unsure`: facts that the
    record raises and leaves open.
    """

    today: date
    facts: dict[str, Any] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    drugs: list[str] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)

    def leave_out(self, what: str) -> None:
        """Note what was not read, once."""
        if what not in self.unread:
            self.unread.append(what)

    def case(self) -> Case:
        """Return the case; a fact that cannot be is left unknown, and said so."""
        while True:
            try:
                return Case.from_facts(self.facts, frozenset(self.unsure))
            except CaseError as error:
                if error.fact not in self.facts:
                    raise
                self.leave_out(f"{error.fact}: {error.reason}")
                del self.facts[error.fact]
