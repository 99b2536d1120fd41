"""Questions for another woman speak of her, and so do their quick replies: "I broke my hip" would change whose case it is."""

from __future__ import annotations

import pytest

from answers.message import Button
from answers.person import is_she, said_of_her
from answers.questions import buttons, question_message
from answers.register import PATIENT
from answers.strings import theme
from tests.actions.person import Person


def test_the_questions_say_she_where_the_case_is_a_mothers() -> None:
    person = Person().say("My mum is 74 and past the menopause, has she to take tablets?")
    assert "her bone density scan" in person.text
    assert "You are a woman" not in person.say("check my case", "start_check").text


def test_a_quick_reply_keeps_the_case_hers() -> None:
    person = Person().say("My mum is 74, past the menopause, no other illness, T-score -2.4")
    hip = next(each for each in person.replies[-1].buttons if each.title == "Hip")
    assert hip.payload == "She broke her hip"
    person.say(hip.payload)
    assert person.turn.dialogue.about == "mum"
    assert (person.slots["age"], person.slots["fracture_sites"]) == (74, ["hip"])


def test_what_is_asked_back_of_her_has_her_replies_too() -> None:
    person = Person().say("My mum is 74, past the menopause, no other illness, T-score -2.4").say("she broke her arm")
    assert "She broke her wrist" in [each.payload for each in person.replies[-1].buttons]


def test_ones_own_questions_stay_as_they_were() -> None:
    person = Person().say("I am 74, past the menopause, T-score -2.4")
    assert "Have you broken" in person.text
    assert "I broke my hip" in [each.payload for each in person.replies[-1].buttons]


@pytest.mark.parametrize(
    ("about", "she"), [("mother in law", True), ("wife", True), ("partner", False), ("husband", False)]
)
def test_of_a_partner_nobody_knows(about: str, she: bool) -> None:
    assert is_she(about) is she
    assert not is_she(None)


@pytest.mark.parametrize(
    "fact", [each for each, said in theme("questions").items() if "patient" in said and isinstance(said, dict)]
)
def test_no_quick_reply_of_hers_tells_of_the_writer(fact: str) -> None:
    for each in question_message(fact, PATIENT, 1, 2, of_her=True).buttons:
        told = Person().say("My mum has osteoporosis, can you check her case?").say("She is 74").say(each.payload)
        assert told.turn.dialogue.about == "mum", each
    assert len(buttons(fact, PATIENT)) == len(question_message(fact, PATIENT, 1, 2, of_her=True).buttons)


def test_nobody_says_of_her_that_she_is_a_man() -> None:
    from answers.message import Message

    offered = Message("Which?", None, (Button.read("I am a man | I am a man"), Button.read("Pregnant | I am pregnant")))
    assert [each.payload for each in said_of_her(offered).buttons] == ["She is pregnant"]
