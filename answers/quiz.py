"""The quiz: three questions that check understanding, each with kind feedback."""

from __future__ import annotations

from typing import Any, Optional

from answers.exercise import Choice, Step
from answers.knowledge import sources_of, store
from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme
from knowledge.schema import Quiz

NAME = "quiz"
UNKNOWN = "unknown"
"""The answer of a person who says that she does not know."""


def quiz_ids() -> list[str]:
    """Return the ids of the questions, in order."""
    return [each.id for each in store().quiz()]


def quiz_step(identifier: str) -> Step:
    """Return a question with its choices."""
    questions = store().quiz()
    question = _question(identifier)
    other = theme("quiz")["words"].get(identifier, {})
    return Step(
        exercise=NAME,
        id=identifier,
        text=question.question,
        choices=tuple(Choice(each.id, each.text, tuple(map(str, other.get(each.id, ())))) for each in question.choices),
        number=[each.id for each in questions].index(identifier) + 1,
        of_at_most=len(questions),
        extra={"sources": sources_of(question.sources), "numbers": list(question.numbers)},
    )


def is_right(identifier: str, choice: str) -> bool:
    """Say whether a choice is the right one."""
    return any(each.correct for each in _question(identifier).choices if each.id == choice)


def feedback_message(identifier: str, choice: str) -> Message:
    """Return the feedback on a choice, with the sources of the question."""
    question = _question(identifier)
    said = next(each.feedback for each in question.choices if each.id == choice)
    return Message(said, _feedback(question, choice))


def unsure_message(identifier: str, audience: Audience) -> Message:
    """Return the right answer, said kindly to somebody who does not know it."""
    question = _question(identifier)
    right = next(each for each in question.choices if each.correct)
    _, _, rest = right.feedback.partition(RIGHT)
    said = theme("quiz")[audience]["unsure"].format(answer=right.text, feedback=_capital(rest.lstrip(" .:")))
    return Message(said, _feedback(question, UNKNOWN))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


RIGHT = "That is right"
"""The words with which the feedback on a right answer begins."""


def _feedback(question: Quiz, choice: str) -> dict[str, Any]:
    return {
        "type": "status",
        "what": "feedback",
        "exercise": NAME,
        "step": question.id,
        "choice": choice,
        "correct": is_right(question.id, choice),
        "sources": sources_of(question.sources),
        "numbers": list(question.numbers),
    }


def intro_text(audience: Audience) -> str:
    """Return what is said before the first question."""
    return str(theme("quiz")[audience]["intro"])


def end_message(right: int, audience: Audience, asked: Optional[int] = None) -> Message:
    """Return the kind end.

    :param right: how many were right; :param asked: how many were answered, all when None
    """
    said = theme("quiz")[audience]
    count = len(store().quiz()) if asked is None else asked
    text = said["end_all" if right == count else "end"].format(right=right, all=count)
    return Message(text, None, tuple(map(Button.read, said["buttons"])))


def _question(identifier: str) -> Quiz:
    return next(each for each in store().quiz() if each.id == identifier)
