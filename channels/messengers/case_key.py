"""The name of a case in the tracker store: keyed to thread and person, and of no use to anybody who reads it there."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path

FILE = "messengers.key"
KEY_BYTES = 32
LENGTH = 40


def case_key(key: bytes, channel: str, room: str, thread: str, person: str) -> str:
    """Return the name of the case of a person in a thread of a room.

    Keyed, not only hashed: a telephone number could be found from its plain hash by trying them all.
    """
    whole = json.dumps([channel, room, thread, person]).encode()
    return f"{channel}-{hmac.new(key, whole, hashlib.sha256).hexdigest()[:LENGTH]}"


def read_key(home: Path) -> bytes:
    """Return the key of this installation, made at its first use and readable by its owner only.

    :raises OSError: when it can be neither read nor kept
    """
    home.mkdir(parents=True, exist_ok=True)
    path = home / FILE
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return bytes.fromhex(path.read_text(encoding="ascii"))
    key = secrets.token_bytes(KEY_BYTES)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key.hex())
    return key
