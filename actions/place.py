"""A drug and no more: "what about denosumab?" asks for its place, or, right after an answer on a drug, for the same again.

The words are in `answers/strings/follow_on.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Optional

from actions import shown
from actions.finding import of_kind
from actions.marked import drugs_named, marked
from actions.turn import Turn
from answers.knowledge import store
from answers.strings import theme
from answers.subject import CLASSES, NO_DRUG, subjects_named
from guideline import decide

if TYPE_CHECKING:
    from actions.base import Skill

CHOICE, HORMONES = "drug_choice_comparison", "hormone_therapy"
KEPT = frozenset({"mronj", "dental_care", "atypical_femoral_fracture"})
"""Topics beside those of a drug that "and denosumab?" asks again of that drug."""


def find(turn: Turn) -> Optional[Skill]:
    """Return the skill for such a message, or None."""
    return (_same_of_another_drug(turn) or _place_of_drug(turn)) if _asks_of_a_drug(turn) else None


def is_short(turn: Turn) -> bool:
    """Say whether the message is no longer than such questions are."""
    return len(turn.text.split()) <= theme("follow_on")["longest"]


def _asks_of_a_drug(turn: Turn) -> bool:
    """Say whether the message names a drug, or what one looks like, and says no more than "and what about it?"."""
    if not is_short(turn) or (turn.requested and not turn.reading.get("asks")):
        return False
    tail = theme("follow_on")["tail_words"]
    return any(re.search(each + tail, marked(turn)) for each in theme("follow_on")["place_words"])


def _same_of_another_drug(turn: Turn) -> Optional[Skill]:
    """ "And denosumab?" right after an answer on a drug asks the same of that drug."""
    from actions.skills.follow_on import FollowOn  # they import the course of the turn, which imports this
    from actions.skills.topics import OF_A_DRUG

    last = turn.dialogue.topic or {}
    topic = str(last.get("topic"))
    is_of_drug = turn.follows_long_answer and last.get("kind") == shown.TOPIC and topic in OF_A_DRUG | KEPT
    named = drugs_named(turn)
    before = shown.drugs_of(last) if is_of_drug else []
    if not (before and named and named != before):
        return None
    turn.intent = f"ask_{topic}"
    return FollowOn(topic, named)


def _place_of_drug(turn: Turn) -> Optional[Skill]:
    """ "What about denosumab?" asks what the answer says of it; without an answer, what the table says in general."""
    from actions.skills.asked import PlaceOfDrug
    from actions.skills.follow_on import FollowOn
    from actions.skills.reasons import WhatIf

    named = [each for each in subjects_named(turn.text, drugs_named(turn)) if each[1] != NO_DRUG]
    if not named:
        return None
    if turn.dialogue.decision is not None:
        turn.intent = "why"
        return WhatIf() if _is_supposed_in_row(turn, named) else PlaceOfDrug(named)
    if turn.intent == f"ask_{HORMONES}":
        return None  # that answer is the place of hormone therapy
    turn.intent = f"ask_{CHOICE}"
    return FollowOn(CHOICE, [_as_named(each) for _, each in named])


def _is_supposed_in_row(turn: Turn, named: Sequence[tuple[str, str]]) -> bool:
    """ "Would MHT count at 50?" supposes an age, where the row of the answer names that drug."""
    options = {option for kind, each in named for option in ((each,) if kind == "option" else store().subjects(each))}
    in_row = {each["drug"] for each in decide(turn.case)["options"]}
    return bool(of_kind(turn.findings, "age", "t_score")) and bool(options & in_row)


def _as_named(identifier: str) -> str:
    """Return the class for the option that stands for it where no form is named."""
    return next((drug for drug, option in CLASSES.items() if option == identifier), identifier)
