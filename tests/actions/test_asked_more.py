"""What was not understood is said in simpler words, feelings get a sentence, and a drug named alone opens what can be asked."""

from __future__ import annotations

import pytest

from answers.clarify import _site_button
from answers.message import Button
from guideline.fractures import SITES
from tests.actions.person import Person
from tests.actions.test_asked import referred


def told_of_the_jaw() -> Person:
    return Person().say("what about the jaw?", "ask_mronj")


# Not understood.


@pytest.mark.parametrize(
    "words", ["I still don't understand", "that is too complicated", "no, I don't get it", "what do you mean?"]
)
def test_who_does_not_understand_hears_it_in_other_words(words: str) -> None:
    person = told_of_the_jaw()
    before = person.text
    person.say(words, "repeat")
    assert person.custom("topic")
    assert person.text not in before
    assert "no simpler words" in person.say(words, "repeat").text


def test_i_dont_get_it_denies_nothing() -> None:
    person = (
        Person().say("check my case", "start_check").say("and the jaw?", "ask_mronj").say("no, I don't get it", "deny")
    )
    assert person.custom("clarify") is None
    assert (person.custom("question") or {})["fact"] == "scope"


def test_what_was_not_understood_of_a_question_is_not_an_older_answer() -> None:
    person = told_of_the_jaw().say("I am 70, past the menopause").say("I don't understand", "repeat")
    assert "I ask because" in person.text


def test_not_knowing_what_a_score_is_is_a_question() -> None:
    person = Person().say("I am 70, past the menopause").say("I don't understand what a T-score is")
    assert (person.custom("topic") or {})["topic"] == "t_score_meaning"
    assert person.turn.dialogue.unsure == []
    assert person.say("I don't know what my T-score is", "dont_know").turn.dialogue.unsure == ["t_score"]


# Outside the table.


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("but it's only a small dose", "inform"),
        ("Can I still get treatment?", "ask_duration"),
        ("what should I do then?", "affirm"),
    ],
)
def test_where_to_ask_is_said_again_outside_the_table(words: str, intent: str) -> None:
    person = Person().say("I take prednisolone every day for my polymyalgia").say(words, intent)
    assert (person.custom("scope") or {})["reason"] == "glucocorticoids"
    assert "the doctor who gives you the steroid" in person.text


# Never any.


def test_never_took_any_is_noted_after_the_answer() -> None:
    person = referred().say("never took any")
    assert person.slots["bisphosphonate_problem"] is False
    assert "The answer stays the same" in person.text


def test_never_broke_any_says_nothing_of_drugs() -> None:
    assert referred().say("never broke any").slots.get("bisphosphonate_problem") is None


# Feelings.


@pytest.mark.parametrize(
    ("words", "intent", "says"),
    [
        ("since my Harold died I have nobody to talk to about my bones", "greet", "sorry for your loss"),
        ("I want a human. I've had a fracture of the pelvis and nobody cares", "inform", "left alone"),
        ("I can't stop crying since the scan", "ask_stopping_or_holiday", "so hard for you"),
        ("This is ridiculous, I was fobbed off again", "nlu_fallback", "how angry"),
        ("will I end up in a wheelchair like my mother?", "ask_calcium_vitamin_d", "afraid of this"),
        ("what now?? 😢", "ask_calcium_vitamin_d", "so hard for you"),
    ],
)
def test_a_feeling_gets_one_warm_sentence_once(words: str, intent: str, says: str) -> None:
    person = Person().say(words, intent)
    assert says in person.text
    assert says not in person.say(words, intent).text


@pytest.mark.parametrize(
    "words",
    [
        "my mother died of a broken hip",
        "I am fed up with these tablets",
        "my T-score is -2.5",
        "nobody in my family has it",
    ],
)
def test_what_runs_in_the_family_is_no_feeling(words: str) -> None:
    assert Person().say(words).turn.dialogue.consoled == []


def test_a_clinician_is_not_consoled() -> None:
    assert Person().say("I'm a GP").say("the patient is in tears, nobody cares").turn.dialogue.consoled == []


def test_a_person_is_shown_the_way_to_one_beside_facts() -> None:
    person = Person().say("I want a human. I've had a fracture of the pelvis and nobody cares")
    assert "your doctor, your pharmacist" in person.text
    assert person.slots["fracture_sites"] == ["pelvis"]
    assert person.custom("question")


# A drug and no question; wine; ribs; buttons.


@pytest.mark.parametrize(
    "words", ["Hello I want to know about Prolia", "my doctor has prescribed Prolia", "I have a question about Prolia"]
)
def test_a_drug_without_a_question_opens_what_can_be_asked(words: str) -> None:
    person = Person().say(words, "greet")
    assert "Prolia: what would you like to know" in person.text


def test_wine_beside_a_drug_is_answered_with_wine() -> None:
    assert "Alcohol:" in Person().say("can I drink wine with alendronate", "ask_calcium_vitamin_d").text


def test_how_many_ribs_is_asked_and_the_number_is_taken() -> None:
    person = Person().say("I am 70, past the menopause, T-score -2.4").say("I broke my ribs")
    assert "How many ribs" in person.text
    assert person.say("only two").slots["fracture_sites"] == ["rib"]
    again = Person().say("I am 70, past the menopause, T-score -2.4").say("I broke my ribs").say("4")
    assert again.slots["fracture_sites"] == ["three_ribs"]


def test_no_title_of_a_bone_is_cut_off() -> None:
    for site in SITES:
        for audience in ("patient", "clinician"):
            assert len(Button.read(_site_button(site, audience)).title) <= 20, site


@pytest.mark.parametrize("words", ["put me on Prolia", "tell me a joke"])
def test_a_wish_is_no_question(words: str) -> None:
    person = Person().say(words, "nlu_fallback")
    assert "what would you like to know" not in person.text
    assert person.turn.dialogue.consoled == []
