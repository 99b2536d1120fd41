"""Files of numbers that come with the classifier: read only if they are the ones that it was measured with."""

from __future__ import annotations

import hashlib
from pathlib import Path


def content_of(path: Path, sha256: str, error: type[Exception]) -> bytes:
    """Return the content of a file of this SHA-256; raises `error`, with what to do, when it is missing or another one."""
    try:
        content = path.read_bytes()
    except OSError as reason:
        raise error(f"The file {path.name} is missing. Install Osteochat again.") from reason
    if hashlib.sha256(content).hexdigest() != sha256:
        raise error(f"The file {path.name} is damaged. Install Osteochat again.")
    return content
