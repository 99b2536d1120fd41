"""Each mend: upstream still has the lines it replaces, and the mended behaviour is right."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from mends import light_imports

UPSTREAM = Path(str(find_spec("rasa").origin)).parent  # type: ignore[union-attr]

LINES = [
    ("action_call", "core/actions/action.py", "tracker_state = tracker.current_state(EventVerbosity.ALL)"),
    ("action_session", "utils/endpoints.py", "async with self.session() as session:"),
    ("domain_emptiness", "shared/core/domain.py", "return self.as_dict() == Domain.empty().as_dict()"),
    ("graph_run", "engine/runner/dask.py", "dask_result = dask.get(run_graph, run_targets)"),
    ("log_copies", "core/processor.py", "rasa_events=copy.deepcopy(events)"),
    ("log_copies", "core/policies/rule_policy.py", "current_states=copy.deepcopy(current_states)"),
    ("rule_history", "core/policies/policy.py", "return self.featurizer.prediction_states("),
    ("rule_lookup", "core/policies/rule_policy.py", "possible_keys = set(lookup.keys())"),
    ("action_schema", "core/actions/action.py", "validate(result, self.action_response_format_spec())"),
    ("action_failure", "core/actions/action.py", "raise RasaException("),
    ("event_types", "shared/core/events.py", "for cls in rasa.shared.utils.common.all_subclasses(Event):"),
    ("light_imports", "utils/train_utils.py", "from rasa.utils.tensorflow.callback import"),
    ("slot_copies", "shared/core/trackers.py", "slot.name: copy.copy(slot)"),
    ("training_data", "shared/importers/importer.py", "existing_nlu_data = self._importer.get_nlu_data()"),
    ("training_data", "shared/nlu/training_data/training_data.py", "copy.deepcopy(o.training_examples)"),
    ("slash_messages", "nlu/classifiers/regex_message_handler.py", "YAMLStoryReader.unpack_regex_message("),
]


@pytest.mark.parametrize(("mend", "file", "line"), LINES, ids=[f"{mend}-{Path(file).stem}" for mend, file, _ in LINES])
def test_upstream_still_has_what_is_mended(mend: str, file: str, line: str) -> None:
    assert line in (UPSTREAM / file).read_text(encoding="utf-8"), f"{mend} has lost its reason: look at it again"
    assert (Path("mends") / f"{mend}.py").exists()


@pytest.mark.slow
def test_rasa_loads_without_the_libraries_that_are_left_out() -> None:
    code = (
        "from mends import light_imports; light_imports.apply(); light_imports.apply()\n"
        "import rasa.core.run, rasa.core.policies.rule_policy, sys\n"
        "print([n for n in sys.modules if n.startswith('tensorflow') and getattr(sys.modules[n], '__file__', None)])"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_leaving_out_too_late_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tensorflow", ModuleType("tensorflow"))
    monkeypatch.setattr(sys, "meta_path", [each for each in sys.meta_path if type(each).__name__ != "_Finder"])
    with pytest.raises(RuntimeError, match="tensorflow is imported already"):
        light_imports.apply()


@pytest.fixture(scope="module")
def mended() -> None:
    import mends

    mends.apply()
    mends.apply()


@pytest.mark.slow
@pytest.mark.usefixtures("mended")
class TestMended:
    """These load Rasa, which takes seconds."""

    def test_a_good_reply_passes_and_a_bad_one_is_refused(self) -> None:
        from jsonschema import ValidationError
        from rasa.core.actions.action import RemoteAction

        action = RemoteAction("action_inform", None)
        good = {"events": [{"event": "slot", "name": "age", "value": 7}], "responses": [{"text": "hello"}]}
        assert action._validate_action_result(good)
        for bad in ({"events": "none"}, {"responses": ["text"]}, {"events": [{"name": "age"}]}):
            with pytest.raises(ValidationError):
                action._validate_action_result(bad)

    def test_event_types_are_looked_up_once(self) -> None:
        from rasa.shared.core.events import Event, SlotSet

        assert Event.resolve_by_type("slot") is SlotSet
        before = Event.resolve_by_type.cache_info().hits  # type: ignore[attr-defined]
        assert Event.resolve_by_type("slot") is SlotSet
        assert Event.resolve_by_type.cache_info().hits == before + 1  # type: ignore[attr-defined]

    def test_a_slash_message_stays_a_message(self) -> None:
        from rasa.nlu.classifiers.regex_message_handler import RegexMessageHandler
        from rasa.shared.nlu.training_data.message import Message

        message = Message({"text": '/inform{"age": 3}'})
        [seen] = RegexMessageHandler().process([message], None)
        assert seen.get("intent") is None
        assert not seen.get("entities")

    async def test_an_action_server_that_is_not_there_gives_a_sentence(self) -> None:
        from rasa.core.actions.action import RemoteAction
        from rasa.core.channels.channel import CollectingOutputChannel
        from rasa.shared.core.domain import Domain
        from rasa.shared.core.trackers import DialogueStateTracker
        from rasa.utils.endpoints import EndpointConfig

        action = RemoteAction("action_inform", EndpointConfig("http://127.0.0.1:9/webhook"))
        tracker = DialogueStateTracker.from_events("someone", [])
        [event] = await action.run(CollectingOutputChannel(), None, tracker, Domain.empty())  # type: ignore[arg-type]
        assert "went wrong" in event.text
        await (await action.action_endpoint.session().__aenter__()).close()  # type: ignore[union-attr]
