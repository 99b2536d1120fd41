"""The course of every turn, whatever the skill: danger first, then facts, then the answer, then what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions import (
    after_alarm,
    afterwards,
    asked,
    bone_drug_reply,
    care,
    comfort,
    context,
    danger,
    exercise,
    follow_on,
    forces,
    labelled,
    last_told,
    misheard,
    named,
    new_case,
    of_the_drug,
    opening,
    progress,
    quick_query,
    scope,
    scope_reply,
    several,
    short_answer,
    supposing,
    take_back,
    vertebrae,
    whose,
)
from actions.turn import Turn
from answers.fallback import fallback_message
from answers.talk import talk

if TYPE_CHECKING:
    from actions.base import Skill

UNKNOWN_COMMAND = "unknown_command"
"""A message that tries to be a command is no statement about a case."""

HEARS_FIRST = (
    opening,
    several,
    labelled,
    comfort,
    misheard,
    take_back,
    danger,
    care,
    exercise,
    scope_reply,
    bone_drug_reply,
    short_answer,
    supposing,
    follow_on,
    asked,
    of_the_drug,
    after_alarm,
)
"""Who may answer instead of the skill that the classifier chose, in this order."""


def take_turn(skill: Skill, turn: Turn) -> None:
    """Let the skill answer within the course that all turns share."""
    _run(skill, turn)
    quick_query.join(turn)
    care.tell(turn)
    new_case.tell(turn)
    whose.tell(turn)
    comfort.tell(turn)
    opening.tell_switch(turn)
    danger.tell(turn)
    last_told.remember(turn)
    afterwards.finish(turn)


def _run(skill: Skill, turn: Turn) -> None:
    opening.adopt_register(turn)
    named.note(turn)
    for each in HEARS_FIRST:
        skill = each.instead_of(skill, turn)
        if skill.has_last_word:
            break
    if skill.listens and turn.intent != UNKNOWN_COMMAND:
        new_case.begin(turn)
        whose.begin(turn)
        turn.listen()
        vertebrae.settle(turn)
        if not exercise.keeps(skill, turn) and not turn.dialogue.urgent:
            context.resolve(turn)  # while a red flag is open no question is: "I'm fine" answers none
        forces.settle(turn)
        skill = whose.instead_of(skill, turn)
    if danger.interrupts(skill, turn):
        exercise.keep_alarming(skill, turn)
        return
    danger.say_perhaps(turn)
    opening.introduce(turn)
    if scope.stops(skill, turn):
        return
    if not skill.counts_misses:
        turn.dialogue.misses = 0
    before = list(turn.replies)
    progress.acknowledge(turn)
    skill.answer(turn)
    if skill.resumes and not turn.is_over and not turn.dialogue.urgent and not exercise.comes_back(skill, turn):
        progress.move_on(turn)
    if turn.replies != before:
        return
    if turn.heard.anything:
        turn.say(talk("noted_already" if turn.changes_nothing else "noted_only", turn.audience))
    else:
        turn.say(fallback_message(0, False, turn.ranking, turn.audience))
