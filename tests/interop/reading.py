"""A record read from a request that was sent as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from interop.cds import check_request, read_record
from interop.one_case import read_json
from interop.record import Record
from tests.interop import requests as fhir

TODAY = date(2026, 11, 22)


def read(**prefetch: Any) -> Record:
    """Return the record of a request with these prefetched data."""
    given = read_json(json.dumps(fhir.patient_view(prefetch=fhir.prefetch(**prefetch))).encode())
    check_request(given, "patient-view")
    return read_record(given, TODAY)


def says(record: Record, words: str) -> bool:
    """Say whether the list of what was not read holds these words."""
    return any(words in each for each in record.unread)
