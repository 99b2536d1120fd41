"""The two registers in which everything can be said, and the depths of an answer."""

from __future__ import annotations

from typing import Final

from knowledge.schema import Audience, Depth

PATIENT: Final = "patient"
CLINICIAN: Final = "clinician"

__all__ = ["CLINICIAN", "PATIENT", "Audience", "Depth"]
