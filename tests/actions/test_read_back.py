"""What is asked back: twice in a row at most, whatever is said; then it is left open and the course goes on."""

from __future__ import annotations

import pytest

from tests.actions.person import Person

EVASIONS = [
    ("yes", "affirm"),
    ("it stands on a blue paper", "inform"),
    ("purple", "nlu_fallback"),
    ("my T-score is 2.4", "inform"),
    ("I am 71", "inform"),
    ("hello", "greet"),
    ("check my case", "start_check"),
]


def scanned(score: str) -> Person:
    return Person().say(f"I am past the menopause and have never broken a bone, my T-score is {score}")


@pytest.mark.parametrize(("words", "intent"), EVASIONS)
@pytest.mark.parametrize("first", ["2.4", "borderline", "about -2 to -3"])
def test_nothing_is_asked_back_a_third_time(first: str, words: str, intent: str) -> None:
    person = scanned(first)
    in_a_row = 0
    for _ in range(8):
        in_a_row = in_a_row + 1 if person.custom("clarify") else 0
        assert in_a_row <= 2
        person.say(words, intent)


def test_what_is_left_open_is_said_and_unknown() -> None:
    person = scanned("2.4").say("blue paper").say("yellow paper")
    assert "I could not settle this: T-score" in person.text
    assert "t_score" in person.slots["dialogue"]["unsure"]
    assert person.custom("question")


def test_the_force_is_left_open_after_two_questions() -> None:
    person = Person().say("I am past the menopause, T-score -2.5, broke my hip falling down the stairs")
    person.say("it was raining").say("on a Monday")
    assert person.slots.get("high_energy") is None
    assert "high_energy" in person.slots["dialogue"]["unsure"]
    assert person.slots.get("fracture") is None


def test_digressions_bring_it_back_once_and_then_wait() -> None:
    person = scanned("2.4").say("what about the jaw?", "ask_mronj")
    assert person.custom("clarify")
    assert person.say("and calcium?", "ask_calcium_vitamin_d").custom("clarify") is None
    assert person.say("minus 2.4").slots["t_score"] == "-2.4"


def test_digressions_do_not_keep_it_open_for_ever() -> None:
    person = scanned("2.4").say("what about the jaw?", "ask_mronj").say("and calcium?", "ask_calcium_vitamin_d")
    person.say("and the jaw again?", "ask_mronj")
    assert "I leave it open" in person.text
    assert person.custom("question")


def test_a_known_value_stands_beside_another_kind_of_score() -> None:
    person = scanned("-2.4").say("my Z-score is -1.9").say("on the blue paper").say("it was the nurse")
    assert "I keep what I had noted" in person.text
    assert person.slots["t_score"] == "-2.4"


def test_a_known_value_that_was_put_in_doubt_is_unknown() -> None:
    person = scanned("-2.4").say("my T-score is 3.1").say("on the blue paper").say("it was the nurse")
    assert person.slots["t_score"] is None
    assert "t_score" in person.slots["dialogue"]["unsure"]


def test_the_next_bone_is_asked_back_anew() -> None:
    person = (
        Person()
        .say("I am past the menopause and broke my arm")
        .say("hm")
        .say("it was my wrist that broke. And I broke my leg")
    )
    assert person.custom("clarify")
    assert person.say("hm").custom("clarify")


def test_a_misread_line_is_mended_where_another_value_is_known() -> None:
    person = scanned("-3.2").say("my T-score is -2.3, I read the wrong line")
    assert person.slots["t_score"] == "-2.3"
    assert "I had −3.2, now −2.3" in person.text


@pytest.mark.parametrize("known", ["", "-2.3"])
def test_a_misread_line_is_asked_where_it_may_be_this_value(known: str) -> None:
    person = scanned(known) if known else Person().say("I am past the menopause")
    assert person.say("my T-score is -2.3, I read the wrong line").custom("clarify")
    assert person.say("yes", "affirm").slots["t_score"] == "-2.3"
