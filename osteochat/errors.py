"""What can go wrong before or while the assistant runs, each as one sentence that says what to do."""

from __future__ import annotations


class SetupError(Exception):
    """The assistant cannot start, or cannot go on; the message is shown to a person as it is."""
