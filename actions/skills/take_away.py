"""What to take along: options, questions for the doctor, the summary."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Optional

from actions import care, shown
from actions.base import Skill
from actions.finding import of_kind
from actions.progress import current_drugs, present_cautions
from actions.turn import Turn
from answers.conversation import Conversation
from answers.doctor_questions import dentist_questions, doctor_questions, questions_messages
from answers.knowledge import store
from answers.options import options_messages
from answers.register import CLINICIAN
from answers.strings import theme
from answers.subject import subjects_named
from answers.summary import document_message, summary_messages
from guideline import decide, near_limit


def decision_of(turn: Turn) -> Optional[dict[str, Any]]:
    """Return the decision on the case as it is now, or None when none was given yet."""
    return decide(turn.case) if turn.dialogue.decision else None


def conversation_of(turn: Turn) -> Conversation:
    """Return what was talked about beside the facts of the case."""
    return Conversation(
        topics=turn.dialogue.topics,
        wishes=turn.dialogue.outcome.get("values", ()),
        follow_up=turn.dialogue.outcome.get("follow_up"),
        cautions=present_cautions(turn),
        drugs=current_drugs(turn),
        near=near_limit(turn.case) if turn.dialogue.decision else None,
    )


class Options(Skill):
    """The options one by one, one of them in full, or two or three side by side."""

    action = "action_options"

    def answer(self, turn: Turn) -> None:
        """Show the option that was named, those that were named together, else all that the table names for this case."""
        drugs = [str(each.value) for each in of_kind(turn.findings, "drug")]
        named = subjects_named(turn.text, drugs)
        if len(named) > 1:
            shown.compare(turn, named)
        elif named:
            _one(turn, *named[0])
        else:
            _overview(turn)


def _overview(turn: Turn) -> None:
    """Show the options of the answer; before there is one, while a question waits for its room, only what tells them apart."""
    decision = decision_of(turn)
    if decision is None and turn.requested and turn.audience != CLINICIAN:
        shown.show(turn, shown.TOPIC, "drug_choice_comparison", [])
    else:
        turn.say(*options_messages(decision, turn.audience, care.known(turn)))


def _one(turn: Turn, kind: str, identifier: str) -> None:
    """Show an option in full; a drug by its name stands for the option it belongs to, one outside the table for itself."""
    options = (identifier,) if kind == "option" else store().drug(identifier).options
    if not options:
        shown.show(turn, shown.TOPIC, "drug_choice_comparison", [identifier])
        return
    shown.show(turn, shown.OPTION, "drug_choice_comparison", [options[0]])


class Summary(Skill):
    """The take-away."""

    action = "action_summary"

    def answer(self, turn: Turn) -> None:
        """Sum up facts, answer and questions; on request the whole of it as one text."""
        facts, talk = turn.case.as_facts(), conversation_of(turn)
        given = (facts, turn.dialogue.unsure, decision_of(turn), date.today(), turn.audience, talk)
        if re.search(theme("summary")["whole"], turn.text, re.IGNORECASE):
            turn.say(document_message(*given))
        else:
            turn.say(*summary_messages(*given))


class DoctorQuestions(Skill):
    """Questions to take to the doctor and the dentist."""

    action = "action_doctor_questions"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """List them, made from this conversation."""
        decision, talk = decision_of(turn), conversation_of(turn)
        doctor = doctor_questions(decision, turn.audience, talk)
        wants_dentist = re.search(theme("summary")["dentist_words"], turn.text, re.IGNORECASE) is not None
        dentist = dentist_questions(decision, talk, wants_dentist)
        turn.say(*questions_messages([] if wants_dentist else doctor, dentist, turn.audience))
