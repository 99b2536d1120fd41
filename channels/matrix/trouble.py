"""What a homeserver refuses: for now, so that it is tried again, or for good."""

from __future__ import annotations

from nio import ErrorResponse, Response

FOR_NOW = (401, 408, 429)
"""A token that the operator may renew, a request that took too long, too many of them."""


class Trouble(Exception):
    """The homeserver did not do what it was asked; its message is the code that it gave."""


def checked(answer: Response | ErrorResponse) -> Response:
    """Return an answer. :raises Trouble: when it is an error"""
    if isinstance(answer, ErrorResponse):
        raise Trouble(answer.status_code or "no code")
    return answer


def is_for_good(answer: ErrorResponse) -> bool:
    """Say whether no second try can change a refusal."""
    status = getattr(answer.transport_response, "status", 500)
    return 400 <= status < 500 and status not in FOR_NOW
