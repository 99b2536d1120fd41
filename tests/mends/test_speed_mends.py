"""The mends that are for speed: each does what upstream does, and does it less often."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.slow  # these load Rasa, which takes seconds

EVENTS: list[Any] = [
    {"event": "slot", "name": "age", "value": 7},
    {"event": "slot", "name": "age"},
    {"event": "slot", "name": 7, "value": 1},
    {"event": "slot", "value": 1},
    {"event": "user", "text": None},
    {"event": "user", "text": 3},
    {"event": "user", "text": "hello", "parse_data": {"intent": {"name": 4}}},
    {"event": "session_started", "timestamp": 1.5},
    {"event": "session_started", "timestamp": "now"},
    {"event": "of no kind"},
    {"event": None},
    {"name": "age"},
    {},
    "text",
    None,
]


@pytest.fixture(scope="module", autouse=True)
def mended() -> None:
    import mends

    mends.apply()


@pytest.mark.parametrize("event", EVENTS, ids=str)
def test_an_event_is_refused_just_when_upstream_refuses_it(event: Any) -> None:
    from jsonschema import ValidationError, validate
    from rasa.core.actions.action import RemoteAction

    action = RemoteAction("action_inform", None)
    reply = {"events": [event], "responses": []}
    try:
        validate(reply, RemoteAction.action_response_format_spec())
    except ValidationError:
        with pytest.raises(ValidationError):
            action._validate_action_result(reply)
    else:
        assert action._validate_action_result(reply)


def test_every_type_of_event_names_itself_once() -> None:
    from rasa.shared.utils.schemas.events import EVENT_SCHEMA

    from mends.action_schema import by_type

    assert len(by_type()) == len(EVENT_SCHEMA["oneOf"])


class Node:
    """A node of a graph that notes that it ran, and gives its name with what it was given."""

    def __init__(self, name: str, ran: list[str]) -> None:
        self.name, self.ran = name, ran

    def __call__(self, *given: Any) -> tuple[str, Any]:
        self.ran.append(self.name)
        return self.name, [self.name, *given]


@pytest.fixture
def graph() -> tuple[Any, list[str]]:
    """A runner of a graph with a diamond, something that is not needed, and an input."""
    from rasa.engine.graph import GraphSchema, SchemaNode
    from rasa.engine.runner.dask import DaskGraphRunner

    needs = {"top": {"m": "message"}, "left": {"a": "top"}, "right": {"a": "top"}, "spare": {"a": "top"}}
    needs["end"] = {"a": "left", "b": "right"}
    nodes = {name: SchemaNode(needed, Any, "create", "run", {}) for name, needed in needs.items()}  # type: ignore[arg-type]
    runner = DaskGraphRunner.__new__(DaskGraphRunner)
    ran: list[str] = []
    runner._graph_schema = GraphSchema(nodes)
    runner._instantiated_nodes = {name: Node(name, ran) for name in nodes}  # type: ignore[misc]
    runner._execution_context = None  # type: ignore[assignment]
    return runner, ran


def test_the_graph_gives_what_dask_gives_and_runs_each_node_once(graph: tuple[Any, list[str]]) -> None:
    import dask

    runner, ran = graph
    schema = runner._graph_schema.minimal_graph_schema(["end"])
    tasks = runner._build_dask_graph(schema)
    runner._add_inputs_to_graph({"message": "hello"}, tasks)
    wanted = dict(dask.get(tasks, ["end"]))
    ran.clear()
    for _ in range(2):
        assert runner.run({"message": "hello"}, ["end"]) == wanted
    assert ran == ["top", "left", "right", "end"] * 2


def test_a_node_that_fails_is_upstreams_error(graph: tuple[Any, list[str]]) -> None:
    from rasa.engine.exceptions import GraphRunError

    runner, _ = graph

    def fail(*_: Any) -> None:
        raise RuntimeError("no")

    runner._instantiated_nodes["left"] = fail
    with pytest.raises(GraphRunError):
        runner.run({"message": "hello"}, ["end"])


def test_what_is_missing_is_handed_over_by_name(graph: tuple[Any, list[str]]) -> None:
    runner, _ = graph
    assert runner.run({}, ["top"]) == {"top": ["top", "message"]}


@pytest.fixture
async def listener() -> Any:
    """A server that counts the connections made to it, and answers with that number."""
    from aiohttp import web
    from aiohttp.test_utils import TestServer

    seen: list[Any] = []

    async def answer(request: web.Request) -> web.Response:
        if not any(each is request.transport for each in seen):
            seen.append(request.transport)
        return web.json_response({"connections": len(seen)})

    app = web.Application()
    app.router.add_post("/webhook", answer)
    server = TestServer(app)
    await server.start_server()
    yield server
    await server.close()


async def test_calls_share_a_connection_and_survive_its_end(listener: Any) -> None:
    from rasa.utils.endpoints import EndpointConfig

    from mends.action_session import KEPT

    endpoint = EndpointConfig(str(listener.make_url("/webhook")))
    for _ in range(3):
        assert await endpoint.request(json={}) == {"connections": 1}
    _, session = getattr(endpoint, KEPT)
    await session.close()
    assert await endpoint.request(json={}) == {"connections": 2}
    await getattr(endpoint, KEPT)[1].close()


def test_a_connection_is_given_up_before_the_action_server_does() -> None:
    from sanic.config import DEFAULT_CONFIG

    from mends.action_session import SECONDS_KEPT

    assert DEFAULT_CONFIG["KEEP_ALIVE_TIMEOUT"] > SECONDS_KEPT + 1


def test_an_action_gets_the_events_since_the_last_answer_and_the_rest_of_the_call() -> None:
    from rasa.core.actions.action import RemoteAction
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.events import SlotSet, UserUttered
    from rasa.shared.core.trackers import DialogueStateTracker

    from mends.action_call import _upstream_call

    events = [UserUttered("one"), SlotSet("dialogue", {}), UserUttered("two"), UserUttered("three")]
    tracker = DialogueStateTracker.from_events("someone", events)
    action = RemoteAction("action_inform", None)
    call, upstream = (
        action._action_call_format(tracker, Domain.empty()),
        _upstream_call(action, tracker, Domain.empty()),
    )
    assert [each.get("text") for each in call["tracker"]["events"]] == [None, "two", "three"]
    assert {**call, "tracker": {**call["tracker"], "events": upstream["tracker"]["events"]}} == upstream


def test_without_an_answered_turn_an_action_gets_all_events() -> None:
    from rasa.shared.core.events import SlotSet, UserUttered

    from mends.action_call import since_answered

    events = [UserUttered("one"), SlotSet("age", 7), UserUttered("two")]
    assert since_answered(events) == events
    assert since_answered([]) == []


def test_a_domain_is_compared_with_an_empty_one_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from rasa.shared.core.domain import Domain

    empty, other = Domain.empty(), Domain.from_dict({"intents": ["greet"]})
    for _ in range(2):
        assert empty.is_empty()
        assert not other.is_empty()
        monkeypatch.setattr(Domain, "as_dict", lambda _: pytest.fail("it is asked again"))


def test_a_slot_is_copied_with_all_that_it_has_and_apart_from_the_other() -> None:
    import copy

    from rasa.shared.core.slots import AnySlot, CategoricalSlot, ListSlot

    for slot in (
        CategoricalSlot("scope", [{}], values=["man", "minor"], initial_value="man"),
        ListSlot("age_range", [{}], influence_conversation=False),
        AnySlot("dialogue", [{}], influence_conversation=False),
    ):
        copied = copy.copy(slot)
        assert type(copied) is type(slot)
        assert vars(copied) == vars(slot)
        copied.value = ["minor"]
        assert slot.value != copied.value
        slot.reset()
        assert copied.value == ["minor"]


STATES = [
    {"prev_action": {"action_name": "action_listen"}, "user": {"intent": "why"}},
    {"prev_action": {"action_name": "action_why"}, "user": {"intent": "why"}},
    {"prev_action": {"action_name": "action_listen"}, "user": {"text": "why?"}},
    {"prev_action": {"action_name": "action_listen"}, "user": {"intent": "stop"}, "slots": {"age": (1.0,)}},
    {"prev_action": {"action_name": "action_listen"}},
    {},
]
RULES = [
    [{"prev_action": {"action_name": "action_listen"}, "user": {"intent": "why"}}],
    [
        {
            "prev_action": {"action_name": "action_listen"},
            "user": {"intent": "stop"},
            "slots": {"age": "should_not_be_set"},
        }
    ],
    [
        {"prev_action": {"action_name": "action_listen"}, "user": {"intent": "why"}},
        {"prev_action": {"action_name": "action_why"}},
    ],
    [{"prev_action": {"action_name": "action_listen"}, "user": {"text": "why?"}}],
    [{"prev_action": {"action_name": "action_listen"}}],
    [{"user": {"intent": "why"}}],
    [{}],
]


@pytest.fixture
def policy() -> Iterator[Any]:
    """A rule policy without a model."""
    from rasa.core.policies.rule_policy import RulePolicy

    return RulePolicy.__new__(RulePolicy)


@pytest.mark.parametrize("last", range(len(STATES)))
def test_the_rules_that_apply_are_those_that_upstream_finds(policy: Any, last: int) -> None:
    import json

    from mends.rule_lookup import _upstream_keys

    lookup = {json.dumps(rule): f"action_{number}" for number, rule in enumerate(RULES)}
    for before in STATES:
        states = [before, STATES[last]]
        assert policy._get_possible_keys(lookup, states) == _upstream_keys(policy, lookup, states)
    assert policy._get_possible_keys(lookup, []) == _upstream_keys(policy, lookup, [])


@pytest.mark.parametrize(("rules", "reads"), [(RULES[:3], False), (RULES[:4], True), (RULES[4:5], True), ([], False)])
def test_rules_are_asked_by_text_only_when_one_of_them_could_apply(policy: Any, rules: list[Any], reads: bool) -> None:
    import json

    from mends.rule_lookup import _reads_text

    policy.lookup = {"rules": {json.dumps(rule): "action_x" for rule in rules}}
    assert _reads_text(policy) is reads
    assert _reads_text(policy) is reads
