"""Answers in a word or two, each to its question alone."""

from __future__ import annotations

import pytest

from tests.actions.person import Person

CASE = "I am 66, past the menopause"


@pytest.mark.parametrize("text", ["unk", "unkn", "n/k", "not known", "idk", "unknown"])
def test_shorthand_for_not_known(text: str) -> None:
    person = Person().say(CASE)
    assert person.slots["requested_slot"] == "t_score"
    person.say(text, "nlu_fallback")
    assert "t_score" in person.slots["dialogue"]["unsure"]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("lower", "-3"),
        ("the lower one", "-3"),
        ("it's the lowest", "-3"),
        ("the higher", "-2"),
        ("the better one", "-2"),
    ],
)
def test_one_of_two_numbers(text: str, score: str) -> None:
    person = Person().say(CASE).say("T between -2 and -3")
    assert person.say(text, "out_of_scope").slots["t_score"] == score


@pytest.mark.parametrize(
    ("text", "count"),
    [("two levels", 2), ("a couple", 2), ("twice", 2), ("just the one", 1), ("sorry I meant three", 3)],
)
def test_how_many_in_words(text: str, count: int) -> None:
    person = Person().say(f"{CASE}, T-score -2.2, broken vertebrae")
    assert person.say(text, "repeat").slots["vertebral_fractures"] == count


@pytest.mark.parametrize("text", ["none for me, only mums hip", "no, nothing for me", "none of mine"])
def test_none_of_hers(text: str) -> None:
    person = Person().say(f"{CASE}, T-score -2.2")
    assert person.say(text).slots["fracture"] == "none"


@pytest.mark.parametrize("text", ["none for me except the wrist", "none of mine but I cracked a rib"])
def test_an_exception_is_no_none(text: str) -> None:
    person = Person().say(f"{CASE}, T-score -2.2")
    assert person.say(text).slots.get("fracture") != "none"


@pytest.mark.parametrize("text", ["too frail, not done", "not done"])
def test_a_scan_that_was_not_done_answers_no_question_for_a_drug(text: str) -> None:
    person = Person().say(f"{CASE}, T-score -2.2, broke my hip")
    assert person.slots["requested_slot"] == "bisphosphonate_problem"
    assert person.say(text, "deny").slots.get("bisphosphonate_problem") is None


@pytest.mark.parametrize(
    "text",
    [
        "i was on it for 5 yrs fine",
        "i stopped because of the price",
        "stopped it as it was too expensive",
        "not tried. i dont want tablets at all",
        "no i dont think ive had any tablets",
    ],
)
def test_no_trouble_with_a_bisphosphonate(text: str) -> None:
    person = Person().say(f"{CASE}, T-score -2.2, broke my hip")
    assert person.say(text, "ask_adherence").slots["bisphosphonate_problem"] is False


@pytest.mark.parametrize(
    "text",
    [
        "i stopped because it made me sick",
        "it was fine at first, then awful heartburn",
        "i was on it and it was not ok",
    ],
)
def test_trouble_is_not_overheard(text: str) -> None:
    person = Person().say(f"{CASE}, T-score -2.2, broke my hip")
    assert person.say(text).slots.get("bisphosphonate_problem") is not False
