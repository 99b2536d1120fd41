"""Short questions that only what was said before makes clear."""

from __future__ import annotations

import pytest

from actions.skills.topics import Topic
from tests.actions.person import SKILLS, Person

CASE = "70F hip # T -2.5"


def clinician(*lines: str) -> Person:
    person = Person().say("/clinician", "to_clinician")
    for line in lines:
        person.say(line)
    return person


def after(question: str, topic: str, who: Person | None = None) -> Person:
    """Return a person, a clinician unless given, who was just answered on a topic."""
    person = clinician() if who is None else who
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(SKILLS, f"ask_{topic}", Topic)
        person.say(question, f"ask_{topic}")
    assert (person.custom("topic") or {})["topic"] == topic
    return person


# A drug and no more.


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("what about zol", "Listed: injectable BP"),
        ("what about denosumab", "Conditional: denosumab (2nd line"),
        ("denosumab then?", "Conditional: denosumab (2nd line"),
        ("denosumab?", "Conditional: denosumab (2nd line"),
        ("and denosumab", "Conditional: denosumab (2nd line"),
        ("is denosumab an option", "Conditional: denosumab (2nd line"),
        ("any place for raloxifene", "Not named in this row: raloxifene"),
        ("MHT ok?", "Not named in this row: MHT"),
        ("any MHT", "Not named in this row: MHT"),
        ("would MHT count at 50", "Not named in this row: MHT"),
        ("start with denosumab?", "Conditional: denosumab (2nd line"),
        ("switch to raloxifene?", "Not named in this row: raloxifene"),
        ("romosozumab?", "Not in the table: romosozumab"),
    ],
)
def test_a_drug_and_no_more_asks_for_its_place_in_this_case(question: str, says: str) -> None:
    assert says in clinician(CASE).say(question, "ask_denosumab_rebound").text


@pytest.mark.parametrize("case", ["73F no # T -2.7", "73F T -2.7"])
def test_an_answer_without_drugs_is_followed_by_the_place_in_general(case: str) -> None:
    person = clinician(case).say("denosumab?", "ask_denosumab_rebound")
    topic = person.custom("topic") or {}
    assert (topic["topic"], topic["drugs"]) == ("drug_choice_comparison", ["denosumab"])


def test_what_follows_the_place_of_a_drug_is_of_that_drug() -> None:
    topic = clinician(CASE).say("denosumab?", "ask_denosumab_rebound").say("max delay?", "nlu_fallback").custom("topic")
    assert (topic or {})["drugs"] == ["denosumab"]


@pytest.mark.parametrize("question", ["NICE?", "and NOGG?", "per GRIO?"])
def test_another_guideline_by_its_name_brings_the_sources(question: str) -> None:
    assert "OIC-128-08-B" in clinician(CASE).say(question, "thanks").text


def test_a_supposed_age_decides_where_the_row_names_the_drug() -> None:
    person = clinician("64F wrist # T -2.2 flushes").say("would MHT count at 55", "ask_hormone_therapy")
    assert "if age 55" in person.text
    assert "MHT" in person.text.partition("Listed:")[2].partition("\n")[0]
    assert person.slots["age"] == 64


def test_a_reason_for_care_goes_before_the_place_of_its_drug() -> None:
    person = clinician("64F wrist # T -2.2", "DVT in 2019").say("raloxifene?", "ask_drug_choice_comparison")
    before, _, _ = person.text.partition("Conditional: raloxifene")
    assert "VTE" in before


@pytest.mark.parametrize("question", ["what about zol", "zol?", "and zoledronate"])
def test_without_a_case_its_place_in_general_is_told(question: str) -> None:
    topic = clinician().say(question, "nlu_fallback").custom("topic") or {}
    assert (topic["topic"], topic["drugs"]) == ("drug_choice_comparison", ["zoledronic_acid"])


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("what about the drip?", "on your list: a bisphosphonate by drip"),
        ("and Prolia?", "Not on your list: denosumab"),
    ],
)
def test_a_patient_is_told_the_place_too(question: str, says: str) -> None:
    person = Person().say("I am 72, past the menopause, I broke my hip and my T-score is -2.5").say("no", "deny")
    assert says in person.say(question, "ask_interactions_contraindications").text


@pytest.mark.parametrize(
    "question",
    ["is denosumab safe", "what about denosumab and my teeth", "I take denosumab", "how is denosumab given?"],
)
def test_a_drug_with_another_question_is_left_as_it_sounded(question: str) -> None:
    person = clinician(CASE).say(question, "ask_mronj")
    assert person.custom("explanation") is None


# A word or two after an answer.


@pytest.mark.parametrize(
    ("first", "topic", "question", "then", "drugs"),
    [
        ("ONJ risk with zol", "mronj", "risk factors?", "mronj", []),
        ("ONJ risk with zol", "mronj", "prevention", "dental_care", ["zoledronic_acid"]),
        ("ONJ risk with denosumab", "mronj", "when does it occur", "mronj", ["denosumab"]),
        ("ONJ risk with zol", "mronj", "and denosumab?", "mronj", ["denosumab"]),
        (
            "how common is AFF with alendronate?",
            "atypical_femoral_fracture",
            "risk factors",
            "atypical_femoral_fracture",
            [],
        ),
        ("NNT zol hip", "benefit_size", "and vertebral?", "benefit_size", ["zoledronic_acid"]),
        ("does raloxifene cut hip #", "benefit_size", "and VTE NNH", "side_effects_serious", ["raloxifene"]),
        ("rebound after denosumab?", "denosumab_rebound", "prevention", "stopping_or_holiday", ["denosumab"]),
        ("how is denosumab given", "drug_how_to_take", "max delay?", "missed_dose", ["denosumab"]),
        ("teriparatide mechanism", "drug_how_it_works", "and after 24 months?", "duration", ["teriparatide"]),
        ("zol max infusions", "duration", "teriparatide repeat course?", "duration", ["teriparatide"]),
        ("how long denosumab", "duration", "off drug?", "stopping_or_holiday", ["denosumab"]),
    ],
)
def test_a_short_question_stays_with_topic_and_drug(
    first: str, topic: str, question: str, then: str, drugs: list[str]
) -> None:
    told = after(first, topic).say(question, "nlu_fallback").custom("topic") or {}
    assert (told["topic"], told["drugs"]) == (then, drugs)


@pytest.mark.parametrize("question", ["teriparatide then what", "what after teriparatide?", "and after teriparatide"])
def test_what_comes_after_a_drug(question: str) -> None:
    topic = clinician().say(question, "ask_drug_how_it_works").custom("topic") or {}
    assert (topic["topic"], topic["drugs"]) == ("stopping_or_holiday", ["teriparatide"])


def test_the_part_that_is_asked_for_is_told_first() -> None:
    person = after("ONJ risk with zol", "mronj").say("risk factors?", "ask_what_is_osteoporosis")
    assert person.text.startswith("Risk: duration")


def test_the_drug_is_kept_where_the_part_holds_for_all() -> None:
    person = after("ONJ risk with zol", "mronj").say("risk factors?", "ask_what_is_osteoporosis")
    assert (person.say("prevention", "ask_lifestyle_falls").custom("topic") or {})["drugs"] == ["zoledronic_acid"]


def test_a_patient_stays_with_the_jaw_too() -> None:
    person = after("what about the jaw", "mronj", Person())
    assert "seen more" in person.say("who gets it?", "ask_what_is_osteoporosis").text


def test_a_command_stays_one_after_an_answer() -> None:
    assert after("how long denosumab", "duration").say("stop", "stop").custom("topic") is None
    asked = after("how long denosumab", "duration").say("stop when?", "stop").custom("topic") or {}
    assert asked["topic"] == "stopping_or_holiday"


def test_later_on_the_words_mean_what_they_sound_like() -> None:
    person = after("ONJ risk with zol", "mronj").say(CASE).say("risk factors?")
    assert person.custom("topic") is None


def test_an_answer_to_an_open_question_is_no_such_question() -> None:
    person = Person().say("I am 72, past the menopause, T-score -2.4")
    after("does alendronate work", "benefit_size", person).say("hip")
    assert (person.custom("topic") or {}).get("topic") != "benefit_size"


# During a treatment, before the day, once more.


@pytest.mark.parametrize("question", ["DXA interval on treatment", "bone turnover markers to check adherence?"])
def test_check_ups_during_treatment_are_told_as_such(question: str) -> None:
    assert after(question, "monitoring").text.startswith("During:")


def test_the_work_up_before_treatment_is_still_told() -> None:
    assert after("work-up before starting", "monitoring").text.startswith("Before:")


def test_a_dose_before_its_day_is_not_late() -> None:
    person = clinician().say("gave Prolia 2 weeks early, pb?", "ask_missed_dose")
    topic = person.custom("topic") or {}
    assert (topic["topic"], topic["drugs"]) == ("drug_how_to_take", ["denosumab"])


def test_the_same_advice_is_the_answer_again() -> None:
    assert clinician(CASE).say("same advice?", "what_if").custom("decision")


def test_who_is_reminded_tells_nothing() -> None:
    person = clinician(CASE).say("remind me of her fractures", "show_facts")
    assert person.custom("clarify") is None
