"""What must have been asked for is not set off by the sound of other words."""

from __future__ import annotations

from typing import Any

import pytest

from nlu.arbiter import Limits, rank
from nlu.asked_for import _patterns
from nlu.intent.words import normalise
from tests.nlu.intent.intent_helpers import dev, training

LIMITS = Limits(understood=0.2, alarm=0.7)
SCORE = {"entity": "t_score", "status": "present"}
NUMBER = {"entity": "number", "status": "present"}
FLAG = {"entity": "red_flag", "status": "present"}


def first(text: str, intent: str, share: float, findings: list[dict[str, Any]]) -> str:
    """Return the intent of a text that sounds like `intent` with that share, and like an answer with the rest."""
    scores = {intent: share, "dont_know": (1 - share) * 0.8, "inform": (1 - share) * 0.2}
    return str(rank(lambda _: scores, text, findings, {}, LIMITS)[0]["name"])


@pytest.mark.parametrize(
    ("text", "intent", "share", "findings", "expected"),
    [
        ("it was about -2.9, I forget the other one", "delete_data", 0.6, [SCORE], "dont_know"),
        ("some minus three, I forget", "delete_data", 0.5, [NUMBER], "dont_know"),
        ("I always forget everything", "delete_data", 0.6, [], "dont_know"),
        ("forget everything", "delete_data", 0.6, [], "delete_data"),
        ("please forget what I told you", "delete_data", 0.6, [], "delete_data"),
        ("I am 70, delete it all", "delete_data", 0.6, [SCORE], "delete_data"),
        ("dleete my dta", "delete_data", 0.9, [], "delete_data"),
        ("that sheet lies in the kitchen", "summary", 0.6, [], "dont_know"),
        ("I want to print it", "summary", 0.6, [], "summary"),
        ("you see, it was below three", "report_unsafe", 0.3, [], "dont_know"),
        ("you see, that is wrong", "report_unsafe", 0.3, [], "report_unsafe"),
        ("no, they agreed with me for years", "values", 0.5, [], "dont_know"),
        ("no, help me decide", "values", 0.5, [], "values"),
        ("I'd prefer the drip, but my teeth are bad. Would it matter?", "values", 0.6, [], "dont_know"),
        ("I have the jab twice a year, can you look at my own case", "follow_up", 0.87, [], "dont_know"),
        ("I have the jab twice a year, can you review it", "follow_up", 0.87, [], "follow_up"),
        ("restart when", "start_again", 0.9, [], "dont_know"),
        ("restart zol when", "start_again", 0.9, [], "dont_know"),
        ("when can we start again with zol", "start_again", 0.9, [], "start_again"),
        ("start now?", "start_again", 0.9, [], "dont_know"),
        ("restart?", "start_again", 0.9, [], "dont_know"),
        ("restart", "start_again", 0.9, [], "start_again"),
        ("restart with a new case", "start_again", 0.9, [], "start_again"),
        ("can we start over now?", "start_again", 0.9, [], "start_again"),
        ("reported as Scheuermann, not #", "report_unsafe", 0.3, [SCORE], "dont_know"),
        ("the X-ray report says old", "report_unsafe", 0.9, [], "dont_know"),
        ("I want to report that answer", "report_unsafe", 0.3, [], "report_unsafe"),
        ("drop raloxifene?", "stop", 0.9, [{"entity": "drug", "status": "question"}], "dont_know"),
        ("drop raloxifene", "stop", 0.9, [{"entity": "drug", "status": "unknown"}], "stop"),
        ("enough after 3 infusions?", "stop", 0.4, [], "dont_know"),
        ("can we stop this check?", "stop", 0.4, [], "stop"),
        ("go back to alendronate?", "undo", 0.7, [{"entity": "drug", "status": "question"}], "dont_know"),
        ("switch back?", "undo", 0.7, [], "dont_know"),
        ("go back?", "undo", 0.7, [], "undo"),
        ("report to whom?", "report_unsafe", 0.7, [], "dont_know"),
        ("test before start?", "quiz", 0.6, [], "dont_know"),
        ("ibandronate hip data", "ask_privacy", 0.6, [], "dont_know"),
        ("where is my data kept", "ask_privacy", 0.6, [], "ask_privacy"),
        ("off drug?", "goodbye", 0.5, [], "dont_know"),
        ("bye", "goodbye", 0.5, [], "goodbye"),
        ("NICE?", "thanks", 0.8, [], "dont_know"),
        ("nice, thanks", "thanks", 0.8, [], "thanks"),
        ("next agent", "go_on", 0.4, [], "dont_know"),
        ("next question", "go_on", 0.4, [], "go_on"),
        ("teriparatide repeat course?", "repeat", 0.6, [], "dont_know"),
        ("repeat that", "repeat", 0.6, [], "repeat"),
        ("this is no what-if, it is so", "what_if", 0.9, [], "dont_know"),
        ("my son has the sheet, I'll ring him", "self_harm", 0.3, [], "dont_know"),
        ("my son has the sheet, I'll ring him", "self_harm", 0.3, [FLAG], "self_harm"),
        ("my son would be better off", "self_harm", 0.3, [], "self_harm"),
        ("I have no more of it in me", "self_harm", 0.6, [], "self_harm"),
    ],
)
def test_what_must_be_asked_for(
    text: str, intent: str, share: float, findings: list[dict[str, Any]], expected: str
) -> None:
    assert first(text, intent, share, findings) == expected


def test_a_message_that_can_be_nothing_else_stays_what_it_is() -> None:
    assert rank(lambda _: {"undo": 1.0}, "hm", [], {}, LIMITS)[0]["name"] == "undo"


def test_every_way_of_asking_that_is_known_holds_the_words() -> None:
    for text, intent in zip(*training()):
        words, never = _patterns().get(intent, (None, None))
        assert words is None or words.search(normalise(text)), (intent, text)
        assert never is None or not never.search(normalise(text)), (intent, text)


def test_every_cry_for_help_holds_a_word_of_despair() -> None:
    words, _ = _patterns()["self_harm"]
    cries = [record["text"] for record in dev("red_flags") if record["flag"] == "self_harm"]
    assert cries and all(words.search(normalise(text)) for text in cries)
