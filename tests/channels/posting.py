"""Posting to a webhook as a service does."""

from __future__ import annotations

import urllib.error
import urllib.request


def post(address: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
    """Return status and content of the answer."""
    request = urllib.request.Request(address, body, headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()
