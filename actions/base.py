"""The base of all skills: listen, look for danger, answer, come back to the open question; never silence."""

from __future__ import annotations

import logging
import secrets
from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions import flow
from actions.turn import Turn
from answers.message import Message
from answers.talk import apology

logger = logging.getLogger(__name__)


class Skill(Action, ABC):
    """One skill. A subclass sets `action` and writes `answer`; see `flow` for what surrounds it."""

    action = ""
    listens = True
    """Facts in the message are taken before the skill answers."""
    ends_danger = False
    """It may be used while a red flag is open, and closes it."""
    works_in_danger = False
    """It may be used while a red flag is open; the flag stays open."""
    has_last_word = False
    """Nothing else in the message gives it another answer: none of it is of the person whose case it is."""
    answers_outside_scope = False
    """It answers people whom the table does not cover, too."""
    counts_misses = False
    """It is for messages that were not understood; any other skill begins the count anew."""
    resumes = True
    """After the answer the open question returns, or the decision that has become possible is given."""

    def name(self) -> str:
        """Return the name of the action in the domain."""
        return self.action

    @abstractmethod
    def answer(self, turn: Turn) -> None:
        """Say what the skill has to say."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, _: dict[str, Any]) -> list[EventType]:
        """Run the skill; an error becomes one honest sentence and a log line without anything the person said."""
        try:
            turn = Turn(tracker)
            flow.take_turn(self, turn)
            events = turn.events()
        except Exception as error:
            reference = secrets.token_hex(4)
            logger.error(
                "%s failed, reference %s: %s at %s", self.action, reference, type(error).__name__, _place(error)
            )
            _utter(dispatcher, apology(reference))
            return []
        for message in turn.replies:
            _utter(dispatcher, message)
        return events


def _utter(dispatcher: CollectingDispatcher, message: Message) -> None:
    buttons = [{"title": each.title, "payload": each.payload} for each in message.buttons]
    dispatcher.utter_message(text=message.text, buttons=buttons, json_message=message.custom)


def _place(error: BaseException) -> str:
    """Return file and line of the error, without its text, which may hold what the person said."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    return f"{frame.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{frame.tb_lineno}" if frame else "unknown place"
