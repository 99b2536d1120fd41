"""Settings of the doors for other software, from the environment; read when the channel is made, not at import."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

TOKEN_LENGTH = 16
"""Characters that a token needs at least."""


@dataclass(frozen=True)
class ApiSettings:
    """`token`: what a caller must show; None: only callers on this machine are answered. `home`: data directory."""

    token: Optional[str]
    home: Path


def read_api_settings() -> ApiSettings:
    """Return the settings that the environment gives. :raises ValueError: with one sentence, when one cannot be"""
    token = os.environ.get("OSTEOCHAT_API_TOKEN") or None
    if token and (len(token) < TOKEN_LENGTH or not token.isascii() or any(map(str.isspace, token))):
        raise ValueError(
            f"OSTEOCHAT_API_TOKEN must be {TOKEN_LENGTH} or more letters, digits and signs, without spaces."
        )
    return ApiSettings(token, Path(os.environ.get("OSTEOCHAT_HOME") or ".osteochat").resolve())
