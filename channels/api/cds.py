"""CDS Hooks over HTTP: the services, and feedback on their cards."""

from __future__ import annotations

from datetime import date
from typing import Any

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.api.incoming import check_body
from channels.api.settings import ApiSettings
from channels.web.refusal import Refusal
from interop import cds, feedback
from interop.one_case import as_json, read_json

JSON = "application/json"
LARGEST_REQUEST = 2**20
"""Bytes of a request with its prefetched data."""
NO_SERVICE = "There is no such service. GET /cds-services lists them."


class CdsApi:
    """The handlers; nothing of a request is kept but counts of feedback."""

    def __init__(self, settings: ApiSettings) -> None:
        self._home = settings.home

    async def call(self, request: Request, service: str) -> HTTPResponse:
        """Answer a hook with cards."""
        given = self._read(request, service)
        try:
            cds.check_request(given, cds.SERVICES[service])
        except cds.RequestError as error:
            raise Refusal(error.status, error.sentence) from None
        return _json({"cards": _cards(given, cds.SERVICES[service])})

    async def feedback(self, request: Request, service: str) -> HTTPResponse:
        """Count what became of cards."""
        given = self._read(request, service)
        try:
            items = feedback.read_feedback(given)
        except cds.RequestError as error:
            raise Refusal(error.status, error.sentence) from None
        feedback.count(self._home, service, items)
        return _json({})

    @staticmethod
    def _read(request: Request, service: str) -> Any:
        if service not in cds.SERVICES:
            raise Refusal(404, NO_SERVICE)
        check_body(request, LARGEST_REQUEST, JSON)
        return read_json(request.body)


def _cards(given: Any, hook: str) -> list[dict[str, Any]]:
    from interop.cards import order_cards, patient_cards

    record = cds.read_record(given, date.today())
    return patient_cards(record) if hook == cds.PATIENT_VIEW else order_cards(record, given["context"])


def _json(content: Any) -> HTTPResponse:
    return response.raw(as_json(content), content_type=JSON, headers={"Cache-Control": "no-store"})
