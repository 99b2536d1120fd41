"""Rules are compared with as many of the last steps of a conversation as the longest rule has.

Upstream `rasa/core/policies/policy.py`, `Policy._prediction_states`, replays the whole conversation at each prediction, twice a
turn, to get its states from the beginning; `RulePolicy` looks at the last ones only. Where slots or a form take part in the
states, as they do not here, everything is left to upstream.
"""

from __future__ import annotations

from typing import Any, Optional

from rasa.core.policies.rule_policy import RulePolicy
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

TABLES = ("rules", "rules_for_loop_unhappy_path")
MARGIN = 2
"""Steps kept beyond the longest rule: the first one kept looks like the beginning of a conversation, and must not count."""

_upstream_states = RulePolicy._prediction_states


def apply() -> None:
    """Wrap `RulePolicy._prediction_states`; other policies keep upstream's."""
    RulePolicy._prediction_states = _states


def _states(
    policy: RulePolicy,
    tracker: DialogueStateTracker,
    domain: Domain,
    use_text_for_last_user_input: bool = False,
    rule_only_data: Optional[dict[str, Any]] = None,
) -> list[dict[str, Any]]:
    short = recent(tracker, longest(policy) + MARGIN)
    states: list[dict[str, Any]] = _upstream_states(policy, short, domain, use_text_for_last_user_input, rule_only_data)
    return states


def longest(policy: RulePolicy) -> int:
    """Return how many steps the longest rule has, worked out once for the policy's rules."""
    tables = [policy.lookup.get(name, {}) for name in TABLES]
    known: tuple[list[dict[str, str]], int] | None = policy.__dict__.get("osteochat_longest")
    if known is None or any(kept is not table for kept, table in zip(known[0], tables)):
        found = max((len(policy._rule_key_to_state(key)) for table in tables for key in table), default=0)
        known = policy.__dict__["osteochat_longest"] = (tables, found)
    return known[1]


def recent(tracker: DialogueStateTracker, steps: int) -> DialogueStateTracker:
    """Return a tracker of the last so many actions, or the same one where slots or a form would be lost with the others."""
    events: list[Event] = tracker.applied_events()
    if any(slot.has_features() for slot in tracker.slots.values()) or any(
        isinstance(each, ActiveLoop) for each in events
    ):
        return tracker
    actions = [place for place, event in enumerate(events) if isinstance(event, ActionExecuted)]
    if len(actions) <= steps:
        return tracker
    kept = [event for event in events[actions[-steps] :] if not isinstance(event, SlotSet)]
    return DialogueStateTracker.from_events(tracker.sender_id, kept)
