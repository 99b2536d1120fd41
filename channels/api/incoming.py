"""What comes in through the doors for other software: who may, and what is read of it."""

from __future__ import annotations

import hmac
import ipaddress

from sanic.request import Request

from channels.api.settings import ApiSettings
from channels.web.refusal import Refusal

BEARER = "bearer "
FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip")
"""Headers by which a proxy says that the caller is somebody else than the connection."""

LARGEST_CASE = 64 * 1024
"""Bytes of one case."""
LARGEST_BATCH = 2**20
"""Bytes of a batch: some ten thousand cases."""

NO_TOKEN = "Send the token of this server as “Authorization: Bearer …”."
NOT_FROM_HERE = "This address answers only callers on the same machine until OSTEOCHAT_API_TOKEN is set on the server."
WRONG_TYPE = "Send the body as {types}."


def check_caller(request: Request, settings: ApiSettings) -> None:
    """Let a caller pass who shows the token or, while there is none, who is on this machine. :raises Refusal: else"""
    if settings.token is None:
        if not _is_local(request):
            raise Refusal(403, NOT_FROM_HERE)
        return
    given = request.headers.get("Authorization") or ""
    token = given[len(BEARER) :].strip() if given.lower().startswith(BEARER) else ""
    if not hmac.compare_digest(token.encode(), settings.token.encode()):
        raise Refusal(401, NO_TOKEN)


def _is_local(request: Request) -> bool:
    if any(request.headers.get(name) for name in FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.ip).is_loopback
    except ValueError:
        return False


def check_body(request: Request, largest: int, *types: str) -> None:
    """Check type and size of the body. :raises Refusal: with what is accepted"""
    given = (request.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if given not in types:
        raise Refusal(415, WRONG_TYPE.format(types=" or ".join(types)))
    if len(request.body) > largest:
        raise Refusal(413, f"That is too large. Send at most {largest:,} bytes at once.")
