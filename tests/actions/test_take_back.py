"""A message that deletes all says so; one that names or denies one thing takes that back, and a story takes back nothing."""

from __future__ import annotations

from typing import Any

import pytest

from actions.skills.fallback import Fallback
from actions.skills.take_back import TakeBack, WhichToTakeBack
from actions.take_back import instead_of
from actions.turn import Turn
from nlu.clinical import read


class _Tracker:
    """What a turn reads of a tracker, with a person of 66 who told of a clot, denosumab and a broken wrist."""

    def __init__(self, text: str, intent: str) -> None:
        reading = read(text)
        mentioned = {"caution": {"blood_clot": "past"}, "drug": {"denosumab": "present"}}
        self.slots: dict[str, Any] = {"age": 66, "fracture_sites": ["wrist"], "dialogue": {"mentions": mentioned}}
        entities = [
            {"entity": each.kind, "extractor": "ClinicalExtractor", **each.as_dict()} for each in reading.findings
        ]
        told = {"corrects": reading.corrects, "asks": reading.asks}
        self.latest_message = {"text": text, "intent": {"name": intent}, "entities": entities, "reading": told}
        self.events: list[dict[str, Any]] = []


@pytest.mark.parametrize(
    ("text", "intent", "skill"),
    [
        ("delete everything", "delete_data", Fallback),
        ("please delete", "delete_data", Fallback),
        ("/delete", "delete_data", Fallback),
        ("remove my data", "delete_data", Fallback),
        ("I don't want you to keep this", "delete_data", Fallback),
        ("efface toutes mes données", "delete_data", Fallback),
        ("remove it", "delete_data", WhichToTakeBack),
        ("take that off please", "delete_data", WhichToTakeBack),
        ("remove the heart attack", "delete_data", WhichToTakeBack),
        ("I never had a clot. Remove it", "delete_data", TakeBack),
        ("please remove the clot from my notes", "delete_data", TakeBack),
        ("the blood clot was a mistake, take it out", "inform", TakeBack),
        ("take the wrist off, please", "inform", TakeBack),
        ("take the Prolia off please", "ask_stopping_or_holiday", TakeBack),
        ("that was my sister who had the blood clot", "inform", TakeBack),
        ("I never had a blood clot", "inform", TakeBack),
        ("should they take me off Prolia?", "ask_stopping_or_holiday", Fallback),
        ("they want to remove the blood clot", "inform", Fallback),
        ("my sister had a blood clot", "inform", Fallback),
        ("I want to die, delete the clot", "self_harm", Fallback),
    ],
)
def test_one_thing_is_taken_back_and_all_only_where_it_is_said(text: str, intent: str, skill: type) -> None:
    """What answers instead of the skill that the classifier chose."""
    assert isinstance(instead_of(Fallback(), Turn(_Tracker(text, intent))), skill)
