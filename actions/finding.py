"""What the language understanding found in a message, as the actions see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from answers.clarification import Clarification

EXTRACTOR = "ClinicalExtractor"
"""Entities of any other origin (a hand-made payload, say) are not looked at."""

OWN = ("present", "absent", "past", "never", "unknown")
"""The statuses that speak of the person herself."""


@dataclass(frozen=True)
class Finding:
    """One thing read from the person's words; see `nlu.clinical` for kinds, statuses and certainties."""

    kind: str
    value: Any
    text: str
    certainty: str
    status: str
    reason: str
    candidates: tuple[Any, ...]

    @property
    def is_own(self) -> bool:
        """It speaks of the person, not of a relative, a plan or a question."""
        return self.status in OWN


def as_clarification(fact: str, finding: Finding) -> Clarification:
    """Return what must be asked back about a finding, for the slot of that fact; a yes means what it was heard as."""
    candidates = finding.candidates or ((finding.value,) if fact == "scope" else ())
    return Clarification(fact, finding.text, finding.reason or "unclear", candidates)


def findings_of(message: Mapping[str, Any]) -> list[Finding]:
    """Return the findings of a parsed message, those of our own extractor only."""
    return [_finding(each) for each in message.get("entities") or [] if each.get("extractor") == EXTRACTOR]


def _finding(entity: Mapping[str, Any]) -> Finding:
    return Finding(
        kind=entity["entity"],
        value=entity.get("value"),
        text=entity.get("text", ""),
        certainty=entity.get("certainty", "ask"),
        status=entity.get("status", "present"),
        reason=entity.get("reason", ""),
        candidates=tuple(entity.get("candidates") or ()),
    )


def of_kind(findings: Iterable[Finding], *kinds: str) -> list[Finding]:
    """Return the findings of these kinds."""
    return [each for each in findings if each.kind in kinds]
