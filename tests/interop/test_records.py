"""What is read from a FHIR record, and that everything else is listed and nothing assumed."""

from __future__ import annotations

from typing import Any

import pytest

from interop.cds import RequestError
from tests.interop import requests as fhir
from tests.interop.reading import read, says


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
        (fhir.observation(effectiveDateTime="2062-03-02"), "still to come"),
        (fhir.observation(effectiveDateTime=1772409600), "not valid FHIR"),
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


@pytest.mark.parametrize("key", ["patient", "tScores", "conditions", "medications"])
@pytest.mark.parametrize("value", ["text", 7, [], [None], True])
def test_prefetched_data_that_are_no_object_are_refused_by_name(key: str, value: Any) -> None:
    with pytest.raises(RequestError, match=f"prefetch.{key}"):
        read(**{key: value})


@pytest.mark.parametrize("key", ["patient", "tScores", "conditions", "medications"])
@pytest.mark.parametrize(
    "value", [None, {}, {"resourceType": "OperationOutcome"}, {"resourceType": "Bundle"}, {"resourceType": 7}]
)
def test_prefetched_data_of_any_shape_never_fail(key: str, value: Any) -> None:
    record = read(**{key: value})
    record.case()
    assert record.unread or key == "medications"
