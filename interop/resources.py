"""FHIR R4 resources out of prefetched data: each is checked by itself, so that a bad one does not spoil the others."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from typing import Any, Optional

from interop.codes import Code, system_of

READ = ("Patient", "Observation", "Condition", "MedicationStatement", "MedicationRequest")
SKIPPED = ("OperationOutcome",)
DATES = ("birthDate", "effectiveDateTime")
"""Dates are texts in FHIR; the models would take a number as seconds since 1970."""


class UnreadableError(ValueError):
    """A resource is not valid FHIR R4. `what`: its type and id; `where`: the elements at fault."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__(f"{what}: {where}")
        self.what = what
        self.where = where


def contents(given: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the resources of a prefetched value: a resource, a bundle of them, or nothing."""
    if not isinstance(given, Mapping):
        return
    if given.get("resourceType") != "Bundle":
        yield given
        return
    entries = given.get("entry")
    for entry in entries if isinstance(entries, list) else ():
        resource = entry.get("resource") if isinstance(entry, Mapping) else None
        if isinstance(resource, Mapping) and resource.get("resourceType") not in SKIPPED:
            yield resource


def parse(resource: Mapping[str, Any]) -> Any:
    """Return a resource as its FHIR R4 model. :raises UnreadableError: when it is not valid, or of a type not read"""
    kind = resource.get("resourceType")
    what = name_of(resource)
    if kind not in READ:
        raise UnreadableError(what, "a resource of this type is not read")
    wrong = [name for name in DATES if not isinstance(resource.get(name, ""), str)]
    if wrong:
        raise UnreadableError(what, f"not valid FHIR R4 at {wrong[0]}")
    from pydantic import ValidationError

    module = importlib.import_module(f"fhir.resources.R4B.{kind.lower()}")
    try:
        return getattr(module, kind).parse_obj(resource)
    except ValidationError as error:
        places = dict.fromkeys(".".join(map(str, each["loc"][:2])) for each in error.errors())
        raise UnreadableError(what, f"not valid FHIR R4 at {', '.join(list(places)[:3])}") from None
    except (TypeError, ValueError, AttributeError, RecursionError):
        raise UnreadableError(what, "not valid FHIR R4") from None


def name_of(resource: Mapping[str, Any]) -> str:
    """Return type and id of a resource, for the list of what was not read; at most 80 characters."""
    kind, identifier = resource.get("resourceType"), resource.get("id")
    name = kind if isinstance(kind, str) else "a resource without a type"
    return f"{name}/{identifier}"[:80] if isinstance(identifier, str) else name[:80]


def codes_of(concept: Optional[Any]) -> list[Code]:
    """Return the codes of a CodeableConcept."""
    codings = (concept.coding if concept else None) or []
    return [Code(system_of(each.system), str(each.code)) for each in codings if each.code]


def words_of(concept: Optional[Any]) -> str:
    """Return the words of a CodeableConcept, lower case."""
    if concept is None:
        return ""
    shown = [each.display for each in concept.coding or [] if each.display]
    return " ".join([*([concept.text] if concept.text else []), *shown]).lower()
