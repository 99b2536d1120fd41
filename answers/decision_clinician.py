"""A decision for a clinician: one message, a headline of at most 140 characters, then options, row and readings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from answers.beside import caution_texts, disagreement_texts, flag_lines, jaw_text, reading_texts
from answers.care import care_text
from answers.decision_patient import SEVERE, STATUSES, age_of, near_text
from answers.facts import action_name, drug_name, name_of, told
from answers.message import Button, Message
from answers.occasion import Occasion
from answers.possible import possible_by_missing
from answers.quick_query import unclear_text
from answers.register import CLINICIAN
from answers.strings import theme

HEADLINE = 140
IN_HEADLINE = ("fracture", "t_score")
Decision = Mapping[str, Any]


def messages(decision: Decision, occasion: Occasion) -> list[Message]:
    """Return the one message."""
    words = theme("decision")[CLINICIAN]
    lines = [
        headline(decision, occasion),
        *([] if occasion.hypothetical else flag_lines(occasion.flags)),
        *_options(decision),
        _possible(decision),
        near_text(occasion, CLINICIAN),
        _row(decision),
        _understood(decision),
        unclear_text(occasion.unclear),
        _missing(decision),
        *_remarks(decision, occasion),
    ]
    buttons = tuple(map(Button.read, words["buttons"][decision["action"]]))
    return [Message("\n".join(line for line in lines if line), buttons=buttons)]


def headline(decision: Decision, occasion: Occasion) -> str:
    """Return the first line: the action, how strongly, and the case, in at most 140 characters."""
    words = theme("decision")[CLINICIAN]
    facts = occasion.supposed if occasion.hypothetical else {name: decision["facts"][name] for name in IN_HEADLINE}
    case = ", ".join(told(facts, CLINICIAN)) or words["nothing"]
    key = "treat_several" if decision["action"] == "treat" and not decision["strength"] else decision["action"]
    possible = " / ".join(action_name(action, CLINICIAN) for action in decision["possible_actions"])
    line = words["head"][key].format(strength=decision["strength"], possible=possible, case=case)
    if occasion.hypothetical:
        line = line.replace(case, f"if {case}")
    return str(line) if len(line) <= HEADLINE else line[: HEADLINE - 1].rstrip(" ,") + "…"


def _options(decision: Decision) -> list[str]:
    words = theme("decision")[CLINICIAN]
    lines = []
    for status in STATUSES:
        said = [option_text(decision, each) for each in decision["options"] if each["status"] == status]
        if said:
            lines.append(words[status].format(drugs="; ".join(said)))
    return lines


def option_text(decision: Decision, option: Mapping[str, Any]) -> str:
    """Return the name of an option, with its open conditions or the reason why it is excluded."""
    words = theme("decision")[CLINICIAN]
    facts = decision["facts"]
    reasons = [words["second_line"]] if option["line"] == 2 else []
    if option["status"] == "conditional":
        reasons += [words["conditions"][fact] for fact in option["open"]]
    if option["status"] != "listed":
        age = age_of(facts)
        reasons += [
            words["failed"][fact].format(count=facts["vertebral_fractures"], age=age) for fact in option["failed"]
        ]
    name = drug_name(option["drug"], CLINICIAN)
    return f"{name} ({', '.join(reasons)})" if reasons else name


def _possible(decision: Decision) -> str:
    if decision["action"] != "undetermined":
        return ""
    words = theme("decision")[CLINICIAN]
    parts = [words["possible"].format(possible=possible_by_missing(decision["rows"], CLINICIAN))]
    if decision["facts"]["t_score"] is None:
        parts.append(words["severe_without_scan" if decision["facts"]["fracture"] in SEVERE else "scan_first"])
    return " ".join(parts)


def _row(decision: Decision) -> str:
    words = theme("decision")[CLINICIAN]
    if decision["row"]:
        return str(words["row"].format(row=decision["row"], version=decision["rule_version"]))
    rows = ", ".join(row["row"] for row in decision["rows"])
    return str(words["rows"].format(rows=rows, version=decision["rule_version"]))


def _understood(decision: Decision) -> str:
    words = theme("decision")[CLINICIAN]
    return str(words["understood"].format(facts=", ".join(told(decision["facts"], CLINICIAN)) or words["nothing"]))


def _missing(decision: Decision) -> str:
    if not decision["missing"]:
        return ""
    names = ", ".join(name_of(fact, CLINICIAN) for fact in decision["missing"])
    return str(theme("decision")[CLINICIAN]["missing"].format(missing=names))


def _remarks(decision: Decision, occasion: Occasion) -> list[str]:
    words = theme("decision")[CLINICIAN]
    changed = (
        words["changed"].format(before=action_name(occasion.changed_from, CLINICIAN)) if occasion.changed_from else ""
    )
    if occasion.hypothetical:
        return []
    return [
        changed,
        *_beside(decision, occasion),
        words["not_counted"] if "R2" in decision["notes"] else "",
        theme("after_alarm")[CLINICIAN]["gullet"] if occasion.hurt_gullet else "",
        words["already"] if occasion.drugs else "",
        words["assumed"] if occasion.scope_is_assumed else "",
        words["always"] if decision["action"] == "treat" else "",
        words["no_treatment"] if decision["action"] == "no_treatment" else "",
        words["disclaimer"],
    ]


def _beside(decision: Decision, occasion: Occasion) -> list[str]:
    """Cautions from what was mentioned, readings, disagreements with other guidance, the jaw."""
    words = theme("decision")[CLINICIAN]
    shown = [note for note in decision["notes"] if note in TELLING]
    suspected = [care_text(each, CLINICIAN) for each in occasion.suspected]
    parts = [
        ("cautions", [*suspected, *caution_texts(decision, occasion.cautions, CLINICIAN)]),
        ("readings", reading_texts(shown, CLINICIAN)),
        ("elsewhere", disagreement_texts(decision, CLINICIAN)),
    ]
    lines = [words[key].format(**{NAMES[key]: " ".join(texts)}) for key, texts in parts if texts]
    return [*lines, jaw_text(decision, CLINICIAN)]


NAMES = {"cautions": "cautions", "readings": "readings", "elsewhere": "disagreements"}
TELLING = ("R2", "R5", "R6", "R7", "R8", "R9", "R12", "R15")
"""Readings that matter for just this case; those that hold for every case are under /why."""
