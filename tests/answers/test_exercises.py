"""The short conversations: values, quiz, follow-up, report. Every path ends, in advice, without blame and without losing a word."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
import sqlite_utils

from answers.choosing import choice_of, choices_of
from answers.dates import Span
from answers.exercise import Step, step_message
from answers.follow_up import advice_messages, flag_of, follow_up_step, plan
from answers.follow_up_end import end_messages, to_do
from answers.follow_up_reading import injection_state, read_answer
from answers.knowledge import store
from answers.limits import MOST_MESSAGES, MOST_WORDS, words
from answers.quiz import feedback_message, quiz_ids, quiz_step
from answers.reports import keep_report, report_step
from answers.values import end_message, fit_message, values_step

TODAY = date(2026, 6, 15)
BLAME = (
    "your fault",
    "you failed",
    "should have",
    "careless",
    "blame",
    "bad patient",
    "must not forget",
    "wrong of you",
)


def every_follow_up_step() -> list[Step]:
    steps = []
    for drug in store().drugs():
        answers: dict[str, str] = {"missed_doses": "several"}
        steps += [follow_up_step(each, drug, answers) for each in plan(drug, answers)]
    return steps


def every_step() -> list[Step]:
    quiz = [quiz_step(each) for each in quiz_ids()]
    return [*every_follow_up_step(), follow_up_step("drug", None, {}), *quiz, values_step([], "patient"), report_step()]


def test_a_channel_without_buttons_reads_every_choice_in_the_text() -> None:
    for step in every_step():
        if step.exercise == "report":
            continue
        text = step_message(step, "patient").text
        assert all(choice.label in text for choice in step.choices), step.id
        assert words(text) <= MOST_WORDS, step.id


def test_every_choice_is_understood_by_its_label_and_by_its_number() -> None:
    for step in every_step():
        for number, choice in enumerate(step.choices, 1):
            assert choice_of(step, choice.label) == choice.id, (step.id, choice.label)
            if step.numbered:
                assert choice_of(step, str(number)) == choice.id, (step.id, number)


@pytest.mark.parametrize("drug", ["alendronate", "denosumab", "zoledronic_acid", "raloxifene", "teriparatide"])
def test_the_follow_up_asks_what_the_drug_needs(drug: str) -> None:
    steps = plan(drug, {})
    assert {"since", "how_taken", "effects", "dentist", "scan", "worry"} <= set(steps)
    assert ("denosumab_dates" in steps) == (drug == "denosumab")
    assert ("missed_doses" in steps) == (drug in ("alendronate", "raloxifene", "teriparatide"))
    assert ("mouth" in steps) == (drug in ("alendronate", "denosumab", "zoledronic_acid"))


def test_who_stopped_is_not_asked_how_it_is_taken() -> None:
    assert "how_taken" not in plan("alendronate", {"missed_doses": "stopped"})
    assert "how_taken" not in plan("denosumab", {"denosumab_dates": "overdue"})


@pytest.mark.parametrize(
    ("days", "state"), [(30, "on_time"), (170, "on_time"), (184, "due"), (205, "overdue"), (400, "overdue")]
)
def test_an_injection_is_late_after_six_months_and_a_week(days: int, state: str) -> None:
    last = TODAY - timedelta(days=days)
    assert injection_state(Span(last, last), TODAY) == state


@pytest.mark.parametrize(
    ("step", "drug", "said", "expected"),
    [
        ("missed_doses", "alendronate", "2", "several"),
        ("missed_doses", "alendronate", "none", "none"),
        ("missed_doses", "alendronate", "I stopped taking it", "stopped"),
        ("missed_doses", "alendronate", "I don't know", "unknown"),
        ("reason", "alendronate", "it upset my stomach", "side_effect"),
        ("reason", "alendronate", "too expensive", "cost"),
        ("reason", "alendronate", "I'm afraid of it", "fear"),
        ("denosumab_dates", "denosumab", "8 months ago", "overdue"),
        ("denosumab_dates", "denosumab", "in May", "on_time"),
        ("denosumab_dates", "denosumab", "I don't know", "unknown"),
        ("dentist", "alendronate", "3 months ago", "within_year"),
        ("dentist", "alendronate", "ages ago", "longer"),
        ("stomach", "alendronate", "no heartburn", "no"),
        ("how_taken", "alendronate", "with coffee", "no"),
    ],
)
def test_an_answer_in_ones_own_words(step: str, drug: str, said: str, expected: str) -> None:
    assert read_answer(follow_up_step(step, drug, {"missed_doses": "one"}), said, TODAY) == expected


@pytest.mark.parametrize(
    ("step", "answer", "flag"),
    [
        ("denosumab_dates", "overdue", "late_denosumab"),
        ("denosumab_dates", "stopped", "stop_denosumab"),
        ("denosumab_dates", "on_time", None),
        ("mouth", "yes", "jaw"),
        ("thigh", "yes", "atypical_thigh_pain"),
        ("thigh", "no", None),
    ],
)
def test_what_alarms_in_an_answer(step: str, answer: str, flag: str | None) -> None:
    assert flag_of(step, answer) == flag


def test_no_answer_of_the_follow_up_blames() -> None:
    for drug in store().drugs():
        for step in every_follow_up_step():
            for choice in step.choices:
                if step.extra.get("drug") == drug:
                    told = " ".join(message.text for message in advice_messages(step.id, choice.id, drug)).lower()
                    assert not any(phrase in told for phrase in BLAME), told


def test_every_reason_for_missed_doses_gets_a_way_on() -> None:
    step = follow_up_step("reason", "alendronate", {"missed_doses": "one"})
    for choice in step.choices:
        [message] = advice_messages("reason", choice.id, "alendronate")
        assert message.custom and message.custom["sources"], choice.id


def test_every_end_is_advice_and_a_page_for_the_doctor_in_three_messages() -> None:
    yes_no = ("yes", "no", "unknown")
    for drug in ("alendronate", "denosumab", "raloxifene"):
        for missed, taken, signs, when in product(
            ("none", "several", "stopped"), yes_no, yes_no, ("longer", "within_year")
        ):
            first = {"since": "over_5", "missed_doses": missed, "reason": "too_many_pills"}
            own = {"denosumab_dates": "due"} if drug == "denosumab" else first
            answers = {
                **own,
                "how_taken": taken,
                "stomach": signs,
                "mouth": signs,
                "thigh": signs,
                "new_fracture": signs,
            }
            answers |= {"effects": signs, "calcium_vitamin_d": taken, "dentist": when, "scan": "never", "falls": signs}
            answers |= {"worry": "jaw"}
            shown = end_messages(drug, answers, {}, None, TODAY)
            assert len(shown) <= MOST_MESSAGES
            assert all(words(message.text) <= MOST_WORDS for message in shown), [message.text for message in shown]
            [summary] = [each.custom for each in shown if each.custom and each.custom["type"] == "summary"]
            assert summary["questions_for_doctor"] or not to_do(answers)


def test_nothing_is_taken_off_the_list_by_what_matters() -> None:
    options = list(store().options())
    for item in store().values().items:
        message = fit_message(item.id, options, "patient")
        assert message.custom is not None
        assert set(message.custom["fits"][item.id]) == set(options)
        assert words(message.text) <= MOST_WORDS
    three = [item.id for item in store().values().items][:3]
    assert "picks nothing for you" in end_message(three, options, True, "patient").text


def test_several_wishes_in_one_message() -> None:
    assert choices_of(values_step([], "patient"), "no needles and fewer pills") == ["no_needles", "fewer_pills"]


def test_the_quiz_has_three_questions_one_right_answer_each_and_no_harsh_word() -> None:
    assert len(quiz_ids()) == 3
    for identifier in quiz_ids():
        step = quiz_step(identifier)
        customs = [feedback_message(identifier, choice.id) for choice in step.choices]
        assert sum(bool(each.custom and each.custom["correct"]) for each in customs) == 1
        assert not any(
            word in each.text.lower() for each in customs for word in ("wrong", "false", "incorrect", "fail")
        )


def test_a_report_holds_the_record_and_the_words_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    keep_report("topic:mronj@OIC-128-08-B/1+1a2b3c4d", "it says nothing about ulcers", path)
    keep_report("topic:mronj@OIC-128-08-B/1+1a2b3c4d", None, path)
    database = sqlite_utils.Database(path)
    assert database.table_names() == ["reports"]
    rows = list(database["reports"].rows)
    database.close()
    assert rows == [
        {"record": "topic:mronj@OIC-128-08-B/1+1a2b3c4d", "words": "it says nothing about ulcers"},
        {"record": "topic:mronj@OIC-128-08-B/1+1a2b3c4d", "words": None},
    ]
