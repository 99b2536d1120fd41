"""What is read from a FHIR record, and that everything else is listed and nothing assumed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from interop.cds import check_request, read_record
from interop.record import Record
from tests.interop import requests as fhir

TODAY = date(2026, 11, 22)
BISPHOSPHONATE, SIDE_EFFECTS = "M05BA04", fhir.concept(fhir.SNOMED, "182864000")


def read(**prefetch: Any) -> Record:
    """Return the record of a request with these prefetched data, sent as JSON."""
    import json

    from interop.one_case import read_json

    given = read_json(json.dumps(fhir.patient_view(prefetch=fhir.prefetch(**prefetch))).encode())
    check_request(given, "patient-view")
    return read_record(given, TODAY)


def says(record: Record, words: str) -> bool:
    return any(words in each for each in record.unread)


def test_the_whole_record_is_read() -> None:
    record = read()
    assert record.facts["age"] == 74
    assert record.facts["t_score"] == "-2.8"
    assert record.facts["fracture_sites"] == ["vertebra"]
    assert record.facts["vertebral_fractures"] == 2
    assert record.unread == []


@pytest.mark.parametrize(
    ("born", "fact", "value"),
    [
        ("1952-11-22", "age", 74),
        ("1952-11-23", "age", 73),
        ("1952", "age_range", [73, 74]),
        ("1952-12", "age", 73),
        ("1952-11", "age_range", [73, 74]),
    ],
)
def test_the_age_is_as_exact_as_the_birth_date(born: str, fact: str, value: Any) -> None:
    assert read(patient=fhir.patient(birthDate=born)).facts[fact] == value


@pytest.mark.parametrize("born", ["2952-01-01", "yesterday", "1852-01-01", 1952])
def test_an_impossible_birth_date_leaves_the_age_unknown(born: Any) -> None:
    record = read(patient=fhir.patient(birthDate=born))
    case = record.case()
    assert case.age is None and case.age_range is None
    assert record.unread


def test_without_a_birth_date_the_age_is_not_known() -> None:
    bare = {"resourceType": "Patient", "id": fhir.PATIENT, "gender": "female"}
    record = read(patient=bare)
    assert "age" not in record.facts and says(record, "birthDate")


@pytest.mark.parametrize("gender", ["other", "unknown", None])
def test_a_gender_that_does_not_tell_is_listed(gender: str | None) -> None:
    given = fhir.patient()
    given.pop("gender")
    record = read(patient={**given, **({"gender": gender} if gender else {})})
    assert record.facts.get("scope") is None and says(record, "Patient.gender")


def test_a_man_is_out_of_scope() -> None:
    assert read(patient=fhir.patient(gender="male")).facts["scope"] == "man"


def test_the_lowest_of_spine_and_hip_of_the_newest_examination_counts() -> None:
    old = fhir.observation(-3.4, id="old", effectiveDateTime="2016-01-01")
    hip = fhir.observation(-3.1, "38264-8", id="hip")
    record = read(tScores=fhir.bundle(old, fhir.observation(), hip))
    assert record.facts["t_score"] == "-3.1"
    assert says(record, "older than 2026-03-02")


def test_the_digits_are_those_that_were_sent() -> None:
    from interop.one_case import read_json

    given = read_json(b'{"value": -2.50}')
    assert read(tScores=fhir.observation(-1.0)).facts["t_score"] == "-1.0"
    assert str(given["value"]) == "-2.50"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (fhir.observation(status="preliminary"), "preliminary"),
        (fhir.observation(status="entered-in-error"), "entered-in-error"),
        (fhir.observation(code="38266-3"), "another site"),
        (fhir.observation(code="85394-5"), "Z-score"),
        (fhir.observation(code="24966-4"), "density"),
        (fhir.observation(-28), "decimal point"),
        (fhir.observation(-2.123), "decimals"),
        (fhir.observation(valueQuantity={"value": 0.7, "unit": "g/cm2"}), "g/cm2"),
        (fhir.observation(valueQuantity={"value": -2.5, "comparator": "<"}), "not as a value"),
        (fhir.observation(valueQuantity={"unit": "{T-score}"}), "without a number"),
        (fhir.observation(subject={"reference": "Patient/somebody-else"}), "another patient"),
        (fhir.observation(valueQuantity="-2.5"), "not valid FHIR"),
        ({**fhir.observation(), "valueString": "-2.5"}, "not valid FHIR"),
        (fhir.condition(), "Observation was expected"),
    ],
)
def test_a_t_score_that_cannot_be_used_is_listed_and_stays_unknown(given: dict[str, Any], words: str) -> None:
    record = read(tScores=fhir.bundle(given))
    assert "t_score" not in record.facts
    assert says(record, words), record.unread


def test_one_bad_resource_does_not_spoil_the_others() -> None:
    record = read(tScores=fhir.bundle({"resourceType": "Observation", "id": "bad"}, fhir.observation(-2.6)))
    assert record.facts["t_score"] == "-2.6"
    assert says(record, "Observation/bad")


@pytest.mark.parametrize(
    ("system", "code", "sites"),
    [
        (fhir.ICD10, "S72.0", ["hip"]),
        (fhir.ICD10, "S72.00", ["hip"]),
        (fhir.ICD10, "S720", ["hip"]),
        (fhir.ICD10, "S52.5", ["wrist"]),
        (fhir.ICD10, "S22.0", ["vertebra"]),
        (fhir.ICD10 + "-cm", "S22.01", ["upper_thoracic_spine"]),
        (fhir.ICD10 + "-cm", "S72.001A", ["hip"]),
        (fhir.SNOMED, "5913000", ["hip"]),
        (fhir.SNOMED, "263199001", ["wrist"]),
    ],
)
def test_fracture_codes_name_the_bone(system: str, code: str, sites: list[str]) -> None:
    assert read(conditions=fhir.bundle(fhir.condition(system, code))).facts["fracture_sites"] == sites


def test_a_broken_femur_of_any_part_is_severe() -> None:
    record = read(conditions=fhir.bundle(fhir.condition(code="S72.9")))
    assert record.facts["fracture"] == "severe_nonvertebral"


def test_no_fracture_in_the_record_is_not_taken_as_none() -> None:
    record = read(conditions=fhir.bundle())
    assert record.case().fracture_class is None
    assert says(record, "that there is none")


@pytest.mark.parametrize("code", ["M80.0", "S22.4", "M84.4", "T14.2"])
def test_a_fracture_of_an_unclear_bone_leaves_the_class_unknown(code: str) -> None:
    record = read(conditions=fhir.bundle(fhir.condition(code=code), fhir.condition(code="S52.5", id="wrist")))
    assert record.case().fracture_class is None
    assert says(record, "Condition/c1")


def test_a_fracture_in_words_only_is_listed() -> None:
    words = {"text": "Fracture of the hip, 2019"}
    record = read(conditions=fhir.bundle({**fhir.condition(), "code": words}))
    assert record.case().fracture_class is None
    assert says(record, "by its words")


@pytest.mark.parametrize(("status", "known"), [("refuted", None), ("entered-in-error", None), ("unconfirmed", None)])
def test_a_fracture_that_is_not_confirmed_does_not_count(status: str, known: str | None) -> None:
    given = fhir.condition(code="S72.0", verificationStatus=fhir.concept(fhir.VERIFICATION, status))
    assert read(conditions=fhir.bundle(given)).case().fracture_class is known


def test_two_codes_of_one_part_of_the_spine_are_no_number() -> None:
    record = read(conditions=fhir.bundle(fhir.condition(fhir.SNOMED, "207957008")))
    assert "vertebral_fractures" not in record.facts
    assert says(record, "number of vertebral fractures")


def test_an_accident_leaves_the_energy_open() -> None:
    record = read(conditions=fhir.bundle(fhir.condition(code="S72.0"), fhir.condition(code="V43.5", id="crash")))
    assert record.case().energy_is_open
    assert says(record, "high energy")


@pytest.mark.parametrize(
    ("code", "scope"),
    [("N18.5", "severe_kidney_disease"), ("C79.5", "cancer_or_metastases"), ("E24", "secondary_osteoporosis")],
)
def test_an_active_condition_may_put_the_patient_out_of_scope(code: str, scope: str) -> None:
    assert read(conditions=fhir.bundle(fhir.condition(code=code))).facts["scope"] == scope
    over = fhir.condition(code=code, clinicalStatus=fhir.concept(fhir.CLINICAL, "resolved"))
    assert read(conditions=fhir.bundle(over)).facts.get("scope") is None


def test_menopausal_symptoms_are_read_and_their_absence_is_not_concluded() -> None:
    assert read(conditions=fhir.bundle(fhir.condition(code="N95.1"))).facts["climacteric_symptoms"] is True
    assert "climacteric_symptoms" not in read().facts


def test_medicines_are_read_by_atc() -> None:
    record = read(medications=fhir.bundle(fhir.statement()))
    assert record.drugs == ["alendronate"]
    assert "bisphosphonate_problem" not in record.facts


def test_a_bisphosphonate_left_for_side_effects_is_a_problem() -> None:
    given = fhir.statement(BISPHOSPHONATE, "stopped", statusReason=[SIDE_EFFECTS])
    assert read(medications=fhir.bundle(given)).facts["bisphosphonate_problem"] is True


@pytest.mark.parametrize("status", ["stopped", "completed", "not-taken", "unknown"])
def test_a_bisphosphonate_left_for_a_reason_not_known_is_listed(status: str) -> None:
    record = read(medications=fhir.bundle(fhir.statement(status=status)))
    assert "bisphosphonate_problem" not in record.facts
    assert says(record, "alendronate")


def test_a_glucocorticoid_taken_now_puts_the_patient_out_of_scope() -> None:
    assert read(medications=fhir.bundle(fhir.statement("H02AB06"))).facts["scope"] == "glucocorticoids"
    assert read(medications=fhir.bundle(fhir.statement("H02AB06", "stopped"))).facts.get("scope") is None


def test_medicines_of_other_code_systems_are_counted_as_not_read() -> None:
    given = fhir.statement(
        medicationCodeableConcept=fhir.concept("http://www.nlm.nih.gov/research/umls/rxnorm", "904420")
    )
    record = read(medications=fhir.bundle(given))
    assert record.drugs == [] and says(record, "1 without an ATC code")


@pytest.mark.parametrize("key", ["patient", "tScores", "conditions", "medications"])
@pytest.mark.parametrize(
    "value", [None, "text", 7, [], {}, {"resourceType": "OperationOutcome"}, {"resourceType": "Bundle"}]
)
def test_prefetched_data_of_any_shape_never_fail(key: str, value: Any) -> None:
    record = read(**{key: value})
    record.case()
    assert record.unread or key == "medications"
