"""Three questions that check understanding, with kind feedback."""

from __future__ import annotations

from typing import Any, Optional

from actions import exercise
from actions.base import Skill
from actions.turn import Turn
from answers.choosing import choice_of, label_of_choice
from answers.exercise import exercise_text, step_message
from answers.message import Message
from answers.quiz import (
    NAME,
    UNKNOWN,
    end_message,
    feedback_message,
    intro_text,
    is_right,
    quiz_ids,
    quiz_step,
    unsure_message,
)


class Quiz(Skill):
    """Begin the quiz."""

    action = "action_quiz"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say what is coming; the first question follows."""
        exercise.start(turn, NAME, answers={})
        turn.say(Message(intro_text(turn.audience)))


class QuizCourse(exercise.Exercise):
    """The questions one by one."""

    name = NAME
    intent = "quiz"
    listens = False

    def ask(self, turn: Turn) -> None:
        """Ask the first question that has no answer yet."""
        turn.say(step_message(quiz_step(_open(turn)), turn.audience))

    def label(self, turn: Turn) -> Optional[str]:
        """See the base class."""
        return label_of_choice(quiz_step(_open(turn)), turn.text)

    def read(self, turn: Turn) -> Optional[str]:
        """See the base class."""
        return choice_of(quiz_step(_open(turn)), turn.text)

    def take(self, turn: Turn, answer: Any) -> None:
        """Give feedback; after the last question, the end."""
        question = _open(turn)
        turn.say(unsure_message(question, turn.audience) if answer == UNKNOWN else feedback_message(question, answer))
        answers = _answers(turn)
        answers[question] = answer
        if len(answers) == len(quiz_ids()):
            exercise.end(turn)
            right = sum(is_right(each, choice) for each, choice in answers.items())
            turn.say(end_message(right, turn.audience))

    def unsure(self, turn: Turn) -> None:
        """Tell the answer, and go on."""
        self.take(turn, UNKNOWN)

    def explain(self, turn: Turn) -> None:
        """See the base class."""
        turn.say(exercise_text("no_reason", turn.audience))


def _answers(turn: Turn) -> dict[str, str]:
    state = turn.dialogue.exercise or {}
    return state.setdefault("answers", {})


def _open(turn: Turn) -> str:
    return next(each for each in quiz_ids() if each not in _answers(turn))
