"""What is said to a question that no answer fits: the nearest topics, honestly labelled."""

from __future__ import annotations

import re

import pytest

from answers.fallback import nearest_message, nearest_topics, not_held_message, refusal_message
from answers.knowledge import store
from answers.register import Audience
from answers.strings import theme


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("fillings, crowns and cleaning", "dental_care"),
        ("yoghurt and cheese every morning", "calcium_vitamin_d"),
        ("tai chi in the park", "lifestyle_falls"),
    ],
)
def test_a_free_question_finds_the_topic_that_shares_its_words(text: str, topic: str) -> None:
    near = nearest_topics(text, [])
    assert topic in near
    assert len(near) <= 2


def test_words_that_mean_nothing_here_find_nothing() -> None:
    assert nearest_topics("which football club won the cup final", []) == []
    assert nearest_message([], "patient") is None


def test_the_nearest_topics_are_said_to_be_no_more_than_that() -> None:
    message = nearest_message(["lifestyle_falls", "monitoring"], "patient")
    assert message is not None and message.custom is not None
    assert "no answer to just that" in message.text
    assert message.custom["type"] == "fallback"
    assert len(message.custom["suggestions"]) == len(message.custom["nearest"]) == 2


@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_a_refused_request_may_name_what_it_could_have_meant(audience: Audience) -> None:
    plain = refusal_message("out_of_scope", audience)
    message = refusal_message("out_of_scope", audience, ["hormone_therapy"])
    assert message.text.startswith(plain.text) and len(message.text) > len(plain.text)
    assert [button.title for button in message.buttons] and not plain.buttons
    assert plain.custom == {"type": "fallback", "suggestions": [], "reason": "out_of_scope"}


@pytest.mark.parametrize(
    "text", ["is magnesium good for bones?", "Can I have my flu jab?", "will it make me put on weight"]
)
def test_what_is_not_in_the_knowledge_is_said_to_be_missing(text: str) -> None:
    message = not_held_message(text, "patient")
    assert message is not None and "I have nothing on" in message.text


@pytest.mark.parametrize(
    "text", ["what about the jaw?", "is calcium good?", "does alcohol matter", "a stye in my eye", "chair"]
)
def test_other_questions_get_no_such_remark(text: str) -> None:
    assert not_held_message(text, "patient") is None


def test_nothing_that_the_knowledge_holds_is_said_to_be_missing() -> None:
    pattern = re.compile(rf"\b(?:{theme('fallback')['not_held_pattern'].strip()})\b", re.IGNORECASE)
    texts = [str(row[0]) for row in store().reader.all("SELECT text FROM texts")]
    assert [(match.group(), text) for text in texts if (match := pattern.search(text))] == []


@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_an_overdose_that_has_happened_cannot_wait(audience: Audience) -> None:
    message = not_held_message("what is to be done in an overdose of Fosamax?", audience)
    assert message is not None
    assert "today" in message.text
    assert "emergency" in message.text
