"""Hears from the wording whether a clinician or a patient writes."""

from __future__ import annotations

from nlu.clinical.patterns import Pattern

_CLINICIAN = Pattern("register", "clinician")
_REPORT = Pattern("register", "report")
_PATIENT = Pattern("register", "patient")
# Who reads out a report or tells what a doctor said of her writes of herself, whatever the shorthand in it.
_HERSELF = Pattern("register", "herself")
_PASTED = Pattern("register", "pasted")


def register_of(plain: str) -> str | None:
    """Return "clinician", "patient" or None where the words of a plain text give no hint.

    A report that was pasted as it is tells nothing of who pasted it. Words of a report ("T -2.5", "eGFR") count for a
    clinician only beside shorthand that no report has.
    """
    if _HERSELF.search(plain):
        return "patient"
    if _PASTED.match(plain):
        return None
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
