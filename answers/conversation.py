"""What a conversation has brought beside the facts of the case: it makes summary and questions fit the person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional


@dataclass(frozen=True)
class Conversation:
    """What was talked about.

    `topics`: topics asked about, oldest first, as "topic" or "topic/drug". `wishes`: ids of what matters to the person.
    `follow_up`: drug and answers of a follow-up. `cautions`, `drugs`: ids that the person mentioned as hers. `near`: the
    item of `guideline.near_limit`.
    """

    topics: Sequence[str] = ()
    wishes: Sequence[str] = ()
    follow_up: Optional[Mapping[str, Any]] = None
    cautions: Sequence[str] = ()
    drugs: Sequence[str] = ()
    near: Optional[Mapping[str, Any]] = None
