"""Short conversations with questions of their own (values, quiz, follow-up, report) within the course of every turn.

While one is open, a short answer goes to it. Questions and commands work as ever, and the open step then returns once.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Optional

from actions import progress
from actions.intents import AFFIRM, DENY, DONT_KNOW, INFORM
from actions.turn import Turn
from answers.choosing import says_unsure
from answers.exercise import not_read_message

if TYPE_CHECKING:
    from actions.base import Skill

GO_ON, STOP = "go_on", "stop"
ANSWER = "action_answer_step"
"""The action that hands a message to the open exercise."""
UNSURE = "action_unsure_step"
"""The action that answers "I don't know" where that is no choice."""
REASONS = ("why", "why_question")
SWITCHES = ("to_patient", "to_clinician")
INSTEAD = ("start_check", "just_answer")
"""What puts an open exercise aside for the case itself."""
UNCLEAR = (AFFIRM, DENY, INFORM, "nlu_fallback")
"""What a message sounds like that may be a short answer in words of its own."""
COMMANDS = frozenset(
    {GO_ON, STOP, *SWITCHES, *INSTEAD, "start_again", "delete_data", "undo", "summary", "show_facts", "help"}
    | {"repeat", "tell_more", "report_unsafe", "follow_up", "values", "quiz", "greet", "ask_privacy", "unknown_command"}
)


class Exercise(ABC):
    """One such conversation; its state is `turn.dialogue.exercise`, so an object holds nothing itself."""

    name = ""
    intent = ""
    """The intent that opens it: heard while it is open, it is no command."""
    listens = True
    """Facts of the case in an answer are taken."""

    @abstractmethod
    def ask(self, turn: Turn) -> None:
        """Say the open question."""

    @abstractmethod
    def label(self, turn: Turn) -> Optional[Any]:
        """Return the answer when the message is, word for word, one that was offered."""

    @abstractmethod
    def read(self, turn: Turn) -> Optional[Any]:
        """Return the answer that the message is, or None when it is none."""

    @abstractmethod
    def take(self, turn: Turn, answer: Any) -> None:
        """Note the answer, say what it calls for, and go to the next question or to the end."""

    def keep(self, _: Turn, __: Any) -> bool:
        """Keep an answer that raised an alarm in its own right, so that it is not asked for again; say whether it did."""
        return False

    @abstractmethod
    def unsure(self, turn: Turn) -> None:
        """Answer "I don't know" kindly and go on, where it is none of the choices."""

    @abstractmethod
    def explain(self, turn: Turn) -> None:
        """Say why the open question is asked."""

    def takes_questions(self, _: Turn) -> bool:
        """Say whether a question can be the answer to the open step."""
        return False


def open_exercise(turn: Turn) -> Optional[Exercise]:
    """Return the exercise that is open, or None."""
    return _exercises().get(turn.dialogue.exercise["name"]) if turn.dialogue.exercise else None


@lru_cache(maxsize=1)
def _exercises() -> dict[str, Exercise]:
    from actions.skills import follow_up, quiz, report, values  # they import the course of the turn, which imports this

    every: list[Exercise] = [
        follow_up.FollowUpCourse(),
        quiz.QuizCourse(),
        report.ReportCourse(),
        values.ValuesCourse(),
    ]
    return {each.name: each for each in every}


def start(turn: Turn, name: str, **state: Any) -> None:
    """Open an exercise; the question about the case waits until it ends."""
    turn.dialogue.exercise = {"name": name, **state}
    turn.requested = None


def end(turn: Turn) -> None:
    """Close the exercise; what was open before comes back by itself."""
    turn.dialogue.exercise = None


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or one that serves the open exercise."""
    from actions.skills.exercise import AnswerStep, ExplainStep, LeaveExercise, ResumeExercise, UnsureStep

    running = open_exercise(turn)
    if running is None:
        return skill
    answer = _answer_to(running, turn)
    if answer is not None:
        return AnswerStep(running, answer)
    if turn.intent == GO_ON:
        return ResumeExercise()
    if turn.dialogue.urgent:
        return skill
    if turn.intent == STOP:
        return LeaveExercise()
    if turn.intent in REASONS:
        return ExplainStep(running)
    if turn.intent == DONT_KNOW or (turn.intent in UNCLEAR and says_unsure(turn.text)):
        return UnsureStep(running)
    if turn.intent in INSTEAD:
        end(turn)
    return skill


def _answer_to(running: Exercise, turn: Turn) -> Optional[Any]:
    if turn.dialogue.urgent or turn.is_command:
        return None
    exact = running.label(turn)
    if exact is not None:
        return exact
    if _is_command(running, turn) or (turn.reading.get("asks") and not running.takes_questions(turn)):
        return None
    return running.read(turn)


def _is_command(running: Exercise, turn: Turn) -> bool:
    """ "I stopped" tells of a drug; "stop" is for us."""
    if turn.intent == STOP and "stopped" in turn.text.lower():
        return False
    return turn.intent in COMMANDS and turn.intent != running.intent


def keep_alarming(skill: Skill, turn: Turn) -> None:
    """Let the open exercise keep the answer that was just answered with an alarm."""
    running = open_exercise(turn)
    given = getattr(skill, "given", None)
    if running and given is not None:
        running.keep(turn, given)


def keeps(skill: Skill, turn: Turn) -> bool:
    """Say whether the message is left to the open exercise: it answers it, or says nothing of the case by its own words.

    An answer such as "my jaw" is no half-said fracture that would have to be asked back.
    """
    if turn.dialogue.exercise is None:
        return False
    if skill.name() == ANSWER:
        turn.heard.clarify.clear()
        turn.dialogue.active = bool(
            turn.dialogue.asked or turn.dialogue.decision
        )  # an answer here begins no check of the case
        return True
    return not turn.heard.anything


def comes_back(skill: Skill, turn: Turn) -> bool:
    """Ask the open question of the exercise, if one is open; say whether it did.

    A message that was no answer to it, and that nothing else answered, is told how to answer.
    """
    running = open_exercise(turn)
    if running is None:
        return False
    if turn.intent in SWITCHES and turn.dialogue.decision:
        progress.give_decision(turn)
    is_silent = turn.was_in_exercise and not turn.replies and skill.name() not in (ANSWER, UNSURE)
    running.ask(turn)
    if is_silent and turn.replies[0].custom:
        turn.replies.insert(0, not_read_message(turn.replies[0].custom, turn.audience))
    return True
