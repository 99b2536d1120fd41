"""The reply of the action server is validated with validators that are built once, each event by the schema of its type.

Upstream `rasa/core/actions/action.py`, `RemoteAction._validate_action_result`, calls `jsonschema.validate`, which checks
the schema itself against the metaschema at each reply, and then each event against the schemas of all 23 types of event,
of which just one may fit. Each of these names its type, so the one of the event's type decides.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator
from rasa.core.actions.action import RemoteAction
from rasa.shared.utils.schemas.events import EVENT_SCHEMA


def apply() -> None:
    """Validate with the prepared validators."""
    RemoteAction._validate_action_result = _validate


@lru_cache(maxsize=1)
def _whole() -> Draft202012Validator:
    """Return the validator of upstream's schema."""
    return Draft202012Validator(RemoteAction.action_response_format_spec())


@lru_cache(maxsize=1)
def _outline() -> Draft202012Validator:
    """Return the validator of the same schema without what depends on the type of an event."""
    schema = RemoteAction.action_response_format_spec()
    event = {name: part for name, part in EVENT_SCHEMA.items() if name != "oneOf"}
    events = {**schema["properties"]["events"], "items": event}
    return Draft202012Validator({**schema, "properties": {**schema["properties"], "events": events}})


@lru_cache(maxsize=1)
def by_type() -> dict[str, Draft202012Validator]:
    """Return the validator for each type of event."""
    return {each["properties"]["event"]["const"]: Draft202012Validator(each) for each in EVENT_SCHEMA["oneOf"]}


def _validate(_: RemoteAction, result: dict[str, Any]) -> bool:
    _outline().validate(result)
    for event in result.get("events", []):
        validator = by_type().get(event["event"])
        if validator is None or not validator.is_valid(event):
            _whole().validate(result)  # says what is wrong in upstream's words
    return True
