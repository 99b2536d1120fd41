"""Who may call: with the token when there is one, else from this machine only."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from channels.api.incoming import check_caller
from channels.api.settings import ApiSettings, read_api_settings
from channels.web.refusal import Refusal

TOKEN = "0123456789abcdef"
WITH, WITHOUT = ApiSettings(TOKEN, Path()), ApiSettings(None, Path())


def caller(ip: str = "127.0.0.1", **headers: str) -> Any:
    return SimpleNamespace(
        ip=ip, headers={name.replace("_", "-").lower(): value for name, value in headers.items()} | headers
    )


def status(request: Any, settings: ApiSettings) -> int:
    try:
        check_caller(request, settings)
    except Refusal as refusal:
        return refusal.status
    return 200


@pytest.mark.parametrize(
    ("request_", "settings", "expected"),
    [
        (caller(), WITHOUT, 200),
        (caller("::1"), WITHOUT, 200),
        (caller("192.0.2.7"), WITHOUT, 403),
        (caller(X_Real_IP="127.0.0.1"), WITHOUT, 403),
        (caller(""), WITHOUT, 403),
        (caller(), WITH, 401),
        (caller(Authorization=f"Bearer {TOKEN}"), WITH, 200),
        (caller("192.0.2.7", Authorization=f"bearer {TOKEN}"), WITH, 200),
        (caller(Authorization=f"Bearer {TOKEN}x"), WITH, 401),
        (caller(Authorization=TOKEN), WITH, 401),
        (caller(Authorization="Bearer é"), WITH, 401),
    ],
)
def test_who_may_call(request_: Any, settings: ApiSettings, expected: int) -> None:
    assert status(request_, settings) == expected


@pytest.mark.parametrize("token", ["short", "with a space in it!", "é" * 20])
def test_a_token_that_cannot_be_is_refused_at_the_start(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSTEOCHAT_API_TOKEN", token)
    with pytest.raises(ValueError, match="OSTEOCHAT_API_TOKEN"):
        read_api_settings()
