"""Hears from the wording whether a clinician or a patient writes."""

from __future__ import annotations

from nlu.clinical.patterns import Pattern

_CLINICIAN = Pattern("register", "clinician")
_PATIENT = Pattern("register", "patient")


def register_of(plain: str) -> str | None:
    """Return "clinician", "patient" or None where the words of a plain text give no hint."""
    clinician = len({m.group() for m in _CLINICIAN.finditer(plain)})
    patient = len({m.group() for m in _PATIENT.finditer(plain)})
    if clinician > patient:
        return "clinician"
    if patient > clinician:
        return "patient"
    return None
