"""The cards of CDS Hooks, by the specification's rules and the table's answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from interop.cards import order_cards, patient_cards
from interop.cds import RequestError, check_request, discovery, read_record
from tests.interop import requests as fhir

TODAY = date(2026, 11, 22)


def viewed(**prefetch: Any) -> list[dict[str, Any]]:
    given = fhir.patient_view(prefetch=fhir.prefetch(**prefetch))
    check_request(given, "patient-view")
    return patient_cards(read_record(given, TODAY))


def ordered(*codes: str, prefetch: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    orders = [fhir.order(code, f"order-{number}") for number, code in enumerate(codes)]
    given = fhir.order_select(*orders, prefetch=fhir.prefetch(**(prefetch or {})))
    check_request(given, "order-select")
    return order_cards(read_record(given, TODAY), given["context"])


def test_discovery_has_what_the_specification_requires() -> None:
    services = discovery()["services"]
    assert {each["hook"] for each in services} == {"patient-view", "order-select"}
    for each in services:
        assert each["id"] and each["description"] and each["title"]
        assert all(isinstance(query, str) and "{{context.patientId}}" in query for query in each["prefetch"].values())


def test_the_card_has_what_the_specification_requires() -> None:
    (card,) = viewed()
    assert 0 < len(card["summary"]) <= 140
    assert card["indicator"] == "warning"
    assert card["source"]["label"].startswith("OIC-128-08-B")
    assert card["uuid"] != viewed()[0]["uuid"]
    assert {"code", "system", "display"} == set(card["overrideReasons"][0])
    assert card["summary"].startswith("TREAT (imperative)")
    for words in (
        "severe-vertebral/treat",
        "OIC-128-08-B/1",
        "Listed:",
        "teriparatide",
        "Read from the record:",
        "post-menopausal",
    ):
        assert words in card["detail"], words


def test_what_was_not_read_stands_in_the_card() -> None:
    unclear = fhir.condition(code="M84.4", id="unclear_1")
    (card,) = viewed(conditions=fhir.bundle(unclear))
    assert card["summary"].startswith("UNDETERMINED")
    assert "not assumed" in card["detail"] and r"Condition/unclear\_1" in card["detail"]


def test_ids_from_outside_cannot_write_markdown() -> None:
    (card,) = viewed(tScores=fhir.bundle(fhir.observation(), {"resourceType": "Observation", "id": "[x](http://evil)"}))
    assert "[x](http://evil)" not in card["detail"]


def test_a_record_without_score_or_fracture_gets_no_card() -> None:
    assert viewed(tScores=fhir.bundle(), conditions=fhir.bundle()) == []


def test_a_patient_who_is_treated_already_is_no_warning() -> None:
    (card,) = viewed(medications=fhir.bundle(fhir.statement()))
    assert card["indicator"] == "info"
    assert "R15" in card["detail"]


def test_a_man_gets_no_answer_from_the_table() -> None:
    (card,) = viewed(patient=fhir.patient(gender="male"))
    assert card["summary"] == "Not covered by the table: man"
    assert "Listed" not in card["detail"]


@pytest.mark.parametrize(
    ("code", "prefetch", "words", "indicator"),
    [
        ("M05BA04", {}, "alendronate: the table lists it", "info"),
        ("H05AA02", {}, "teriparatide: the table lists it", "info"),
        (
            "G03XC01",
            {},
            "raloxifene: listed only under a condition that is not known: low risk of peripheral fracture",
            "info",
        ),
        ("M05BX06", {}, "romosozumab: not in the table at all", "warning"),
        (
            "H05AA02",
            {"conditions": fhir.bundle(fhir.condition(code="S72.0"))},
            "does not name it in this row",
            "warning",
        ),
        ("M05BA04", {"tScores": fhir.observation(-0.4)}, "specialist", "warning"),
        (
            "M05BA04",
            {"conditions": fhir.bundle(fhir.condition(code="S52.5")), "tScores": fhir.observation(-0.4)},
            "no drug treatment",
            "warning",
        ),
        ("M05BA04", {"conditions": fhir.bundle()}, "cannot be settled yet", "info"),
    ],
)
def test_the_card_on_an_order_says_where_the_drug_stands(
    code: str, prefetch: dict[str, Any], words: str, indicator: str
) -> None:
    (card,) = ordered(code, prefetch=prefetch)
    assert words in card["summary"], card["summary"]
    assert (card["indicator"], len(card["summary"]) <= 140) == (indicator, True)


def test_other_orders_get_no_card_and_each_drug_gets_one() -> None:
    assert ordered("J01CR02") == []
    assert len(ordered("M05BA04", "M05BX04", "M05BA04")) == 2


def test_a_selection_that_is_not_among_the_orders_is_listed() -> None:
    order = fhir.order("M05BA04")
    given = fhir.order_select(
        order, selections=["MedicationRequest/smart-MedicationRequest-103", "MedicationRequest/gone"]
    )
    check_request(given, "order-select")
    (card,) = order_cards(read_record(given, TODAY), given["context"])
    assert "MedicationRequest/gone: not among the draft orders" in card["detail"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"hook": "order-sign"}, "hook"),
        ({"hookInstance": None}, "hookInstance"),
        ({"context": None}, "context"),
        ({"context": {"userId": "Practitioner/1"}}, "patientId"),
        ({"context": {"patientId": fhir.PATIENT}}, "userId"),
        ({"context": {"userId": 1, "patientId": fhir.PATIENT}}, "userId"),
        ({"prefetch": None}, "prefetch"),
        ({"prefetch": []}, "prefetch"),
        ({"prefetch": {"patient": {"resourceType": "Patient", "id": "another"}}}, "not the patient"),
    ],
)
def test_a_malformed_request_is_refused_with_the_reason(change: dict[str, Any], words: str) -> None:
    with pytest.raises(RequestError) as refused:
        check_request(fhir.patient_view(**change), "patient-view")
    assert words in refused.value.sentence and 400 <= refused.value.status < 500


@pytest.mark.parametrize("given", [None, [], "text", 3])
def test_what_is_no_object_is_refused(given: Any) -> None:
    with pytest.raises(RequestError):
        check_request(given, "patient-view")


@pytest.mark.parametrize(
    "change", [{"selections": "MedicationRequest/1"}, {"selections": [1]}, {"draftOrders": {}}, {"draftOrders": None}]
)
def test_orders_of_another_shape_are_refused(change: dict[str, Any]) -> None:
    given = fhir.order_select(fhir.order("M05BA04"))
    given["context"].update(change)
    with pytest.raises(RequestError):
        check_request(given, "order-select")
