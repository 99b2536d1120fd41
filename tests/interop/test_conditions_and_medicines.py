"""Fractures, other conditions and medicines of a FHIR record."""

from __future__ import annotations

import pytest

from tests.interop import requests as fhir
from tests.interop.reading import read, says

BISPHOSPHONATE, SIDE_EFFECTS = "M05BA04", fhir.concept(fhir.SNOMED, "182864000")


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
