"""Rules are looked up by the last action and intent instead of one after the other, and not by text when none reads text.

Upstream `rasa/core/policies/rule_policy.py`, `RulePolicy._get_possible_keys`, tries every rule at every step, so that a
turn costs more with every topic; `_find_action_from_rules` does it twice for each message, first with its text, for rules
that name a text. Ours name intents. All that upstream checks of a rule is still checked, on the few that can apply.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Optional

from rasa.core.policies.rule_policy import RulePolicy
from rasa.shared.core.constants import ACTION_LISTEN_NAME, PREVIOUS_ACTION, SHOULD_NOT_BE_SET, USER
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

State = dict[str, Any]
Step = tuple[Optional[str], Optional[str]]
"""Action before and intent of a state; None where a rule leaves it open."""

RULES = "rules"

_upstream_find = RulePolicy._find_action_from_rules
_upstream_keys = RulePolicy._get_possible_keys


def apply() -> None:
    """Wrap both methods."""
    RulePolicy._find_action_from_rules = _find
    RulePolicy._get_possible_keys = _possible_keys


def _find(
    policy: RulePolicy, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
) -> tuple[Optional[str], Optional[str], bool]:
    if use_text_for_last_user_input and not tracker.active_loop_name and not _reads_text(policy):
        return None, None, False
    return _upstream_find(policy, tracker, domain, use_text_for_last_user_input)


def _possible_keys(policy: RulePolicy, lookup: dict[str, str], states: list[State]) -> set[str]:
    if not states:
        return _upstream_keys(policy, lookup, states)
    action, intent = step_of(states[-1])
    index = _index(policy, lookup)
    near = {(action, intent), (action, None), (None, intent), (None, None)}
    return _upstream_keys(policy, {key: lookup[key] for step in near for key in index[step]}, states)


def _reads_text(policy: RulePolicy) -> bool:
    """Say whether a rule could apply after a message of which the text is known, and not the intent."""
    rules = policy.lookup[RULES]
    known: tuple[dict[str, str], bool] | None = policy.__dict__.get("osteochat_reads_text")
    if known is None or known[0] is not rules:
        after_message = (None, ACTION_LISTEN_NAME)
        found = any(action in after_message and intent is None for action, intent in _index(policy, rules))
        known = policy.__dict__["osteochat_reads_text"] = (rules, found)
    return known[1]


def _index(policy: RulePolicy, lookup: dict[str, str]) -> dict[Step, list[str]]:
    """Return the rules by their last step, worked out once for each of the policy's tables."""
    made: dict[int, tuple[dict[str, str], dict[Step, list[str]]]] = policy.__dict__.setdefault("osteochat_index", {})
    if id(lookup) not in made or made[id(lookup)][0] is not lookup:
        found: dict[Step, list[str]] = defaultdict(list)
        for key in lookup:
            states = policy._rule_key_to_state(key)
            found[step_of(states[-1]) if states else (None, None)].append(key)
        made[id(lookup)] = (lookup, defaultdict(list, found))
    return made[id(lookup)][1]


def step_of(state: State) -> Step:
    """Return the action and the intent that a state names as they are; anything else in their place leaves them open.

    A state without an action before it begins a conversation, and upstream compares nothing else of it.
    """
    action = state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME)
    intent = state.get(USER, {}).get(INTENT)
    if PREVIOUS_ACTION not in state:
        return None, None
    return action if is_name(action) else None, intent if is_name(intent) else None


def is_name(value: Any) -> bool:
    """Say whether a value of a rule must be met as it is: it is a text, and not the mark for “should not be set”."""
    return isinstance(value, str) and value not in ("", SHOULD_NOT_BE_SET)
