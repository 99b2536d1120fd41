"""Whether a domain is empty is found out once.

Upstream `rasa/shared/core/domain.py`, `Domain.is_empty`, which `processor.py` asks at each message, writes the whole domain
out as a dictionary and builds an empty one to compare it with. The domain of a loaded model does not change.
"""

from __future__ import annotations

from rasa.shared.core.domain import Domain

KNOWN = "osteochat_is_empty"

_upstream_is_empty = Domain.is_empty


def apply() -> None:
    """Wrap `Domain.is_empty`."""
    Domain.is_empty = _is_empty


def _is_empty(domain: Domain) -> bool:
    if KNOWN not in domain.__dict__:
        setattr(domain, KNOWN, _upstream_is_empty(domain))
    return bool(domain.__dict__[KNOWN])
