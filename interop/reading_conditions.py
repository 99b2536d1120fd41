"""Fractures, menopausal symptoms and what puts a person outside the table, from FHIR Conditions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from guideline.fractures import CLASSES, SEVERE_NONVERTEBRAL, VERTEBRA, class_of_sites, worst
from interop import codes
from interop.codes import Meaning
from interop.record import Record
from interop.resources import codes_of, words_of

REFUTED = ("refuted", "entered-in-error")
OPEN = ("unconfirmed", "provisional", "differential")
ACTIVE = ("active", "recurrence", "relapse")
FRACTURE_WORD = "fractur"
REASONS = {
    "site": "a fracture whose code does not tell the bone well enough",
    "ribs": "rib fractures whose code does not tell whether three broke at once",
    "tooth": "a broken tooth, which is no fracture of the table",
    "coccyx": "a fracture of the coccyx, which the table does not name",
    "other_disease": "a fracture in another bone disease, which the table does not cover",
    "stress": "a stress fracture, which the table does not name",
    "implant": "a fracture at an implant, which the table does not name",
    "history": "a history of fracture without the bone",
}
HARMLESS = ("tooth",)
"""Reasons that leave the class of the fractures as it is."""


def read_conditions(conditions: Sequence[Any], record: Record) -> None:
    """Take fractures and other facts. Without a fracture in the record none is not concluded: it stays unknown."""
    found: list[Meaning] = []
    for condition in conditions:
        if _status(condition.verificationStatus) in REFUTED:
            continue
        found += _fractures(condition, record)
        if _is_active(condition):
            _other_facts(condition, record)
    _take_fractures(found, record)


def _fractures(condition: Any, record: Record) -> list[Meaning]:
    name = f"Condition/{condition.id}" if condition.id else "Condition"
    given = codes_of(condition.code)
    meanings = [meaning for each in given if (meaning := codes.fracture_of(each))]
    if any(codes.is_accident(each) for each in given):
        record.unsure.add("high_energy")
        record.leave_out(f"{name}: an accident, so that a fracture may come from high energy (R2); not known")
    if not meanings:
        if FRACTURE_WORD in words_of(condition.code):
            record.leave_out(f"{name}: a fracture by its words, with no code that is read")
            return [Meaning(codes.UNCLEAR, "site", None)]
        return []
    if _status(condition.verificationStatus) in OPEN:
        record.leave_out(f"{name}: a fracture that is not confirmed")
        return [Meaning(codes.UNCLEAR, "site", None)]
    clear = [each for each in meanings if each.kind != codes.UNCLEAR]
    if clear:
        return clear[:1]
    record.leave_out(f"{name}: {REASONS[meanings[0].value]}")
    return [each for each in meanings[:1] if each.value not in HARMLESS]


def _take_fractures(found: Sequence[Meaning], record: Record) -> None:
    sites = list(dict.fromkeys(each.value for each in found if each.kind == codes.SITES))
    named = worst(
        each for each in (class_of_sites(sites), *(m.value for m in found if m.kind == codes.CLASSES)) if each
    )
    unclear = any(each.kind == codes.UNCLEAR for each in found)
    if named is None or (unclear and CLASSES.index(named) < CLASSES.index(SEVERE_NONVERTEBRAL)):
        record.leave_out("Condition: the worst fracture, or that there is none, cannot be told from the record")
        return
    record.facts["fracture"] = named
    record.facts["fracture_sites"] = sites or None
    record.read.append(f"fractures: {', '.join(sites) or named} (Condition)".replace("_", " "))
    levels = {each.level for each in found if each.level and each.value == VERTEBRA}
    if len(levels) > 1:
        record.facts["vertebral_fractures"] = len(levels)
        record.read.append(f"at least {len(levels)} vertebral fractures, at different levels (Condition)")
    elif VERTEBRA in sites:
        record.leave_out("Condition: the number of vertebral fractures is not known")


def _other_facts(condition: Any, record: Record) -> None:
    if _status(condition.verificationStatus) in OPEN:
        return
    for each in codes_of(condition.code):
        scope = codes.scope_of(each)
        if scope and record.facts.get("scope") is None:
            record.facts["scope"] = scope
            record.read.append(f"{scope.replace('_', ' ')} (Condition {each.value})")
        if codes.is_climacteric(each):
            record.facts["climacteric_symptoms"] = True
            record.read.append(f"climacteric symptoms (Condition {each.value})")


def _is_active(condition: Any) -> bool:
    return _status(condition.clinicalStatus) in ACTIVE


def _status(concept: Optional[Any]) -> Optional[str]:
    return next((str(each.code) for each in (concept.coding if concept else None) or []), None)
