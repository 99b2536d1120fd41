"""The take-away: what was told, what the table says and why, what to ask, sources, version and date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Optional

from answers.beside import jaw_text
from answers.facts import action_name, drug_name, name_of, told
from answers.knowledge import unless_unreadable
from answers.message import Message
from answers.register import Audience
from answers.strings import theme

Decision = Mapping[str, Any]


def summary_messages(
    facts: Mapping[str, Any], unsure: Sequence[str], decision: Optional[Decision], today: date, audience: Audience
) -> list[Message]:
    """Return the summary: the case and the answer first, then the questions to take along."""
    words = theme("summary")[audience]
    questions = doctor_questions(decision, audience)
    custom = {"type": "summary", "facts": dict(facts), "decision": decision, "questions_for_doctor": questions}
    lines = [words["title"].format(date=f"{today:%d %B %Y}").replace(" 0", " "), _told(facts, words, audience)]
    if unsure:
        lines.append(words["unknown"].format(facts=", ".join(name_of(fact, audience) for fact in unsure)))
    lines += _answer(decision, words, audience)
    return [Message("\n".join(lines), custom), questions_message(questions, decision, audience)]


def _told(facts: Mapping[str, Any], words: Mapping[str, Any], audience: Audience) -> str:
    known = told(facts, audience)
    return str(words["told"].format(facts=", ".join(known)) if known else words["nothing"])


def _answer(decision: Optional[Decision], words: Mapping[str, Any], audience: Audience) -> list[str]:
    if decision is None:
        return [words["no_answer"]]
    lines = [words["answer"].format(action=action_name(decision["action"], audience))]
    for status, key in (("listed", "options"), ("conditional", "depends")):
        drugs = [drug_name(each["drug"], audience) for each in decision["options"] if each["status"] == status]
        if drugs:
            lines.append(words[key].format(drugs=", ".join(drugs)))
    if decision["source"]["sentence"]:
        lines.append(words["sentence"].format(sentence=decision["source"]["sentence"]))
    use = unless_unreadable(lambda store: store.intended_use("short").text[audience], "")
    lines.append(words["source"].format(id=decision["source"]["id"], version=decision["rule_version"], use=use))
    return lines


def doctor_questions(decision: Optional[Decision], audience: Audience) -> list[str]:
    """Return questions for the doctor, made from this decision: its options, its missing facts, its action."""
    topics = ["drug_choice_comparison", "side_effects_serious", "duration"] if decision and decision["options"] else []
    if decision and decision["facts"]["t_score"] is None:
        topics.append("monitoring")
    found: list[tuple[str, ...]] = unless_unreadable(
        lambda store: [store.topic(topic, audience=audience).questions_for_doctor[:1] for topic in topics], []
    )
    general: list[str] = theme("summary")[audience]["general_questions"]
    return [question for each in found for question in each] + general


def questions_message(questions: Sequence[str], decision: Optional[Decision], audience: Audience) -> Message:
    """Return the list of questions, for the dentist too when an option concerns the jaw."""
    words = theme("summary")[audience]
    lines = [words["questions"], *(f"• {question}" for question in questions)]
    if decision and jaw_text(decision, audience):
        dentist: tuple[str, ...] = unless_unreadable(lambda store: store.topic("dental_care").questions_for_dentist, ())
        lines += [words["dentist"], *(f"• {question}" for question in dentist)]
    return Message("\n".join(lines))
