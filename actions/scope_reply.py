"""The answer to the question whether the table fits, in whatever words, and with whatever else beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.intents import AFFIRM, DENY, DONT_KNOW, INFORM, STAYS
from actions.plain_answer import SCOPES_TO_CHOOSE, TRIES, WHICH
from actions.turn import Turn
from answers.clarification import Clarification
from answers.clarify import PERIODS
from answers.wording import has_words, small_letters

if TYPE_CHECKING:
    from actions.base import Skill

SCOPE = "scope"
SOUNDS = (
    DENY,
    AFFIRM,
    INFORM,
    "out_of_scope",
    "nlu_fallback",
    "ask_climacteric_symptoms",
    "ask_drug_choice_comparison",
    "complain",
    "repeat",
)
"""What a word or two on the part that does not fit sound like."""
WHAT_DOES_NOT_FIT = ("still_bleeds_words", "about_periods_words", "not_all_words")
YES, UNSURE, EXCEPT = "yes", "unsure", "except"


def is_answer(turn: Turn) -> bool:
    """Say whether that question is open and the message answers it, be it with all but something or with a doubt."""
    return is_asked(turn) and bool(turn.reading.get("fits"))


def is_asked(turn: Turn) -> bool:
    """Say whether that question is open; not where an illness or a drug that was named is asked back."""
    return turn.requested == SCOPE and not turn.dialogue.pending and turn.dialogue.exercise is None


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one that takes answers, where the message is one and asks nothing.

    What is asked beside the answer is answered by the skill that it sounded like.
    """
    from actions.skills.inform import Inform  # it imports the course of the turn, which imports this

    if not turn.dialogue.urgent and turn.intent in SOUNDS and _says_what_does_not_fit(turn):
        turn.intent = INFORM
        return Inform()
    if not is_answer(turn) or turn.intent in STAYS or turn.dialogue.urgent:
        return skill
    says = turn.reading["fits"]
    if says != YES and turn.intent == DONT_KNOW:
        return skill
    if turn.reading.get("asks") and turn.intent not in (AFFIRM, DENY, INFORM):
        return skill
    turn.intent = AFFIRM if says == YES else INFORM
    return Inform()


def take(turn: Turn) -> None:
    """Note the answer; with an exception it is asked which, with a doubt the question comes back once."""
    is_told = SCOPE in turn.heard.taken or any(each.fact == SCOPE for each in turn.heard.clarify)
    if not is_told and _tells_what_does_not_fit(turn):
        return
    if is_told or not is_answer(turn) or turn.intent in (DONT_KNOW, *STAYS):
        return
    says = turn.reading["fits"]
    if says == YES:
        turn.add_fact(SCOPE, "in_scope")
    elif says == EXCEPT:
        turn.heard.clarify.append(Clarification(SCOPE, turn.text, WHICH, SCOPES_TO_CHOOSE))
    elif turn.dialogue.clarified + 1 < TRIES:
        turn.dialogue.clarified += 1
    else:
        turn.set_unsure(SCOPE)


def _says_what_does_not_fit(turn: Turn) -> bool:
    is_open = is_asked(turn) and not turn.reading.get("asks")
    return is_open and any(has_words("talk", each, small_letters(turn.text)) for each in WHAT_DOES_NOT_FIT)


def _tells_what_does_not_fit(turn: Turn) -> bool:
    """Note, or ask, what of that question is not so, where words tell it that mean nothing elsewhere ("still bleeding")."""
    if not _says_what_does_not_fit(turn):
        return False
    text = small_letters(turn.text)
    if has_words("talk", "still_bleeds_words", text):
        turn.add_fact(SCOPE, "premenopausal")
    elif has_words("talk", "about_periods_words", text):
        turn.heard.clarify.append(Clarification(SCOPE, turn.text, PERIODS, ("in_scope",)))
    else:
        turn.heard.clarify.append(Clarification(SCOPE, turn.text, WHICH, SCOPES_TO_CHOOSE))
    return True


def is_in_doubt(turn: Turn) -> bool:
    """Say whether the message answers that question with a doubt that is no plain "I don't know"."""
    return is_asked(turn) and turn.intent != DONT_KNOW and turn.reading.get("fits") == UNSURE
