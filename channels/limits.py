"""What may come in through any door."""

from __future__ import annotations

LONGEST_MESSAGE = 1000
"""Characters of one message; more cannot be a message about one case, and costs everybody time."""
LONGEST_SENDER = 200
