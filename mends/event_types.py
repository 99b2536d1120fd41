"""The class of an event is looked up once per type name.

Upstream `rasa/shared/core/events.py`, `Event.resolve_by_type`, walks all subclasses of Event for each stored event of each
turn, so that every turn of a long conversation costs more than the last.
"""

from __future__ import annotations

from functools import lru_cache

from rasa.shared.core.events import Event


def apply() -> None:
    """Keep the answers of `resolve_by_type`."""
    if not hasattr(Event.resolve_by_type, "cache_info"):
        Event.resolve_by_type = staticmethod(lru_cache(maxsize=None)(Event.resolve_by_type))
