"""A decision for a patient: at most three short messages, the heart of it first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from answers.beside import caution_texts, jaw_text
from answers.care import care_text
from answers.facts import action_name, drug_name, limit, listed, name_of, told, value_of
from answers.limits import MOST_MESSAGES, MOST_WORDS, packed
from answers.limits import words as count_words
from answers.message import Button, Message
from answers.occasion import Occasion
from answers.possible import possible_by_missing
from answers.register import PATIENT, Audience
from answers.strings import theme

SEVERE = ("severe_vertebral", "severe_nonvertebral")
Decision = Mapping[str, Any]


def messages(decision: Decision, occasion: Occasion) -> list[Message]:
    """Return the heart of the decision, the options when there are any, and where to go on."""
    words = theme("decision")[PATIENT]
    buttons = tuple(map(Button.read, words["buttons"][decision["action"]]))
    shown = _fitted(_heart(decision, occasion), _options(decision), _around(decision, occasion))
    last = len(shown) - 1
    return [Message(text, buttons=buttons if number == last else ()) for number, text in enumerate(shown)]


def _fitted(heart: list[str], options: list[str], around: list[str]) -> list[str]:
    """Return the parts as at most three messages; what stands last is left out where there is no room for it.

    Each theme has messages of its own as long as that makes no more than three.
    """
    first, *rest = packed(heart, " ")
    if options:
        apart = [first, *rest, *packed(options), *packed(around, " ")]
    else:
        apart = [first, *packed([*rest, *around], " ")]
    while len(apart) > MOST_MESSAGES:
        apart = packed([*packed(heart, " "), *options, *around])
        around = around[:-1]
    return apart


def _heart(decision: Decision, occasion: Occasion) -> list[str]:
    words = theme("decision")[PATIENT]
    parts = [occasion.corrected, _opening(decision, occasion), _verdict(decision)]
    if decision["action"] == "undetermined":
        parts += _still_possible(decision)
    else:
        near = near_text(occasion, PATIENT) if decision["action"] == "treat" else ""
        parts += [near, "" if occasion.hypothetical else words["not_a_prescription"]]
    said = _said([*parts, words["not_stored"] if occasion.hypothetical else ""])
    return [*said, words["long_term"]] if _has_room_for_follow_up(said, decision, occasion) else said


def _has_room_for_follow_up(said: list[str], decision: Decision, occasion: Occasion) -> bool:
    """The condition and its follow-up are announced where the answer calls for care and its message has the room."""
    if occasion.hypothetical or decision["action"] not in ("treat", "refer"):
        return False
    return count_words(" ".join([*said, theme("decision")[PATIENT]["long_term"]])) <= MOST_WORDS


def _opening(decision: Decision, occasion: Occasion) -> str:
    words = theme("decision")[PATIENT]
    if occasion.hypothetical:
        return str(words["supposed"].format(facts=", ".join(told(occasion.supposed, PATIENT))))
    changed = ""
    if occasion.changed_from:
        changed = words["changed"].format(before=action_name(occasion.changed_from, PATIENT)) + " "
    facts = ", ".join(told({name: decision["facts"][name] for name in DECISIVE}, PATIENT))
    return changed + (words["because"].format(facts=facts) if facts else "")


DECISIVE = ("fracture", "fracture_sites", "vertebral_fractures", "t_score")
"""The facts that choose the row; the others are named beside the option that they concern."""


def _verdict(decision: Decision) -> str:
    words = theme("decision")[PATIENT]
    if decision["action"] == "treat":
        return str(words["treat"][decision["strength"] or "several"])
    if decision["action"] == "undetermined":
        missing = [name_of(fact, PATIENT) for fact in _action_facts(decision)]
        return str(words["undetermined"].format(missing="your " + listed(missing) if missing else "more facts"))
    return str(words[decision["action"]])


def _action_facts(decision: Decision) -> list[str]:
    """Return the missing facts on which the action itself hangs."""
    facts = decision["facts"]
    return [fact for fact in ("fracture", "t_score") if facts[fact] is None and fact in decision["missing"]]


def _still_possible(decision: Decision) -> list[str]:
    words = theme("decision")[PATIENT]
    if decision["facts"]["fracture"] in SEVERE:
        possible = possible_by_missing(decision["rows"], PATIENT)
        return [words["severe_without_scan"], words["possible"].format(possible=possible)]
    parts = [words["possible"].format(possible=possible_by_missing(decision["rows"], PATIENT))]
    return parts + ([words["scan_first"]] if decision["facts"]["t_score"] is None else [])


def _options(decision: Decision) -> list[str]:
    words = theme("decision")[PATIENT]
    lines = []
    for status in STATUSES:
        options = [each for each in decision["options"] if each["status"] == status]
        by_fracture = [each for each in options if "fracture" in each["open"] and status == "conditional"]
        rest = [each for each in options if each not in by_fracture]
        if rest:
            separator = ", " if status == "listed" else "; "
            lines.append(words[status].format(drugs=separator.join(option_text(decision, each) for each in rest)))
        if by_fracture:
            names = ", ".join(drug_name(each["drug"], PATIENT) for each in by_fracture)
            lines.append(words["by_fracture"].format(drugs=names))
    return lines


STATUSES = ("listed", "conditional", "excluded")


def option_text(decision: Decision, option: Mapping[str, Any]) -> str:
    """Return the name of an option, with its open conditions or the reason why it is excluded."""
    words = theme("decision")[PATIENT]
    name = drug_name(option["drug"], PATIENT)
    if option["status"] == "listed":
        return name
    facts = decision["facts"]
    failed = [
        words["failed"][fact].format(count=facts["vertebral_fractures"], age=age_of(facts)) for fact in option["failed"]
    ]
    reasons = [words["conditions"][fact] for fact in option["open"]] + failed
    return f"{name}, {' and '.join(reasons)}" if option["status"] == "conditional" else f"{name}: {listed(failed)}"


def age_of(facts: Mapping[str, Any]) -> str:
    """Return the age in words, a decade as its first and last year."""
    known = "age" if facts["age"] is not None else "age_range"
    return "" if facts[known] is None else value_of(known, facts[known], PATIENT)


MOST_CAUTIONS = 3
"""More would leave no room; the others stand beside the options."""


def _around(decision: Decision, occasion: Occasion) -> list[str]:
    """What belongs beside the answer: what was assumed, a drug already taken, cautions, the jaw, where to go on."""
    words = theme("decision")[PATIENT]
    if occasion.hypothetical:
        return []
    remarks = [
        near_text(occasion, PATIENT) if decision["action"] != "treat" else "",
        theme("after_alarm")[PATIENT]["gullet"] if occasion.hurt_gullet else "",
        words["already"] if occasion.drugs else "",
        words["not_counted"] if "R2" in decision["notes"] else "",
        words["assumed"] if occasion.scope_is_assumed else "",
        *(care_text(each, PATIENT) for each in occasion.suspected),
        *caution_texts(decision, occasion.cautions, PATIENT)[:MOST_CAUTIONS],
    ]
    said = _said(remarks)
    if not said:  # else the jaw is left to its own question: remarks that concern this person need the room
        said = _said([jaw_text(decision, PATIENT)])
    return [*said, words["more"]]


def near_text(occasion: Occasion, audience: Audience) -> str:
    """Return the sentence about a limit of the table within 0.1 of the T-score; nothing when there is none."""
    if not occasion.near:
        return ""
    words = theme("decision")[audience]
    key = "on_line" if audience == PATIENT and not occasion.near["distance"] else "near"
    return str(
        words[key].format(
            distance=f"{occasion.near['distance']:g}",
            threshold=limit(occasion.near["threshold"]),
            beyond=action_name(occasion.near["action_beyond"], audience),
        )
    )


def _said(parts: list[str]) -> list[str]:
    return [part for part in parts if part]
