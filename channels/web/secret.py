"""The secret that signs the tokens: given by the environment, or made once and kept where only the server can read it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from channels.web.settings import WebSettings

FILE = "web-secret"
BYTES = 48


def secret_of(settings: WebSettings) -> str:
    """Return the secret.

    :raises OSError: when it can be neither read nor kept
    """
    return settings.secret or _kept(settings.home / FILE)


def _kept(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    secret = secrets.token_urlsafe(BYTES)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret)
    return secret
