"""CDS Hooks requests in the shape of the specification's examples, and the resources in them."""

from __future__ import annotations

from typing import Any

LOINC, ICD10, SNOMED, ATC = (
    "http://loinc.org",
    "http://hl7.org/fhir/sid/icd-10",
    "http://snomed.info/sct",
    "http://www.whocc.no/atc",
)
PATIENT = "1288992"
VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"


def bundle(*resources: dict[str, Any]) -> dict[str, Any]:
    """A searchset, as a client sends the answer of a search."""
    return {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": each} for each in resources]}


def concept(system: str, code: str, text: str | None = None) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code}], **({"text": text} if text else {})}


def patient(**more: Any) -> dict[str, Any]:
    return {"resourceType": "Patient", "id": PATIENT, "gender": "female", "birthDate": "1952-05-04", **more}


def observation(value: Any = -2.8, code: str = "38267-1", **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": "t1",
        "status": "final",
        "code": concept(LOINC, code),
        "subject": {"reference": f"Patient/{PATIENT}"},
        "effectiveDateTime": "2026-03-02",
        "valueQuantity": {"value": value, "unit": "{T-score}"},
        **more,
    }


def condition(system: str = ICD10, code: str = "M80.08", **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "Condition",
        "id": "c1",
        "code": concept(system, code),
        "subject": {"reference": f"Patient/{PATIENT}"},
        "clinicalStatus": concept(CLINICAL, "active"),
        "verificationStatus": concept(VERIFICATION, "confirmed"),
        **more,
    }


def statement(code: str = "M05BA04", status: str = "active", **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "MedicationStatement",
        "id": "m1",
        "status": status,
        "medicationCodeableConcept": concept(ATC, code),
        "subject": {"reference": f"Patient/{PATIENT}"},
        **more,
    }


def prefetch(**more: Any) -> dict[str, Any]:
    return {
        "patient": patient(),
        "tScores": bundle(observation()),
        "conditions": bundle(condition(SNOMED, "207957008"), condition(SNOMED, "207938004", id="c2")),
        "medications": bundle(),
        **more,
    }


def patient_view(**more: Any) -> dict[str, Any]:
    return {
        "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        "fhirServer": "http://hooks.smarthealthit.org:9080",
        "hook": "patient-view",
        "fhirAuthorization": {
            "access_token": "some-opaque-fhir-access-token",
            "token_type": "Bearer",
            "expires_in": 300,
            "scope": "user/Patient.read user/Observation.read",
            "subject": "cds-service4",
        },
        "context": {"userId": "Practitioner/example", "patientId": PATIENT, "encounterId": "89284"},
        "prefetch": prefetch(),
        **more,
    }


def order(code: str, identifier: str = "smart-MedicationRequest-103") -> dict[str, Any]:
    return {
        "resourceType": "MedicationRequest",
        "id": identifier,
        "status": "draft",
        "intent": "order",
        "medicationCodeableConcept": concept(ATC, code),
        "subject": {"reference": f"Patient/{PATIENT}"},
    }


def order_select(*orders: dict[str, Any], selections: Any = None, **more: Any) -> dict[str, Any]:
    references = [f"{each['resourceType']}/{each['id']}" for each in orders]
    return {
        **patient_view(),
        "hook": "order-select",
        "context": {
            "userId": "PractitionerRole/123",
            "patientId": PATIENT,
            "encounterId": "89284",
            "selections": references if selections is None else selections,
            "draftOrders": {"resourceType": "Bundle", "entry": [{"resource": each} for each in orders]},
        },
        **more,
    }
