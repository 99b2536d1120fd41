"""Age and sex from a FHIR Patient."""

from __future__ import annotations

from datetime import date
from typing import Any, Optional

from interop.record import Record

FEMALE, MALE = "female", "male"


def read_patient(patient: Any, record: Record) -> None:
    """Take age and sex; what is missing stays unknown.

    :param patient: a parsed Patient, or None when none could be read
    """
    if patient is None:
        record.leave_out("Patient: age and sex are not known")
        return
    if patient.gender == MALE:
        record.facts["scope"] = "man"
        record.read.append("male (Patient.gender)")
    elif patient.gender != FEMALE:
        record.leave_out("Patient.gender: not “female” or “male”; whether the table is for this person is not known")
    _read_age(patient.birthDate, record)


def _read_age(born: Optional[Any], record: Record) -> None:
    """Take the age; of a year alone the two ages that are possible.

    :param born: a date, or text with a year or a month, as FHIR allows
    """
    if born is None:
        record.leave_out("Patient.birthDate: missing; the age is not known")
        return
    first, last = (born, born) if isinstance(born, date) else _span(str(born))
    oldest, youngest = _years(first, record.today), _years(last, record.today)
    if youngest == oldest:
        record.facts["age"] = oldest
        record.read.append(f"age {oldest} (Patient.birthDate)")
    else:
        record.facts["age_range"] = [youngest, oldest]
        record.read.append(f"age {youngest} or {oldest} (Patient.birthDate has no day)")


def _span(text: str) -> tuple[date, date]:
    """Return the first and the last day of a year or month."""
    year, _, month = text.partition("-")
    if month:
        following = date(int(year) + int(month) // 12, int(month) % 12 + 1, 1)
        return date(int(year), int(month), 1), date.fromordinal(following.toordinal() - 1)
    return date(int(year), 1, 1), date(int(year), 12, 31)


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
