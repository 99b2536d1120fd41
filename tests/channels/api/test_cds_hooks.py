"""CDS Hooks on the real server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from osteochat.processes import Server
from osteochat.settings import Settings
from tests.channels.api.http import send
from tests.interop import requests as fhir

pytestmark = pytest.mark.e2e


@pytest.fixture
def address(settings: Settings, assistant: list[Server]) -> str:
    return settings.address


def test_cds_hooks_discovery_and_a_card(address: str) -> None:
    services = send(f"{address}/cds-services").json["services"]
    assert {each["hook"] for each in services} == {"patient-view", "order-select"}
    answer = send(f"{address}/cds-services/osteochat-patient-view", fhir.patient_view())
    assert answer.status == 200
    (card,) = answer.json["cards"]
    assert card["summary"].startswith("TREAT") and len(card["summary"]) <= 140
    order = fhir.order_select(fhir.order("M05BA04"))
    (card,) = send(f"{address}/cds-services/osteochat-order-select", order).json["cards"]
    assert card["summary"].startswith("alendronate")


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("osteochat-patient-view", b"{", 400),
        ("osteochat-patient-view", {}, 400),
        ("osteochat-patient-view", {**fhir.patient_view(), "hook": "order-select"}, 400),
        ("osteochat-patient-view", {**fhir.patient_view(), "prefetch": None}, 400),
        ("osteochat-order-select", {**fhir.patient_view(), "hook": "order-select"}, 400),
        ("nothing", fhir.patient_view(), 404),
        ("osteochat-patient-view/feedback", {"feedback": "x"}, 400),
    ],
)
def test_malformed_hook_requests_are_refused_in_one_sentence(address: str, path: str, body: Any, status: int) -> None:
    answer = send(f"{address}/cds-services/{path}", body)
    assert answer.status == status
    assert answer.json["error"].endswith(".")


def test_feedback_is_taken(address: str, settings: Settings) -> None:
    item = {"card": "4e0a3a1e", "outcome": "overridden", "outcomeTimestamp": "2020-12-11T10:05:31Z"}
    answer = send(f"{address}/cds-services/osteochat-patient-view/feedback", {"feedback": [item]})
    assert answer.status == 200
    assert Path(settings.home, "cds-feedback.db").exists()
