"""More questions whose wording is clear: what was said is not understood, a drug and no more, a person is wanted, what next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Optional

from actions import shown
from actions.marked import drugs_named, marked, plain
from actions.turn import Turn
from answers.register import PATIENT
from answers.wording import has_words

if TYPE_CHECKING:
    from actions.base import Skill

_has = partial(has_words, "asked_more")


def find(turn: Turn) -> Optional[Skill]:
    """Return the skill for such a question, or None."""
    for each in (_a_prescription, _not_understood, _about_a_drug, _a_person, _outside, _society):
        found = each(turn)
        if found:
            return found
    return None


UNCLEAR = (
    "inform",
    "nlu_fallback",
    "out_of_scope",
    "greet",
    "tell_more",
    "dont_know",
    "quiz",
    "deny",
    "affirm",
    "complain",
)
"""What a message sounds like when it is not clear what it asks."""


def _not_understood(turn: Turn) -> Optional[Skill]:
    """The same words once more help nobody who did not understand them."""
    from actions.skills.asked_more import Simpler  # they import the course of the turn, which imports this

    last = turn.dialogue.topic
    if (
        turn.audience != PATIENT
        or not last
        or not turn.follows_long_answer
        or last.get("kind") != shown.TOPIC
        or drugs_named(turn)
    ):
        return None
    sounds = turn.intent in (*UNCLEAR, "repeat", "why", "why_question", "help", f"ask_{last['topic']}")
    if not sounds or not _has("confused_words", plain(turn)):
        return None
    turn.intent, turn.said = "repeat", ""  # "no, I don't get it" denies nothing
    return Simpler()


def _a_prescription(turn: Turn) -> Optional[Skill]:
    """ "Prescribe me something": nothing is prescribed here, and what can be done instead is begun."""
    from actions.skills.inform import NoPrescription

    if not _has("prescription_words", plain(turn)):
        return None
    turn.intent = "start_check"
    return NoPrescription()


def _about_a_drug(turn: Turn) -> Optional[Skill]:
    """ "I want to know about Prolia" names a drug and no question."""
    from actions.skills.inform import AboutDrug

    if turn.intent not in UNCLEAR or len(drugs_named(turn)) != 1 or turn.requested:
        return None
    if not _has("about_drug_words", marked(turn)):
        return None
    turn.intent = "inform"
    return AboutDrug()


def _a_person(turn: Turn) -> Optional[Skill]:
    """ "I want a human" is heard beside facts as well."""
    from actions.skills.smalltalk import SmallTalk

    if turn.intent != "inform" or not _has("person_words", plain(turn)):
        return None
    turn.intent = "ask_human"
    return SmallTalk()


def _outside(turn: Turn) -> Optional[Skill]:
    """ "Can I still get treatment?" of somebody whom the table does not cover: where to ask is said again."""
    from actions.skills.inform import StartCheck

    if not turn.dialogue.outside or drugs_named(turn) or not _has("treated_words", plain(turn)):
        return None
    turn.intent = "start_check"
    return StartCheck()


def _society(turn: Turn) -> Optional[Skill]:
    """ "NICE?" asks whose guidance this is."""
    from actions.skills.topics import Sources

    if not _has("society_words", plain(turn)):
        return None
    turn.intent = "ask_sources"
    return Sources()


def is_never_any(turn: Turn) -> bool:
    """Say whether the message says "never took any" where nothing is asked: of the drugs that the answer was about."""
    is_open = turn.requested or not turn.dialogue.decision or turn.facts["bisphosphonate_problem"] is not None
    return not (is_open or turn.findings or turn.heard.anything) and _has("never_words", plain(turn))
