"""Questions with clear words get their own answer, whatever they sound like, and tell nothing of the person."""

from __future__ import annotations

import pytest

from answers.limits import MOST_MESSAGES
from tests.actions.person import Person


def asked_for_bisphosphonates() -> Person:
    return Person().say("I am 72, past the menopause, I broke my wrist and my T-score is -2.5")


def decided() -> Person:
    return asked_for_bisphosphonates().say("no", "deny")


def referred() -> Person:
    return Person().say("I am 71, past the menopause, never broke a bone, T-score -2.5")


# What counts.


@pytest.mark.parametrize(
    "question", ["is the hip a severe fracture?", "is a hip break serious?", "would a hip count if a car hit me?"]
)
def test_a_bone_in_a_question_on_what_counts_is_nobodys(question: str) -> None:
    person = Person().say("I am 74, past the menopause, T-score -2.4").say(question, "ask_what_is_osteoporosis")
    assert person.custom("explanation")
    assert person.slots.get("fracture_sites") is None
    assert person.custom("clarify") is None
    assert (person.custom("question") or {})["fact"] == "fracture"


def test_a_bone_told_beside_such_a_question_is_noted() -> None:
    person = Person().say("I am 74, past the menopause, T-score -2.4")
    person.say("I broke my wrist last year, is that a serious fracture?")
    assert person.slots["fracture_sites"] == ["wrist"]
    assert "less severe kind: wrist" in person.text


def test_an_answer_beside_such_a_question_is_taken() -> None:
    person = asked_for_bisphosphonates().say(
        "Never tried one. Now, is the wrist a serious break?", "ask_t_score_meaning"
    )
    assert person.slots["bisphosphonate_problem"] is False
    assert "less severe kind: wrist" in person.text
    assert person.custom("decision")
    assert len(person.replies) <= MOST_MESSAGES


def test_a_bare_no_beside_a_question_about_a_bone_denies_no_fracture() -> None:
    person = Person().say("I am 74, past the menopause, T-score -2.4").say("No. But does a cracked rib count?", "deny")
    assert person.slots.get("fracture") is None
    assert (person.custom("question") or {})["fact"] == "fracture"


def test_severe_is_explained_to_a_clinician_in_her_words() -> None:
    person = Person().say("I'm a rheumatologist").say("what counts as severe?", "ask_side_effects_serious")
    assert "COFER and GRIO" in person.text


def test_a_tablet_that_counts_is_no_bone() -> None:
    person = Person().say("had my tablet after breakfast by mistake, does it still count", "ask_mronj")
    assert person.custom("explanation") is None


# What is that?


@pytest.mark.parametrize(
    "question",
    ["what are they?", "what is this bisphosphonate?", "Bisphosphonates, what's that?", "What are those tablets?"],
)
def test_what_the_question_named_is_explained_and_asked_again(question: str) -> None:
    person = asked_for_bisphosphonates().say(question, "out_of_scope")
    assert (person.custom("topic") or {})["drugs"] == ["bisphosphonate"]
    assert (person.custom("question") or {})["fact"] == "bisphosphonate_problem"
    assert person.slots.get("bisphosphonate_problem") is None


def test_what_is_that_without_a_question_is_left_as_it_sounded() -> None:
    assert decided().say("what are they?", "nlu_fallback").custom("topic") is None


# Why not?


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("why not the denosumab?", "kept for when a bisphosphonate did not suit"),
        ("why can't I have HRT?", "only between 50 and 60 (you are 72)"),
        ("why isn't raloxifene on my list?", "only if your risk outside the spine is low"),
        ("why not teriparatide then", "does not name it"),
        ("Why not tablets?", "This is on your list: bisphosphonate tablets"),
        ("why not romosozumab?", "not in the table I use: romosozumab"),
    ],
)
def test_why_not_tells_what_the_answer_said_of_that_option(question: str, says: str) -> None:
    assert says in decided().say(question, "why").text


def test_why_not_before_any_answer_says_so() -> None:
    assert "no answer for you yet" in Person().say("why not denosumab?", "why").text


@pytest.mark.parametrize("question", ["why can't I drink coffee with alendronate?", "why can't I stop denosumab?"])
def test_why_not_of_something_else_is_left_as_it_sounded(question: str) -> None:
    assert decided().say(question, "ask_mronj").custom("explanation") is None


@pytest.mark.parametrize(
    "question", ["why no treatment when my score is -2.5?", "why not treated, it is osteoporosis no?"]
)
def test_why_no_treatment_explains_the_answer(question: str) -> None:
    person = referred().say(question, "ask_duration")
    assert (person.custom("explanation") or {})["row"] == "no-fracture/refer"
    assert "lines of its own" in person.text


# Nothing, and a scan.


@pytest.mark.parametrize(
    "question", ["so if I do nothing?", "and if I don't take anything?", "what happens without treatment?"]
)
def test_doing_nothing_is_no_no(question: str) -> None:
    person = asked_for_bisphosphonates().say(question, "deny")
    assert (person.custom("topic") or {})["drugs"] == ["no_drug"]
    assert person.slots.get("bisphosphonate_problem") is None


@pytest.mark.parametrize("question", ["Can I have a scan then?", "who orders a DEXA?", "should I ask for a bone scan?"])
def test_a_scan_is_no_question_of_prices(question: str) -> None:
    person = decided().say(question, "ask_mronj")
    assert "writes the order" in person.text
    assert (person.custom("topic") or {})["topic"] == "monitoring"


@pytest.mark.parametrize(
    "question",
    [
        "what does a scan cost?",
        "how often do I need a scan?",
        "how long does a DEXA scan take?",
        "can I get the scan result?",
    ],
)
def test_other_questions_on_scans_stay_as_they_sounded(question: str) -> None:
    assert "writes the order" not in decided().say(question, "ask_mronj").text


# Supposing a fracture.


@pytest.mark.parametrize(
    ("text", "sites", "count"),
    [
        ("what if I broke my hip as well?", ["wrist", "hip"], None),
        ("what if I also had two broken vertebrae", ["wrist", "vertebra"], 2),
        ("what if I break my hip?", ["wrist", "hip"], None),
        ("what if only my hip was broken", ["hip"], None),
    ],
)
def test_a_fracture_that_is_added_keeps_the_real_ones(text: str, sites: list[str], count: int | None) -> None:
    supposed = decided().say(text, "what_if").custom("decision") or {}
    assert supposed["facts"]["fracture_sites"] == sites
    assert supposed["facts"]["vertebral_fractures"] == count


@pytest.mark.parametrize(
    "text", ["what would change if she'd only one crushed bone", "what if I had just the one broken bone"]
)
def test_another_number_of_bones_of_the_spine_is_supposed(text: str) -> None:
    person = Person().say("I am 81, past the menopause, I have two crushed vertebrae, T-score -3.5")
    supposed = person.say(text, "what_if").custom("decision") or {}
    assert supposed["hypothetical"]
    assert supposed["facts"]["vertebral_fractures"] == 1
    assert person.slots["vertebral_fractures"] == 2
