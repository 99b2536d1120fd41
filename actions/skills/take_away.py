"""What to take along: options, questions for the doctor, the summary."""

from __future__ import annotations

from datetime import date
from typing import Any, Optional

from actions.base import Skill
from actions.finding import of_kind
from actions.turn import Turn
from answers.options import option_messages, options_messages
from answers.summary import doctor_questions, questions_message, summary_messages
from guideline import decide
from guideline.table import DRUGS


def decision_of(turn: Turn) -> Optional[dict[str, Any]]:
    """Return the decision on the case as it is now, or None when none was given yet."""
    return decide(turn.case) if turn.dialogue.decision else None


class Options(Skill):
    """The options one by one, or one of them in full."""

    action = "action_options"

    def answer(self, turn: Turn) -> None:
        """Show the option that was named, else all that the table names for this case."""
        named = [str(each.value) for each in of_kind(turn.findings, "drug") if each.value in DRUGS]
        if named:
            turn.say(*option_messages(named[0], turn.audience))
        else:
            turn.say(*options_messages(decision_of(turn) or {"options": []}, turn.audience))


class Summary(Skill):
    """The take-away."""

    action = "action_summary"

    def answer(self, turn: Turn) -> None:
        """Sum up facts, answer and questions."""
        unsure = turn.dialogue.unsure
        turn.say(*summary_messages(turn.case.as_facts(), unsure, decision_of(turn), date.today(), turn.audience))


class DoctorQuestions(Skill):
    """Questions to take to the doctor and the dentist."""

    action = "action_doctor_questions"

    def answer(self, turn: Turn) -> None:
        """List them, made from this conversation."""
        decision = decision_of(turn)
        turn.say(questions_message(doctor_questions(decision, turn.audience), decision, turn.audience))
