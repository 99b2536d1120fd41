"""Settings of the web chat, from the environment; read when the channel is made, not at import."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

SECRET_LENGTH = 32
"""Characters that a secret needs at least: 256 bits, as HMAC-SHA-256 asks for."""


@dataclass(frozen=True)
class WebSettings:
    """`home`: data directory. `secret`: signs the tokens; None: one is made and kept in `home`. `origins`: pages that may use
    the channel besides its own. `hours`: how long a chat is kept after its last message. `days`: how long at most.
    `proxies`: how many trusted proxies stand before the server; 0: the address of the connection counts."""

    home: Path
    secret: str | None = None
    origins: frozenset[str] = frozenset()
    hours: float = 24.0
    days: float = 7.0
    messages_a_minute: int = 20
    sessions_a_minute: int = 10
    proxies: int = 0


def read_web_settings() -> WebSettings:
    """Return the settings that the environment gives.

    :raises ValueError: with one sentence, when a setting cannot be
    """
    secret = os.environ.get("OSTEOCHAT_SECRET") or None
    if secret and len(secret) < SECRET_LENGTH:
        raise ValueError(f"OSTEOCHAT_SECRET is too short. Give at least {SECRET_LENGTH} characters.")
    return WebSettings(
        home=Path(os.environ.get("OSTEOCHAT_HOME") or ".osteochat").resolve(),
        secret=secret,
        origins=_origins(os.environ.get("OSTEOCHAT_ORIGINS", "")),
        hours=_number("OSTEOCHAT_SESSION_HOURS", 24.0),
        days=_number("OSTEOCHAT_SESSION_DAYS", 7.0),
        messages_a_minute=int(_number("OSTEOCHAT_MESSAGES_A_MINUTE", 20)),
        sessions_a_minute=int(_number("OSTEOCHAT_SESSIONS_A_MINUTE", 10)),
        proxies=int(_number("OSTEOCHAT_TRUSTED_PROXIES", 0, least=0)),
    )


def _origins(text: str) -> frozenset[str]:
    origins = frozenset(each.strip().rstrip("/") for each in text.split(",") if each.strip())
    wrong = sorted(each for each in origins if not each.startswith(("http://", "https://")) or each.count("/") != 2)
    if wrong:
        raise ValueError(f"OSTEOCHAT_ORIGINS holds “{wrong[0]}”. Give origins such as https://www.example.org.")
    return origins


def _number(name: str, default: float, least: float = 0.0001) -> float:
    text = os.environ.get(name) or str(default)
    try:
        number = float(text)
    except ValueError:
        number = -1
    if not least <= number <= 10**6:
        raise ValueError(f"{name} is “{text}”. Give a number above zero.")
    return number
