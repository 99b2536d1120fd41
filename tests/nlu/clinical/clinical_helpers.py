"""Short-hands for the tables of the clinical extractor's tests."""

from __future__ import annotations

from datetime import date

from nlu.clinical import Finding, Reading, read

TODAY = date(2026, 11, 22)


def heard(text: str) -> Reading:
    """Read `text` on a fixed day."""
    return read(text, TODAY)


def found(text: str, kind: str) -> list[Finding]:
    """Return the findings of one kind."""
    return list(heard(text).of(kind))


def clear(text: str, kind: str, status: str = "present") -> list[object]:
    """Return the values of the clear findings of one kind and status."""
    return [f.value for f in found(text, kind) if f.certainty == "clear" and f.status == status]


def asked(text: str, kind: str) -> list[tuple[str, list[object]]]:
    """Return (reason, candidates) of the findings of one kind that must be asked."""
    return [(f.reason, list(f.candidates)) for f in found(text, kind) if f.certainty == "ask"]


def flags(text: str) -> set[str]:
    """Return the red flags that fire."""
    return {str(f.value) for f in found(text, "red_flag")}
