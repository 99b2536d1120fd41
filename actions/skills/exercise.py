"""What serves an open exercise in place of the skill that the message sounded like. None of them is ever predicted."""

from __future__ import annotations

from typing import Any, Optional

from actions import exercise
from actions.base import Skill
from actions.turn import Turn
from answers.exercise import exercise_text


class AnswerStep(Skill):
    """The message answers the open question."""

    action = exercise.ANSWER

    def __init__(self, running: Optional[exercise.Exercise] = None, given: Any = None) -> None:
        self._running = running
        self.given = given
        self.listens = running is None or running.listens

    def answer(self, turn: Turn) -> None:
        """Give the answer to the exercise."""
        if self._running:
            self._running.take(turn, self.given)


class UnsureStep(Skill):
    """The person does not know the answer to the open question."""

    action = exercise.UNSURE
    listens = False

    def __init__(self, running: Optional[exercise.Exercise] = None) -> None:
        self._running = running

    def answer(self, turn: Turn) -> None:
        """Answer kindly; the next question follows."""
        if self._running:
            self._running.unsure(turn)


class ExplainStep(Skill):
    """The person asks why the open question is asked."""

    action = "action_explain_step"

    def __init__(self, running: Optional[exercise.Exercise] = None) -> None:
        self._running = running

    def answer(self, turn: Turn) -> None:
        """Say why; the question then returns."""
        if self._running:
            self._running.explain(turn)


class LeaveExercise(Skill):
    """The person wants to stop; the case, if one was open, stays open."""

    action = "action_leave_exercise"
    resumes = False

    def answer(self, turn: Turn) -> None:
        """Close the exercise."""
        exercise.end(turn)
        turn.say(exercise_text("stopped", turn.audience))


class ResumeExercise(Skill):
    """The person is safe, or wants to go on: the open question returns."""

    action = "action_resume_exercise"
    ends_danger = True

    def answer(self, turn: Turn) -> None:
        """Close the danger, if there was one."""
        key = "safe" if turn.dialogue.urgent else "go_on"
        turn.dialogue.urgent = None
        turn.say(exercise_text(key, turn.audience))
