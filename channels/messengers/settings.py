"""Settings that all messengers share, from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

CLINICIAN = "clinician"


@dataclass(frozen=True)
class MessengerSettings:
    """`home`: the data directory. `clinician_channels`: names of the channels whose persons are clinicians.
    `days`: how long a case is kept after its last message."""

    home: Path
    clinician_channels: frozenset[str] = frozenset()
    days: float = 30.0

    def metadata(self, channel: str) -> dict[str, str]:
        """Return what goes with each message of a channel: the register, where it is not the product's default."""
        return {"audience": CLINICIAN} if channel in self.clinician_channels else {}


def read_messenger_settings() -> MessengerSettings:
    """Return the settings: OSTEOCHAT_HOME, OSTEOCHAT_CLINICIAN_CHANNELS and OSTEOCHAT_MESSENGER_DAYS.

    :raises ValueError: with one sentence, when a setting cannot be
    """
    names = os.environ.get("OSTEOCHAT_CLINICIAN_CHANNELS", "")
    days = os.environ.get("OSTEOCHAT_MESSENGER_DAYS") or "30"
    try:
        kept = float(days)
    except ValueError:
        kept = 0.0
    if not 0 < kept < 10_000:
        raise ValueError(f"OSTEOCHAT_MESSENGER_DAYS is “{days}”. Give a number of days above zero.")
    return MessengerSettings(
        home=Path(os.environ.get("OSTEOCHAT_HOME") or ".osteochat").resolve(),
        clinician_channels=frozenset(each.strip().lower() for each in names.split(",") if each.strip()),
        days=kept,
    )
