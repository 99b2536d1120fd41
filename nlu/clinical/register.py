"""Hears from the wording whether a clinician or a patient writes."""

from __future__ import annotations

from nlu.clinical.patterns import Pattern

_CLINICIAN = Pattern("register", "clinician")
_REPORT = Pattern("register", "report")
_PATIENT = Pattern("register", "patient")


def register_of(plain: str) -> str | None:
    """Return "clinician", "patient" or None where the words of a plain text give no hint.

    Words of a report ("T -2.5", "eGFR") count for a clinician only beside shorthand that no report has.
    """
    shorthand = _said(_CLINICIAN, plain)
    clinician = shorthand + (_said(_REPORT, plain) if shorthand else 0)
    patient = _said(_PATIENT, plain)
    if clinician > patient:
        return "clinician"
    if patient > clinician:
        return "patient"
    return None


def _said(words: Pattern, plain: str) -> int:
    return len({match.group() for match in words.finditer(plain)})
