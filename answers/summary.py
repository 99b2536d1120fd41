"""The take-away: what was told, what the table says and why, the options, what to ask, sources, version and date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Optional

from answers.conversation import Conversation
from answers.doctor_questions import doctor_questions, questions_messages
from answers.facts import action_name, drug_name, name_of, told
from answers.knowledge import unless_unreadable
from answers.limits import MOST_MESSAGES, MOST_WORDS, packed, words
from answers.message import Button, Message
from answers.register import PATIENT, Audience
from answers.strings import theme
from answers.summary_parts import Summary, document_text, summary_parts

__all__ = ["Summary", "doctor_questions", "document_message", "questions_messages", "summary_messages", "summary_parts"]

Decision = Mapping[str, Any]


def summary_messages(
    facts: Mapping[str, Any],
    unsure: Sequence[str],
    decision: Optional[Decision],
    today: date,
    audience: Audience,
    conversation: Optional[Conversation] = None,
) -> list[Message]:
    """Return the summary in at most three messages: case and answer first, then what to ask, source and intended use.

    The whole of it is in the `parts` and the `document` of the contract's `summary`, and comes as text on request.
    """
    said = theme("summary")[audience]
    whole = summary_parts(facts, unsure, decision, today, audience, conversation)
    custom = _custom(whole, decision, audience)
    head = packed(_head(whole, facts, unsure, decision, audience))[: MOST_MESSAGES - 1]
    tail = _tail(whole, audience)
    buttons = [Button.read(said["whole"]), Button.read(said["doctor_button"])]
    if audience == PATIENT and not whole.matters and whole.options:
        buttons.append(Button.read(said["values_button"]))
    texts = [*head, tail] if audience == PATIENT else ["\n".join([*head, tail])]
    return [
        Message(text, custom if not at else None, tuple(buttons) if at + 1 == len(texts) else ())
        for at, text in enumerate(texts)
    ]


def document_message(
    facts: Mapping[str, Any],
    unsure: Sequence[str],
    decision: Optional[Decision],
    today: date,
    audience: Audience,
    conversation: Optional[Conversation] = None,
) -> Message:
    """Return the whole summary as one text to copy or print: a document that was asked for, not a chat message."""
    whole = summary_parts(facts, unsure, decision, today, audience, conversation)
    # Rasa's channels cut a text at empty lines into several messages; this one is to stay whole.
    return Message(document_text(whole, audience).replace("\n\n", "\n \n"), _custom(whole, decision, audience))


def _custom(whole: Summary, decision: Optional[Decision], audience: Audience) -> dict[str, Any]:
    return {
        "type": "summary",
        "facts": dict(whole.facts),
        "decision": decision,
        "questions_for_doctor": list(whole.doctor),
        "questions_for_dentist": list(whole.dentist),
        "parts": whole.as_dict(),
        "document": document_text(whole, audience),
    }


def _head(
    whole: Summary, facts: Mapping[str, Any], unsure: Sequence[str], decision: Optional[Decision], audience: Audience
) -> list[str]:
    said = theme("summary")[audience]
    known = told(facts, audience)
    lines = [said["title"].format(date=whole.date)]
    lines.append(said["told"].format(facts=", ".join(known)) if known else said["nothing"])
    if unsure:
        lines.append(said["unknown"].format(facts=", ".join(name_of(fact, audience) for fact in unsure)))
    lines += [said["taking"].format(drugs=", ".join(whole.taking))] if whole.taking else []
    lines += [said["health"].format(cautions=", ".join(whole.health))] if whole.health else []
    lines += _answer(decision, audience)
    return lines + ([said["matters"].format(wishes=", ".join(whole.matters))] if whole.matters else [])


def _answer(decision: Optional[Decision], audience: Audience) -> list[str]:
    said = theme("summary")[audience]
    if decision is None:
        return [said["no_answer"]]
    lines = [said["answer"].format(action=action_name(decision["action"], audience))]
    for status, key in (("listed", "options"), ("conditional", "depends")):
        drugs = [drug_name(each["drug"], audience) for each in decision["options"] if each["status"] == status]
        if drugs:
            lines.append(said[key].format(drugs=", ".join(drugs)))
    if decision["options"]:
        lines.append(said["no_drug"])
    return lines


def _tail(whole: Summary, audience: Audience) -> str:
    """Return as many questions as fit beside the source and the statement of intended use."""
    said = theme("summary")[audience]
    use: str = unless_unreadable(lambda store: store.intended_use("short").text[audience], "")
    source = said["source"].format(id=whole.item, version=whole.version, use=use)
    lines = [said["questions"]]
    for question in whole.doctor:
        if audience == PATIENT and words("\n".join([*lines, question, source])) > MOST_WORDS:
            break
        lines.append(f"• {question}")
    return "\n".join([*lines, source])
