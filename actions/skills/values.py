"""What matters most to the person: a short optional exercise that names what fits and takes nothing off the list."""

from __future__ import annotations

from typing import Any, Optional

from actions import exercise
from actions.base import Skill
from actions.skills.take_away import decision_of
from actions.turn import Turn
from answers.choosing import choices_of, label_of_choice
from answers.exercise import Step, step_message
from answers.knowledge import store
from answers.message import Message
from answers.values import (
    DONE,
    MOST_WISHES,
    NAME,
    NO_DRUG,
    end_message,
    fit_message,
    note_text,
    reason_texts,
    values_step,
)


class Values(Skill):
    """Begin the exercise."""

    action = "action_values"

    def answer(self, turn: Turn) -> None:
        """Say what it is; the question follows."""
        exercise.start(turn, NAME, wishes=[])
        turn.say(Message(note_text(turn.audience)))


class ValuesCourse(exercise.Exercise):
    """One wish after the other, at most three."""

    name = NAME
    intent = "values"
    listens = False

    def ask(self, turn: Turn) -> None:
        """Ask what matters, or what else."""
        turn.say(step_message(_step(turn), turn.audience))

    def label(self, turn: Turn) -> Optional[list[str]]:
        """See the base class."""
        one = label_of_choice(_step(turn), turn.text)
        return [one] if one else None

    def read(self, turn: Turn) -> Optional[list[str]]:
        """See the base class."""
        return choices_of(_step(turn), turn.text) or None

    def take(self, turn: Turn, answer: Any) -> None:
        """Say how each option sits with what was named; after the third wish, or at the word, say what fits all."""
        before = _wishes(turn)
        options, from_list = options_looked_at(turn)
        named = [each for each in answer if each != DONE][: MOST_WISHES - len(before)]
        wishes = [*before, *named]
        if DONE in answer or len(wishes) >= MOST_WISHES:
            turn.say(*(fit_message(each, options, turn.audience) for each in named[-2:]))
            _finish(turn, wishes, options, from_list)
            return
        turn.say(*(fit_message(each, options, turn.audience) for each in named))
        turn.dialogue.exercise = {"name": NAME, "wishes": wishes}

    def unsure(self, turn: Turn) -> None:
        """Nothing more needs to be named."""
        self.take(turn, [DONE])

    def explain(self, turn: Turn) -> None:
        """Say why each option fits the last wish or not."""
        wishes = _wishes(turn)
        if not wishes:
            turn.say(Message(note_text(turn.audience)))
            return
        from answers.limits import packed

        options, _ = options_looked_at(turn)
        turn.say(*(Message(text) for text in packed(reason_texts(wishes[-1], options, turn.audience))[:2]))


def _finish(turn: Turn, wishes: list[str], options: list[str], from_list: bool) -> None:
    exercise.end(turn)
    if wishes:
        turn.dialogue.outcome[NAME] = wishes
    turn.say(end_message(wishes, options, from_list, turn.audience))


def options_looked_at(turn: Turn) -> tuple[list[str], bool]:
    """Return the options that the table leaves to this person and no drug, or all of them; and whether it is her list."""
    decision = decision_of(turn)
    own = [each["drug"] for each in (decision or {"options": []})["options"] if each["status"] != "excluded"]
    return ([*own, NO_DRUG], True) if own else (list(store().options()), False)


def _wishes(turn: Turn) -> list[str]:
    return list((turn.dialogue.exercise or {}).get("wishes", []))


def _step(turn: Turn) -> Step:
    return values_step(_wishes(turn), turn.audience)
