"""The reply of the action server is validated with a validator that is built once.

Upstream `rasa/core/actions/action.py`, `RemoteAction._validate_action_result`, calls `jsonschema.validate`, which checks
the schema itself against the metaschema at each reply; that was most of the server's time in a turn with an action.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator
from rasa.core.actions.action import RemoteAction


def apply() -> None:
    """Validate with the prepared validator."""
    RemoteAction._validate_action_result = _validate


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    return Draft202012Validator(RemoteAction.action_response_format_spec())


def _validate(_: RemoteAction, result: dict[str, Any]) -> bool:
    _validator().validate(result)
    return True
