"""An action gets the events since the last turn that was answered, not the whole history.

Upstream `rasa/core/actions/action.py`, `RemoteAction._action_call_format`, sends every event of the conversation with each
call, so that a call costs more from turn to turn. Our actions read the slots, and of the events only what nobody has
answered yet (`actions.turn`); the slot `dialogue` is set last in every answered turn and marks where that begins.
"""

from __future__ import annotations

from typing import Any

from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity

ANSWERED = "dialogue"


def apply() -> None:
    """Replace how the events are chosen; the rest of the call is upstream's."""
    RemoteAction._action_call_format = _call


_upstream_call = RemoteAction._action_call_format


def _call(action: RemoteAction, tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
    return _upstream_call(action, Since(tracker), domain)


class Since:
    """A tracker that gives away only the events since the last answered turn, with its mark."""

    def __init__(self, tracker: DialogueStateTracker) -> None:
        self._tracker = tracker

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tracker, name)

    def current_state(self, _: EventVerbosity) -> dict[str, Any]:
        """Return the state as upstream would, with the fewer events."""
        state: dict[str, Any] = self._tracker.current_state(EventVerbosity.NONE)
        return {**state, "events": [each.as_dict() for each in since_answered(list(self._tracker.events))]}


def since_answered(events: list[Event]) -> list[Event]:
    """Return the events from the last answered turn on, all of them when there is none."""
    for place in range(len(events) - 1, -1, -1):
        event = events[place]
        if isinstance(event, SlotSet) and event.key == ANSWERED:
            return events[place:]
    return events
