"""What surrounds a decision: why it is given now, and what was said beside the facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

from answers.clarification import Clarification


@dataclass(frozen=True)
class Occasion:
    """The circumstances of one decision.

    `near` is the item of `guideline.near_limit`; `drugs` are those taken now; `cautions` are ids of the caution layer;
    `suspected` are those that make a fracture likely which nobody has seen;
    `flags` are red flags of a clinician's case statement; `unclear` is what of it was left unknown.
    `corrected` says what was just corrected; `hurt_gullet` that a tablet hurt the gullet, which is not to be kept on.
    """

    changed_from: Optional[str] = None
    hypothetical: bool = False
    supposed: Mapping[str, Any] = field(default_factory=dict)
    scope_is_assumed: bool = False
    near: Optional[Mapping[str, Any]] = None
    drugs: Sequence[str] = ()
    cautions: Sequence[str] = ()
    suspected: Sequence[str] = ()
    unknown: Sequence[str] = ()
    flags: Sequence[str] = ()
    corrected: str = ""
    hurt_gullet: bool = False
    unclear: Sequence[Clarification] = ()
