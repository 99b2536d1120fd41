"""What the answer said of one option: listed, open, excluded, or not named at all, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Optional

from answers import decision_clinician, decision_patient
from answers.facts import drug_name, value_of
from answers.knowledge import store
from answers.limits import packed
from answers.message import Button, Message
from answers.register import PATIENT, Audience
from answers.strings import theme

Decision = Mapping[str, Any]
BOOLS = ("bisphosphonate_problem", "climacteric_symptoms", "low_peripheral_risk")
"""Facts that are said back as the reason; the others stand in the reason itself."""


def why_not_messages(
    decision: Optional[Decision], named: Mapping[str, Sequence[str]], audience: Audience
) -> list[Message]:
    """Return what the decision says of the options that were named.

    :param decision: None when none was given yet
    :param named: the options of the table that each drug (or option) belongs to; none for a drug outside the table
    """
    words = theme("asked")[audience]
    outside = [store().drug(each).name for each, options in named.items() if not options]
    options = list(dict.fromkeys(option for each in named.values() for option in each))
    lines = [words["outside"].format(drugs=each) for each in outside]
    if options and decision is None:
        drugs = ", ".join(drug_name(each, audience) for each in options)
        buttons = tuple(map(Button.read, words["no_decision_buttons"]))
        return [Message(" ".join([*lines, words["no_decision"].format(drugs=drugs)]), None, buttons)]
    if options and decision is not None:
        lines += _of_decision(decision, options, audience)
    texts = packed(lines) if audience == PATIENT else ["\n".join(lines)]
    custom = _custom(decision, options) if decision is not None else None
    return [Message(text, None if at else custom) for at, text in enumerate(texts)]


def _of_decision(decision: Decision, options: Iterable[str], audience: Audience) -> list[str]:
    if decision["action"] != "treat":
        said = theme("options")[audience]
        return [said["open" if decision["action"] == "undetermined" else "none"]]
    words = theme("asked")[audience]
    lines = [line for each in options for line in _of_option(decision, each, audience)]
    sentence = decision["source"].get("options_sentence")
    return [*lines, words["table"].format(sentence=sentence)] if sentence else lines


def _of_option(decision: Decision, option: str, audience: Audience) -> list[str]:
    """Return a line on the option, and one on what she told that decides it."""
    words, names = theme("asked")[audience], theme("decision")[audience]
    found = next((each for each in decision["options"] if each["drug"] == option), None)
    if found is None:
        return [words["unnamed"].format(drugs=drug_name(option, audience))]
    if found["status"] == "listed":
        return [words["listed"].format(drugs=drug_name(option, audience))]
    register = decision_patient if audience == PATIENT else decision_clinician
    told = [value_of(fact, decision["facts"][fact], audience) for fact in _told(decision, found)]
    said = [words["told"].format(facts=", ".join(told))] if told else []
    return [names[found["status"]].format(drugs=register.option_text(decision, found)), *said]


def _told(decision: Decision, option: Mapping[str, Any]) -> list[str]:
    return [fact for fact in option["failed"] if fact in BOOLS and decision["facts"][fact] is not None]


def _custom(decision: Decision, options: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "explanation",
        "row": decision["row"],
        "source": decision["source"],
        "distances": [],
        "notes": decision["notes"],
        "options": [each for each in decision["options"] if each["drug"] in options],
    }
