"""The end of a follow-up: what to do next, in steps, and the page for the doctor; for clinicians the checklist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Optional

from answers.facts import listed
from answers.follow_up import NO, STOPPED, UNKNOWN, YES, flag_of, label_of, name_of, plan
from answers.knowledge import sources_of, store
from answers.limits import packed
from answers.message import Button, Message
from answers.register import CLINICIAN, PATIENT, Audience
from answers.strings import theme
from knowledge.schema.conversation import FollowUpQuestion

MOST_STEPS = 4
Answers = Mapping[str, str]


def to_do(answers: Answers) -> list[str]:
    """Return the ids of what is to be done next, the most urgent first; empty when all is well."""
    found = {
        "urgent": any(flag_of(step, answer) for step, answer in answers.items()),
        "date": answers.get("denosumab_dates") in ("due", UNKNOWN),
        "stopped": answers.get("missed_doses") == STOPPED,
        "missed": answers.get("missed_doses") in ("one", "several"),
        "rules": answers.get("how_taken") in (NO, UNKNOWN),
        "effects": answers.get("effects") == YES,
        "fall": answers.get("falls") == YES,
        "worry": answers.get("worry", "nothing") != "nothing",
        "dentist": answers.get("dentist") in ("longer", UNKNOWN),
        "scan": answers.get("scan") in ("longer", "never", UNKNOWN),
        "nutrients": answers.get("calcium_vitamin_d") in (NO, UNKNOWN),
    }
    return [each for each, needed in found.items() if needed]


def end_messages(
    drug: str,
    answers: Answers,
    facts: Mapping[str, Any],
    decision: Optional[Mapping[str, Any]],
    today: date,
) -> list[Message]:
    """Return plain advice in steps, and the summary for the doctor as the contract's `summary`."""
    said = theme("follow_up")[PATIENT]
    buttons = (*map(Button.read, said["buttons"]), _worry_button(answers))
    lines = report_lines(drug, answers, PATIENT)
    custom = {
        "type": "summary",
        "facts": dict(facts),
        "decision": decision,
        "questions_for_doctor": [said["to_do"][each] for each in to_do(answers)],
        "follow_up": {"drug": drug, "answers": dict(answers), "lines": lines},
    }
    title = said["doctor"].format(date=f"{today.day} {today:%B %Y}")
    pages = packed([title, *lines])
    first = Message(pages[0], custom, () if len(pages) > 1 else buttons)
    rest = [Message(text, None, buttons if text == pages[-1] else ()) for text in pages[1:]]
    return [_next_message(answers), first, *rest]


def _worry_button(answers: Answers) -> Button:
    """Return the way to an answer to the worry that was chosen; else to the side effects."""
    topic = theme("follow_up")["worry_topics"].get(answers.get("worry"), "side_effects_common")
    return Button.read(theme("intents")[f"ask_{topic}"])


def _next_message(answers: Answers) -> Message:
    said = theme("follow_up")[PATIENT]
    steps = to_do(answers)[:MOST_STEPS]
    if not steps:
        well = next(each for each in store().follow_up().advice if each.id == "all_well")
        return Message(well.patient, {"type": "status", "what": "advice", "sources": sources_of(well.sources)})
    lines = [f"{number}. {said['to_do'][each]}" for number, each in enumerate(steps, 1)]
    return Message("\n".join([said["next"], *lines]))


def report_lines(drug: str, answers: Answers, audience: Audience) -> list[str]:
    """Return what was found, a line each, as it goes on the page for the doctor; signs that were denied share one line."""
    said = theme("follow_up")[PATIENT]
    labels = said["labels"]
    denied = [step for step in said["signs"] if answers.get(step) == NO]
    name = name_of(drug) if audience == CLINICIAN else name_of(drug).capitalize()
    lines = [f"{labels['drug']}: {name}"]
    lines += [
        f"{labels[step]}: {_said(step, answer)}"
        for step, answer in answers.items()
        if step in labels and step not in denied
    ]
    names = [_small(labels[step]) for step in denied]
    return lines + ([said["none_of"].format(signs=listed(names, "or"))] if denied else [])


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _said(step: str, answer: str) -> str:
    if answer == UNKNOWN:
        return str(theme("follow_up")[PATIENT]["not_known"])
    label = label_of(step, answer)
    return label if label == answer or label.startswith("I ") else _small(label)


def _reasons(asked: Sequence[FollowUpQuestion]) -> list[str]:
    choices = next(each.choices for each in asked if each.id == "reason")
    return [each.label if each.label.startswith("I ") else _small(each.label) for each in choices]


def checklist_message(drug: Optional[str], drugs: Sequence[str]) -> Message:
    """Return the follow-up as one message for a clinician: questions, how the drug is taken, alarm signs, check-ups."""
    said = theme("follow_up")["checklist"]
    known = store().follow_up()
    steps = plan(drug, {"missed_doses": "one"}) if drug else [each.id for each in known.questions]
    asked = [each for each in known.questions if each.id in steps]
    lines = [said["intro"].format(drug=drug.replace("_", " ") if drug else said["any_drug"])]
    lines += [f"• {each.clinician}" for each in asked if each.id not in ("drug", "how_taken", "reason")]
    lines += [said["reasons"].format(reasons=", ".join(_reasons(asked)))] if "reason" in steps else []
    sources = [source for each in asked for source in each.sources]
    if drug:
        check = next(each for each in known.checks if each.drug == drug)
        monitoring = store().section(drug, "monitoring", "one_line", CLINICIAN)
        duration = store().section(drug, "duration", "one_line", CLINICIAN)
        lines.append(said["rules"].format(check=check.clinician))
        lines.append(said["monitoring"].format(text=monitoring.texts[0]))
        lines.append(said["duration"].format(text=duration.texts[0]))
        sources += [*check.sources, *monitoring.sources, *duration.sources]
    flags = [store().red_flag(each.red_flag).title[CLINICIAN] for each in asked if each.red_flag]
    lines.append(said["alarm"].format(titles="; ".join(flags)))
    custom = {"type": "topic", "topic": "monitoring", "drugs": list(drugs), "sources": sources_of(sources)}
    return Message("\n".join(lines), custom)
