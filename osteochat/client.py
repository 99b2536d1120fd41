"""Talk to the running assistant over HTTP, as any client would."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

Reply = list[dict[str, Any]]


def send(address: str, sender: str, text: str, timeout: float = 30.0) -> Reply:
    """Send one message through the REST channel and return the replies.

    :raises OSError: when nobody answers
    """
    body = json.dumps({"sender": sender, "message": text}).encode()
    request = urllib.request.Request(
        f"{address}/webhooks/rest/webhook", data=body, headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=timeout) as answer:
        replies: Reply = json.load(answer)
    return replies


def answers(address: str, path: str = "/", timeout: float = 2.0) -> bool:
    """Say whether something answers at the address, whatever it says."""
    try:
        with urllib.request.urlopen(f"{address}{path}", timeout=timeout):
            return True
    except urllib.error.HTTPError as refused:
        refused.close()
        return True
    except OSError:
        return False
