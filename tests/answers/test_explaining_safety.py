"""What keeps an answer safe: danger first, nothing stopped alone, "no treatment" never bare, version and date on what is taken away."""

from __future__ import annotations

from datetime import date

import pytest

from answers.conversation import Conversation
from answers.decision import decision_messages
from answers.doctor_questions import dentist_questions, doctor_questions
from answers.knowledge import store
from answers.limits import MOST_MESSAGES, MOST_WORDS, words
from answers.occasion import Occasion
from answers.register import Audience
from answers.summary import document_message, summary_messages
from answers.urgent import reminder_message, urgent_message
from guideline import Case, decide

REGISTERS: tuple[Audience, ...] = ("patient", "clinician")
TODAY = date(2026, 3, 1)
HIP = {"fracture_sites": ["hip"], "t_score": "-2.4", "age": 72, "bisphosphonate_problem": False, "scope": "in_scope"}
MILD = {"fracture": "none", "t_score": "-1.2", "scope": "in_scope"}


def flags() -> list[str]:
    return [str(row[0]) for row in store().reader.all("SELECT id FROM red_flags ORDER BY rowid")]


def test_every_red_flag_says_one_action_first_then_why_within_one_message() -> None:
    assert len(flags()) >= 20
    for flag in flags():
        known = store().red_flag(flag)
        for audience in REGISTERS:
            message = urgent_message(flag, audience)
            assert message.text.startswith(known.action[audience])
            assert message.custom is not None
            assert (message.custom["type"], message.custom["flag"]) == ("urgent", flag)
            assert message.custom["urgency"] in ("emergency_now", "same_day", "within_days")
        assert words(urgent_message(flag, "patient").text) <= MOST_WORDS
        assert known.action["patient"] in reminder_message(flag, "patient").text


def test_who_takes_a_drug_is_told_not_to_stop_or_change_it_alone() -> None:
    decision = decide(Case.from_facts(HIP))
    told = " ".join(each.text for each in decision_messages(decision, "patient", Occasion(drugs=["denosumab"])))
    assert "Do not stop or change yours on your own" in told


@pytest.mark.parametrize("t_score", ["-0.5", "-1.2", "-1.9", "1"])
def test_no_treatment_is_never_said_without_what_still_counts(t_score: str) -> None:
    decision = decide(Case.from_facts({**MILD, "t_score": t_score}))
    assert decision["action"] == "no_treatment"
    told = " ".join(each.text for each in decision_messages(decision, "patient"))
    assert "does not mean that all is well" in told
    assert "Food, movement and safety from falls still count" in told


@pytest.mark.parametrize("audience", REGISTERS)
@pytest.mark.parametrize("facts", [HIP, MILD, {}], ids=["hip", "mild", "nothing known"])
def test_every_summary_has_the_rule_version_the_date_and_the_intended_use(
    facts: dict[str, object], audience: Audience
) -> None:
    case = Case.from_facts(facts)
    decision = decide(case) if facts else None
    given = (case.as_facts(), [], decision, TODAY, audience, Conversation(topics=["mronj"]))
    shown = summary_messages(*given)
    told = "\n".join(message.text for message in shown)
    page = document_message(*given).text
    use = store().intended_use("short").text[audience]
    for text in (told, page):
        assert "OIC-128-08-B/1" in text
        assert "1 March 2026" in text
        assert use in text
    assert len(shown) <= MOST_MESSAGES
    if audience == "patient":
        assert all(words(message.text) <= MOST_WORDS for message in shown)


def test_the_page_to_take_along_has_every_option_with_pros_and_cons_no_drug_among_them() -> None:
    case = Case.from_facts(HIP)
    decision = decide(case)
    page = document_message(case.as_facts(), [], decision, TODAY, "patient").text
    shown = [each["drug"] for each in decision["options"] if each["status"] != "excluded"]
    for option in [*shown, "no_drug"]:
        record = store().option(option)
        assert all(note.text["patient"] in page for note in (*record.pros, *record.cons)), option


def test_questions_for_the_doctor_come_from_this_conversation() -> None:
    decision = decide(Case.from_facts(HIP))
    plain = doctor_questions(decision, "patient")
    talk = Conversation(topics=["mronj"], wishes=["no_needles"], cautions=["kidney_disease", "migraine_aura"])
    own = doctor_questions(decision, "patient", talk)
    assert own != plain
    told = " ".join(own)
    assert "No needles" in told and "kidney trouble" in told and "migraine with aura" in told
    assert "How high is my own risk of the jaw problem" in told
    assert len(own) <= 7


def test_the_dentist_is_asked_where_a_drug_can_touch_the_jaw() -> None:
    assert dentist_questions(decide(Case.from_facts(HIP)), Conversation())
    assert not dentist_questions(decide(Case.from_facts(MILD)), Conversation())
