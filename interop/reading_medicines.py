"""Osteoporosis drugs, bisphosphonate intolerance and glucocorticoids from FHIR MedicationStatements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from interop import codes
from interop.codes import Code, table
from interop.record import Record
from interop.resources import codes_of

TAKEN = ("active",)
LEFT = ("stopped", "not-taken", "completed", "on-hold")
ERROR = "entered-in-error"


def read_medicines(statements: Sequence[Any], record: Record) -> None:
    """Take what the person takes now, and a bisphosphonate that was left for its side effects."""
    unknown = 0
    for statement in statements:
        if statement.status == ERROR:
            continue
        given = codes_of(statement.medicationCodeableConcept)
        if not any(each.system == codes.ATC for each in given):
            unknown += 1
            continue
        _read(statement, given, record)
    if unknown:
        record.leave_out(f"MedicationStatement: {unknown} without an ATC code are not read")


def _read(statement: Any, given: Sequence[Code], record: Record) -> None:
    drug = next((found for each in given if (found := codes.medicine_of(each))), None)
    if any(codes.is_glucocorticoid(each) for each in given) and statement.status in TAKEN:
        record.facts.setdefault("scope", "glucocorticoids")
        record.read.append("a glucocorticoid is taken now (MedicationStatement)")
    if drug is None:
        return
    shown = drug.replace("_", " ")
    if statement.status in TAKEN:
        record.drugs.append(drug)
        record.read.append(f"{shown} is taken now (MedicationStatement)")
    elif drug in table("medicines")["bisphosphonates"] and _was_not_tolerated(statement):
        record.facts["bisphosphonate_problem"] = True
        record.read.append(f"{shown} was left for its side effects (MedicationStatement)")
    elif statement.status in LEFT:
        record.leave_out(f"MedicationStatement: {shown} is “{statement.status}”, the reason is not known")
    else:
        record.leave_out(f"MedicationStatement: {shown} has the status “{statement.status}”")


def _was_not_tolerated(statement: Any) -> bool:
    reasons = table("medicines")["intolerance_reasons"]
    found = [code for each in statement.statusReason or [] for code in codes_of(each)]
    return statement.status in LEFT and any(each.system == codes.SNOMED and each.value in reasons for each in found)
