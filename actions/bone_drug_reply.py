"""The answer to the question on a bisphosphonate, with whatever stands beside it: "67 and no, never had any of those"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.finding import of_kind
from actions.intents import DENY, STAYS
from actions.never_had import says_never_had, says_never_took
from actions.turn import Turn
from answers.wording import has_words, small_letters

if TYPE_CHECKING:
    from actions.base import Skill

FACT = "bisphosphonate_problem"


def denies(turn: Turn) -> bool:
    """Say whether the message denies the trouble, while that is asked or nothing is, and it is not known."""
    if turn.facts[FACT] is not None or turn.dialogue.exercise or turn.dialogue.pending:
        return False
    if of_kind(turn.findings, FACT):
        return False
    if turn.requested == FACT:
        return says_never_had(turn.text) or says_never_took(turn.text) or _had_no_trouble(turn)
    return turn.requested is None and turn.dialogue.decision is not None and says_never_took(turn.text)


def _had_no_trouble(turn: Turn) -> bool:
    """ "I was on it for five years, fine" and "I stopped because of the price" tell of no trouble with it."""
    text = small_letters(turn.text)
    return has_words("talk", "no_trouble_words", text) and not has_words("talk", "some_trouble_words", text)


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one that takes answers, where the message is one and asks nothing."""
    from actions.skills.inform import Inform  # it imports the course of the turn, which imports this

    if turn.dialogue.urgent or turn.intent in STAYS or turn.reading.get("asks") or not denies(turn):
        return skill
    turn.intent = DENY
    return Inform()


def take(turn: Turn) -> None:
    """Note the answer beside what else was heard."""
    if denies(turn):
        turn.add_fact(FACT, False)
