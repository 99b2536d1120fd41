"""The mends of the rules' policy and its logs: the same states, and nothing copied that upstream needs copied."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

pytestmark = [
    pytest.mark.slow,  # these load Rasa, which takes seconds
    pytest.mark.filterwarnings("ignore:Slot auto-fill has been removed"),  # said of every domain with slots
]

STEPS = 4


@pytest.fixture(scope="module", autouse=True)
def mended() -> None:
    import mends

    mends.apply()


@pytest.fixture(scope="module")
def domain() -> Any:
    """A domain with a few intents and actions, a slot that takes part in the states and one that does not."""
    from rasa.shared.core.domain import Domain

    mapping = {"mappings": [{"type": "custom"}]}
    return Domain.from_dict(
        {
            "version": "3.1",
            "intents": ["why", "stop"],
            "actions": ["action_why", "action_stop"],
            "slots": {
                "seen": {"type": "bool", **mapping},
                "age": {"type": "any", **mapping, "influence_conversation": False},
            },
        }
    )


def talk(turns: int, *last: Any) -> list[Any]:
    """Return the events of a conversation of so many turns."""
    from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, SlotSet, UserUttered

    found: list[Any] = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]
    for turn in range(turns):
        name = ("why", "stop")[turn % 2]
        found += [
            UserUttered(name, {"name": name}),
            SlotSet("age", turn),
            ActionExecuted(f"action_{name}"),
            BotUttered("so"),
        ]
        found.append(ActionExecuted("action_listen"))
    return [*found, *last]


@pytest.mark.parametrize("turns", range(7))
@pytest.mark.parametrize("reverted", [False, True], ids=["", "reverted"])
def test_the_last_states_are_those_of_the_whole_conversation(turns: int, reverted: bool, domain: Any) -> None:
    from rasa.shared.core.events import UserUtteranceReverted, UserUttered
    from rasa.shared.core.trackers import DialogueStateTracker

    from mends.rule_history import recent

    end = [UserUttered("why", {"name": "why"}), *([UserUtteranceReverted()] if reverted else [])]
    plain = [slot for slot in domain.slots if not slot.has_features()]
    tracker = DialogueStateTracker.from_events("someone", talk(turns, *end), plain)
    whole, short = tracker.past_states(domain), recent(tracker, STEPS).past_states(domain)
    assert short[-(STEPS - 1) :] == whole[-(STEPS - 1) :]
    assert len(short) <= max(STEPS + 1, 5)


def test_slots_and_forms_in_the_states_leave_it_to_upstream(domain: Any) -> None:
    from rasa.shared.core.events import ActiveLoop
    from rasa.shared.core.trackers import DialogueStateTracker

    from mends.rule_history import recent

    tracker = DialogueStateTracker.from_events("someone", talk(6), domain.slots)
    assert recent(tracker, STEPS) is tracker
    plain = [slot for slot in domain.slots if not slot.has_features()]
    tracker = DialogueStateTracker.from_events("someone", talk(6, ActiveLoop("a_form")), plain)
    assert recent(tracker, STEPS) is tracker


def test_the_longest_rule_is_found_again_when_the_rules_are_others() -> None:
    from rasa.core.policies.rule_policy import RulePolicy

    from mends.rule_history import longest

    policy = RulePolicy.__new__(RulePolicy)
    policy.lookup = {"rules": {"[{}, {}]": "action_x"}, "rules_for_loop_unhappy_path": {"[{}, {}, {}]": "x"}}
    assert longest(policy) == longest(policy) == 3
    policy.lookup = {"rules": {"[{}]": "action_x"}}
    assert longest(policy) == 1


@pytest.mark.parametrize("file", ["core/processor.py", "core/policies/rule_policy.py"])
def test_upstream_copies_for_its_logs_only(file: str) -> None:
    source = (Path(str(find_spec("rasa").origin)).parent / file).read_text(encoding="utf-8")  # type: ignore[union-attr]
    calls = re.findall(r"structlogger\.debug\(.*?\n +\)\n", source, re.DOTALL)
    in_logs = sum(call.count("copy.deepcopy(") for call in calls)
    assert in_logs == len(re.findall(r"(?<![\w.])copy\.", source)) > 0
