"""The CDS Hooks services (specification 2.0): what is offered, what a request must hold, and the record read from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from interop.codes import table
from interop.reading_conditions import read_conditions
from interop.reading_medicines import read_medicines
from interop.reading_patient import read_patient
from interop.reading_t_scores import read_t_scores
from interop.record import Record
from interop.resources import UnreadableError, contents, name_of, parse

PATIENT_VIEW, ORDER_SELECT = "patient-view", "order-select"
SERVICES = {"osteochat-patient-view": PATIENT_VIEW, "osteochat-order-select": ORDER_SELECT}
"""The services by id, with the hook of each."""
LONGEST_TEXT = 200


class RequestError(ValueError):
    """A request is not as the specification says. `status`: 4xx; `sentence`: what is wrong and what to send."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def discovery() -> dict[str, Any]:
    """Return the answer of `GET /cds-services`."""
    return {"services": [_described(service, hook) for service, hook in SERVICES.items()]}


DESCRIPTIONS = {
    PATIENT_VIEW: "What the teaching table OIC-128-08-B says for this patient: action, options, what is missing.",
    ORDER_SELECT: "Whether the table names the selected osteoporosis drug for this patient, and under which condition.",
}
USAGE = (
    "Post-menopausal women only; a teaching tool that does not prescribe. It reads prefetched data only and never calls the "
    "FHIR server. What could not be read is listed in the card."
)


def _described(service: str, hook: str) -> dict[str, Any]:
    return {
        "hook": hook,
        "id": service,
        "title": f"Osteoporosis drug treatment ({hook})",
        "description": DESCRIPTIONS[hook],
        "prefetch": prefetch(),
        "usageRequirements": USAGE,
    }


def prefetch() -> dict[str, str]:
    """Return the FHIR queries whose answers the services read."""
    scores = ",".join(f"http://loinc.org|{code}" for code in table("t_scores")["used"])
    return {
        "patient": "Patient/{{context.patientId}}",
        "tScores": f"Observation?patient={{{{context.patientId}}}}&code={scores}",
        "conditions": "Condition?patient={{context.patientId}}",
        "medications": "MedicationStatement?patient={{context.patientId}}",
    }


def check_request(given: Any, hook: str) -> None:
    """Check the request. :raises RequestError: with the first thing that is wrong"""
    if not isinstance(given, Mapping):
        raise RequestError(400, "Send a CDS Hooks request as a JSON object.")
    if given.get("hook") != hook:
        raise RequestError(400, f"“hook” must be “{hook}” for this service.")
    _check_text(given, "hookInstance", "hookInstance")
    context = given.get("context")
    if not isinstance(context, Mapping):
        raise RequestError(400, "“context” must be an object with “userId” and “patientId”.")
    _check_text(context, "userId", "context.userId")
    _check_text(context, "patientId", "context.patientId")
    if hook == ORDER_SELECT or {"selections", "draftOrders"} & set(context):
        _check_orders(context, hook == ORDER_SELECT)
    if not isinstance(given.get("prefetch"), Mapping):
        # The specification has 412 for this, but Sanic sends no body with that status and leaves the caller waiting.
        raise RequestError(
            400, "Send the data of “prefetch” with the request; this service does not call the FHIR server."
        )
    for key in EXPECTED:
        if not isinstance(given["prefetch"].get(key), (Mapping, type(None))):
            raise RequestError(400, f"“prefetch.{key}” must be a FHIR resource, a bundle of them, or null.")
    _check_patient(given["prefetch"].get("patient"), context["patientId"])


def _check_text(given: Mapping[str, Any], name: str, shown: str) -> None:
    value = given.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_TEXT:
        raise RequestError(400, f"“{shown}” must be a text of 1 to {LONGEST_TEXT} characters.")


def _check_orders(context: Mapping[str, Any], is_needed: bool) -> None:
    """Check what an order brings; without need of it, what is there must still be of its kind."""
    selections, drafts = context.get("selections"), context.get("draftOrders")
    if not is_needed:
        selections, drafts = context.get("selections", []), context.get("draftOrders", {})
    if not isinstance(selections, list) or not all(isinstance(each, str) for each in selections):
        raise RequestError(400, "“context.selections” must be a list of references such as “MedicationRequest/103”.")
    if not isinstance(drafts, Mapping) or (is_needed and drafts.get("resourceType") != "Bundle"):
        raise RequestError(400, "“context.draftOrders” must be a FHIR Bundle.")


def _check_patient(patient: Any, expected: str) -> None:
    """Refuse the data of somebody else: an answer about the wrong person is worse than none."""
    identifier = patient.get("id") if isinstance(patient, Mapping) else None
    if identifier is not None and identifier != expected.rsplit("/", 1)[-1]:
        raise RequestError(400, "“prefetch.patient” is not the patient of “context.patientId”.")


def read_record(given: Mapping[str, Any], today: date) -> Record:
    """Return what the prefetched data of a checked request say, and what of them was not read."""
    record, data = Record(today), given["prefetch"]
    patient = given["context"]["patientId"].rsplit("/", 1)[-1]
    found = {kind: _parsed(data.get(key), kind, key, patient, record) for key, kind in EXPECTED.items()}
    read_patient(next(iter(found["Patient"]), None), record)
    read: list[tuple[str, Callable[[Sequence[Any], Record], None]]] = [
        ("Observation", read_t_scores),
        ("Condition", read_conditions),
        ("MedicationStatement", read_medicines),
    ]
    for kind, reader in read:
        reader(found[kind], record)
    return record


EXPECTED = {
    "patient": "Patient",
    "tScores": "Observation",
    "conditions": "Condition",
    "medications": "MedicationStatement",
}
"""The keys of the prefetched data, with the type of resource that each holds."""


def _parsed(given: Any, kind: str, key: str, patient: str, record: Record) -> list[Any]:
    if given is None:
        record.leave_out(f"prefetch “{key}”: not sent")
        return []
    found = []
    for resource in contents(given):
        try:
            found.append(_checked(resource, kind, patient))
        except UnreadableError as error:
            record.leave_out(f"{error.what}: {error.where}")
    if not found and not any(True for _ in contents(given)) and not isinstance(given, Mapping):
        record.leave_out(f"prefetch “{key}”: not a FHIR resource")
    return found


def _checked(resource: Mapping[str, Any], kind: str, patient: str) -> Any:
    if resource.get("resourceType") != kind:
        raise UnreadableError(name_of(resource), f"a {kind} was expected here")
    parsed = parse(resource)
    subject = getattr(parsed, "subject", None)
    reference = (subject.reference or "") if subject is not None else ""
    of = re.search(r"(?:^|/)Patient/([^/]+)", reference)
    if of and of.group(1) != patient:
        raise UnreadableError(name_of(resource), "it belongs to another patient")
    return parsed
