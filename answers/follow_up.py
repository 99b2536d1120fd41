"""The follow-up of a treatment: which questions a drug needs, what each answer means, and the advice that follows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from answers.exercise import Choice, Step
from answers.knowledge import sources_of, store
from answers.message import Message
from answers.register import PATIENT
from answers.strings import theme
from answers.topic import topic_messages
from knowledge.errors import KnowledgeError
from knowledge.schema.conversation import FollowUpQuestion

NAME = "follow_up"
Answers = Mapping[str, str]

TABLETS = ("alendronate", "risedronate", "ibandronate")
"""Bone tablets that can hurt the food pipe."""
GIVEN_AT_A_CLINIC = ("denosumab", "zoledronic_acid")
"""Too seldom for "doses missed in the last 4 weeks"."""
ALWAYS = ("new_fracture", "effects", "calcium_vitamin_d", "dentist", "scan", "falls", "worry")
MISSED = ("one", "several", "stopped")
JAW, THIGH = "jaw", "thigh"
YES, NO, UNKNOWN, STOPPED, OVERDUE, NONE = "yes", "no", "unknown", "stopped", "overdue", "none"
NOTHING = "nothing"
"""No worry."""


def plan(drug: Optional[str], answers: Answers) -> list[str]:
    """Return the ids of the questions for a drug in order, those that the answers so far call for included.

    :param drug: None while it is not known, and the first question asks for it
    """
    if drug is None:
        return ["drug"]
    steps = ["since", *_doses(drug, answers)]
    if answers.get("missed_doses") != STOPPED and answers.get("denosumab_dates") not in (OVERDUE, STOPPED):
        steps += ["how_taken", *(["stomach"] if drug in TABLETS else [])]
    steps += [step for step, section in (("mouth", JAW), ("thigh", THIGH)) if _has_section(drug, section)]
    return [*steps, *ALWAYS]


def _doses(drug: str, answers: Answers) -> list[str]:
    if drug == "denosumab":
        return ["denosumab_dates"]
    if drug in GIVEN_AT_A_CLINIC:
        return []
    return ["missed_doses", *(["reason"] if answers.get("missed_doses") in MISSED else [])]


def _has_section(drug: str, section: str) -> bool:
    try:
        return bool(store().section(drug, section).texts)
    except KnowledgeError:
        return False


def follow_up_step(step: str, drug: Optional[str], answers: Answers) -> Step:
    """Return a question with its choices, its reason and its number."""
    strings = theme("follow_up")
    known = _question(step)
    text = known.patient if known else strings[PATIENT][step]
    if step == "how_taken" and drug:
        text = strings[PATIENT]["how_taken"].format(check=_check(drug))
    steps = plan(drug, answers)
    return Step(
        exercise=NAME,
        id=step,
        text=text,
        choices=tuple(_choices(step, known)),
        number=steps.index(step) + 1 if drug else 0,
        of_at_most=_most(drug, answers) if drug else 0,
        numbered=step not in NUMBERS_ARE_ANSWERS,
        is_exact=False,
        why=known.why if known else strings[PATIENT][f"{step}_why"],
        extra={"drug": drug},
    )


NUMBERS_ARE_ANSWERS = ("missed_doses", "since", "denosumab_dates", "dentist", "scan")
"""Here “2” is a number of doses, months or years, so the choices carry no numbers."""


def _most(drug: Optional[str], answers: Answers) -> int:
    """Return the largest number of questions that is still possible."""
    if "missed_doses" in plan(drug, answers) and "missed_doses" not in answers:
        return len(plan(drug, {**answers, "missed_doses": "one"}))
    return len(plan(drug, answers))


def _question(step: str) -> Optional[FollowUpQuestion]:
    return next((each for each in store().follow_up().questions if each.id == step), None)


def _check(drug: str) -> str:
    return next(each.patient for each in store().follow_up().checks if each.drug == drug)


def _choices(step: str, known: Optional[FollowUpQuestion]) -> list[Choice]:
    strings = theme("follow_up")
    labels = strings["choices"].get(step) or {each.id: each.label for each in (known.choices if known else ())}
    other = strings["words"].get(step, {})
    return [Choice(each, label, tuple(map(str, other.get(each, ())))) for each, label in labels.items()]


def flag_of(step: str, answer: str) -> Optional[str]:
    """Return the red flag that an answer raises, or None."""
    known = _question(step)
    if step == "denosumab_dates":
        return {OVERDUE: "late_denosumab", STOPPED: "stop_denosumab"}.get(answer)
    return known.red_flag if known and answer == YES else None


def advice_messages(step: str, answer: str, drug: str) -> list[Message]:
    """Return the advice that an answer calls for, from the knowledge; none where all is well."""
    if step == "worry":
        topic = theme("follow_up")["worry_topics"].get(answer)
        return topic_messages(topic, [drug], "short", PATIENT)[:1] if topic else []
    found = _advice(step, answer, drug)
    return [] if found is None else [_advice_message(step, *found)]


def _advice(step: str, answer: str, drug: str) -> Optional[tuple[str, Sequence[str]]]:
    """Return text and source ids."""
    known = store().follow_up()
    if step == "denosumab_dates":
        return next(((each.patient, each.sources) for each in known.dates if each.id == answer), None)
    if answer == UNKNOWN and step in ("reason", "missed_doses"):
        return None
    if step == "reason" or answer == STOPPED:
        return next((each.patient, each.sources) for each in known.advice if each.id == answer)
    if step == "effects" and answer == YES:
        return next((each.patient, each.sources) for each in known.advice if each.id == "side_effect")
    if step == "how_taken" and answer != YES:
        rule = store().section(drug, "how_to_take", "one_line")
        return theme("follow_up")[PATIENT]["by_the_rules"].format(rule=rule.texts[0]), rule.sources
    if step == "dentist" and answer != "within_year":
        return next((each.text[PATIENT], each.sources) for each in store().general_measures() if each.id == "teeth")
    if step == "scan" and answer != "within_3":
        section = store().section(drug, "monitoring", "one_line")
        return section.texts[0], section.sources
    topic = {("calcium_vitamin_d", NO): "calcium_vitamin_d", ("falls", YES): "lifestyle_falls"}.get((step, answer))
    if topic:
        line = store().topic(topic, None, "one_line")
        return line.texts[0], line.sources
    return None


def _advice_message(step: str, text: str, sources: Sequence[str]) -> Message:
    custom: dict[str, Any] = {
        "type": "status",
        "what": "advice",
        "exercise": NAME,
        "step": step,
        "sources": sources_of(sources),
    }
    return Message(text, custom)


def intro_text(drug: Optional[str]) -> str:
    """Return what is said before the first question."""
    said = theme("follow_up")[PATIENT]
    return str(said["known_drug"].format(drug=name_of(drug)) if drug else said["intro"])


def name_of(drug: str) -> str:
    """Return what a drug is called."""
    return store().drug(drug).name


def label_of(step: str, answer: str) -> str:
    """Return an answer as it was offered, or as it was written where nothing was offered."""
    labels = {each.id: each.label for each in _choices(step, _question(step))}
    return labels.get(answer, answer)
