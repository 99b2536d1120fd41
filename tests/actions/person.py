"""A person who talks to the skills themselves: real extractor, real course of the turn, the intent given by the test."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rasa_sdk import Tracker

from actions import flow
from actions.base import Skill
from actions.skills.exercise import AnswerStep
from actions.skills.fallback import Fallback
from actions.skills.inform import GoOn, Inform, JustAnswer, StartCheck
from actions.skills.notes import StartAgain, Undo
from actions.skills.quiz import Quiz
from actions.skills.reasons import WhatIf
from actions.skills.register import ToClinician, ToPatient
from actions.skills.smalltalk import Greet, SmallTalk
from actions.skills.topics import Topic
from actions.skills.values import Values
from actions.turn import Turn
from answers.message import Message
from nlu.clinical import read

SKILLS: dict[str, type[Skill]] = {
    "start_check": StartCheck,
    "just_answer": JustAnswer,
    "go_on": GoOn,
    "greet": Greet,
    "thanks": SmallTalk,
    "nlu_fallback": Fallback,
    "quiz": Quiz,
    "values": Values,
    "start_again": StartAgain,
    "undo": Undo,
    "to_clinician": ToClinician,
    "to_patient": ToPatient,
    "ask_calcium_vitamin_d": Topic,
    "ask_mronj": Topic,
    "answer_step": AnswerStep,
    "what_if": WhatIf,
}
"""By intent; all others go to the skill that takes facts and answers."""


class Person:
    """One conversation; `turn` is the last one, `replies` are what was said in it."""

    def __init__(self) -> None:
        self.slots: dict[str, Any] = {}
        self.turn: Turn
        self.replies: list[Message] = []

    def say(self, text: str, intent: str = "inform") -> Person:
        """Say something that is understood as that intent."""
        reading = read(text)
        entities = [_entity(asdict(each)) for each in reading.findings]
        message = {
            "text": text,
            "intent": {"name": intent},
            "intent_ranking": [],
            "entities": entities,
            "reading": {
                "register": reading.register,
                "corrects": reading.corrects,
                "hypothetical": reading.hypothetical,
                "asks": reading.asks,
                "about": reading.about,
                "fits": reading.fits,
                "label": reading.label,
            },
        }
        self.turn = Turn(Tracker("test", self.slots, message, [], False, None, {}, None))
        flow.take_turn(SKILLS.get(intent, Inform)(), self.turn)
        for event in self.turn.events():
            self.slots[event["name"]] = event["value"]
        self.replies = self.turn.replies
        return self

    @property
    def text(self) -> str:
        """All that was said in the last turn."""
        return "\n".join(each.text for each in self.replies)

    @property
    def customs(self) -> list[dict[str, Any]]:
        """The contract's objects of the last turn."""
        return [each.custom for each in self.replies if each.custom]

    def custom(self, kind: str) -> dict[str, Any] | None:
        """Return the object of that type in the last turn, or None."""
        return next((each for each in self.customs if each["type"] == kind), None)


def _entity(finding: dict[str, Any]) -> dict[str, Any]:
    return {**finding, "entity": finding["kind"], "extractor": "ClinicalExtractor"}
