"""A server process ends when the process that started it is gone, however that happened."""

from __future__ import annotations

import os
import threading

LIFELINE = "OSTEOCHAT_LIFELINE"
"""Set by the supervisor: standard input is then a pipe that it holds open for as long as it lives."""


def die_with_parent() -> None:
    """Watch the pipe from the supervisor, if there is one, and exit when it closes."""
    if os.environ.get(LIFELINE):
        threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    while os.read(0, 1):
        pass
    os._exit(0)
