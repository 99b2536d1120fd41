"""A message that begins with yes or no answers the open question, unless it steers the conversation."""

from __future__ import annotations

from typing import Any

import pytest

from actions.short_answer import instead_of
from actions.skills.fallback import Fallback
from actions.skills.inform import Inform
from actions.turn import Turn


class _Tracker:
    """What a turn reads of a tracker."""

    def __init__(self, text: str, intent: str, requested: str | None) -> None:
        self.slots: dict[str, Any] = {"requested_slot": requested}
        self.latest_message = {"text": text, "intent": {"name": intent}}
        self.events: list[dict[str, Any]] = []


@pytest.mark.parametrize(
    ("text", "intent", "requested", "becomes"),
    [
        ("Yes, that fits me", "values", "scope", "affirm"),
        ("No, that does not fit me", "values", "scope", "deny"),
        ("yes!", "nlu_fallback", "climacteric_symptoms", "affirm"),
        ("Yes, that fits me", "values", None, "values"),
        ("no, stop", "stop", "scope", "stop"),
        ("no delete it", "delete_data", "age", "delete_data"),
        ("yesterday it hurt", "nlu_fallback", "age", "nlu_fallback"),
        ("yes but tell me first what the jaw problem is", "ask_jaw", "age", "ask_jaw"),
    ],
)
def test_what_a_short_answer_becomes(text: str, intent: str, requested: str | None, becomes: str) -> None:
    skill = Fallback()
    turn = Turn(_Tracker(text, intent, requested))  # type: ignore[arg-type]
    answering = instead_of(skill, turn)
    assert turn.intent == becomes
    assert isinstance(answering, Inform) is (becomes != intent)
