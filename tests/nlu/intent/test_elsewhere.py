"""A question about a medicine that is none of ours is out of scope, however much it sounds like one of our topics."""

from __future__ import annotations

from typing import Any

import pytest

from nlu.clinical import read
from nlu.elsewhere import of_other_medicine
from tests.nlu.intent.intent_helpers import training


def first(text: str, intent: str) -> str:
    """Return the intent of a text that the classifier hears as `intent`."""
    findings: list[dict[str, Any]] = [
        {"entity": each.kind, "value": each.value, "status": each.status} for each in read(text).findings
    ]
    ranking = [{"name": intent, "confidence": 0.7}, {"name": "out_of_scope", "confidence": 0.2}]
    return str(of_other_medicine(ranking, text, findings)[0]["name"])


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("missed my levothyroxin two mornings on the trot. Do I double up tomorrow?", "ask_missed_dose"),
        ("How long must I stay on Lipitor?", "ask_duration"),
        ("I have a wisdom tooth out on Thursday and take apixaban. Should it be paused?", "ask_dental_care"),
        ("must the Ozempic pen go back in the fridge once it is opened?", "ask_drug_how_to_take"),
        ("is there a rebound when one stops beta blockers", "ask_denosumab_rebound"),
        ("does sertraline make you sweat at night?", "ask_side_effects_common"),
    ],
)
def test_a_question_about_another_medicine_is_out_of_scope(text: str, intent: str) -> None:
    assert first(text, intent) == "out_of_scope"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("missed my Fosamax, and I take levothyroxine in the morning too", "ask_missed_dose"),
        ("can I take ibuprofen with it?", "ask_drug_how_to_take"),
        ("omeprazole before the weekly pill, is that all right?", "ask_drug_how_to_take"),
        ("does omeprazole thin the bones?", "ask_side_effects_serious"),
        ("I take warfarin, may I have the tooth out before my drip?", "ask_dental_care"),
        ("metformin and calcium tablets, how many hours apart?", "ask_drug_how_to_take"),
        ("is apixaban a reason not to have it?", "ask_interactions_contraindications"),
        ("how long must I stay on the tablets?", "ask_duration"),
    ],
)
def test_a_question_that_may_be_about_ours_stays_what_it_is(text: str, intent: str) -> None:
    assert first(text, intent) == intent


def test_hardly_a_labelled_message_of_ours_is_put_out_of_scope() -> None:
    moved = [text for text, intent in zip(*training()) if intent.startswith("ask_") and first(text, intent) != intent]
    assert moved == []
