"""Something that was said in a way that can be read differently, or cannot be: it is asked back before it is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

COUNT_NOT = ("before_50", "atypical")
"""Reasons of a bone that does not count, broken in younger years or by a drug: what is asked is whether another broke."""


@dataclass(frozen=True)
class Clarification:
    """`fact` by its slot, `heard` in the person's own words, `reason` as a code, `candidates` the likeliest first."""

    fact: str
    heard: str
    reason: str
    candidates: tuple[Any, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return it for the dialogue slot."""
        return {**asdict(self), "candidates": list(self.candidates)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Clarification:
        """Read what `as_dict` returned."""
        return cls(data["fact"], data["heard"], data["reason"], tuple(data["candidates"]))
