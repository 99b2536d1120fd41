"""An answer is reported as unsafe: what was wrong, in the person's own words or without any."""

from __future__ import annotations

from typing import Any, Optional

from actions import exercise
from actions.base import Skill
from actions.turn import Turn
from answers.choosing import choice_of, label_of_choice
from answers.reports import CANCEL, NAME, SILENT, ask_message, keep_report, report_step, report_text


class ReportUnsafe(Skill):
    """Step one: ask what was wrong."""

    action = "action_report_unsafe"
    answers_outside_scope = True
    listens = False

    def answer(self, turn: Turn) -> None:
        """Note which answer it is about; the question follows."""
        exercise.start(turn, NAME, record=turn.dialogue.record)


class ReportCourse(exercise.Exercise):
    """Step two: keep the record id and what was written, nothing else."""

    name = NAME
    intent = "report_unsafe"
    listens = False

    def ask(self, turn: Turn) -> None:
        """Ask what was wrong."""
        turn.say(ask_message(turn.audience))

    def label(self, turn: Turn) -> Optional[str]:
        """See the base class."""
        return label_of_choice(report_step(), turn.text) or choice_of(report_step(), turn.text)

    def read(self, turn: Turn) -> Optional[str]:
        """Whatever is written is the report."""
        return turn.text.strip() or None

    def takes_questions(self, _: Turn) -> bool:
        """A report may be said as a question."""
        return True

    def take(self, turn: Turn, answer: Any) -> None:
        """Keep the report, unless the person thinks better of it."""
        record = (turn.dialogue.exercise or {}).get("record")
        exercise.end(turn)
        if answer == CANCEL:
            turn.say(report_text("cancelled", turn.audience))
        elif answer == SILENT:
            keep_report(record, None)
            turn.say(report_text("kept_silent", turn.audience))
        else:
            keep_report(record, answer)
            turn.say(report_text("kept", turn.audience))

    def unsure(self, turn: Turn) -> None:
        """Nothing need be written."""
        self.take(turn, SILENT)

    def explain(self, turn: Turn) -> None:
        """See the base class."""
        turn.say(report_text("why", turn.audience))
