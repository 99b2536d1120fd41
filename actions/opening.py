"""The first contact: say what this is, and find the register in which to speak."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from actions.turn import Turn
from answers.register import CLINICIAN, PATIENT
from answers.strings import theme
from answers.talk import introduction, talk

if TYPE_CHECKING:
    from actions.base import Skill

TO_CLINICIAN = "to_clinician"
"""The intent of somebody who says at once that she is a clinician."""
WHAT_IF, INFORM = "what_if", "inform"


def adopt_register(turn: Turn) -> None:
    """Speak as to a clinician once somebody writes like one, unless a register was chosen.

    Patient words that a clinician asked for, to forward them, are no choice for her next case.
    """
    if _asks_as_patient(turn.text):
        turn.audience, turn.dialogue.audience_chosen, turn.dialogue.forwarded = PATIENT, True, False
        return
    if not turn.dialogue.audience_chosen and _says_she_is_one(turn.text):
        turn.audience = CLINICIAN
    is_open = turn.dialogue.forwarded or not turn.dialogue.audience_chosen
    if is_open and _writes_like_one(turn):
        turn.is_switched = turn.audience != CLINICIAN and turn.dialogue.greeted and not turn.dialogue.forwarded
        turn.audience = CLINICIAN
        turn.dialogue.forwarded = False


def _writes_like_one(turn: Turn) -> bool:
    """A clinician who asked for patient words to forward goes on as herself: bare facts of hers are no patient's."""
    register = turn.reading.get("register")
    return register == CLINICIAN or (turn.dialogue.forwarded and not register and bool(turn.told.taken))


def tell_switch(turn: Turn) -> None:
    """Say in the first reply that the words are those for clinicians now, where nobody asked for that, and the way back."""
    if turn.is_switched and turn.replies and turn.audience == CLINICIAN:
        first, *rest = turn.replies
        said = talk("switched_unasked", CLINICIAN).text
        turn.replies = [replace(first, text=f"{said}\n{first.text}"), *rest]


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the switch, where a person says no more than that she is a clinician."""
    from actions.skills.inform import Inform, StartCheck
    from actions.skills.register import ToClinician, ToPatient  # it imports the course of the turn, which imports this

    if turn.intent == TO_CLINICIAN and re.search(theme("first_words")["my_doctor_words"], turn.text, re.IGNORECASE):
        turn.intent = "start_check"  # who speaks of her doctor is a patient with a case
        return StartCheck()
    if turn.intent == TO_CLINICIAN and _tells_her_case(turn):
        turn.intent = INFORM
        return Inform()
    if not turn.told.anything and turn.intent in SAYS_LITTLE and _asks_as_patient(turn.text):
        turn.intent = "to_patient"
        return ToPatient()
    if turn.intent in SAYS_NOTHING_ELSE and not turn.findings and _says_she_is_one(turn.text):
        turn.intent = TO_CLINICIAN
        return ToClinician()
    if turn.intent == WHAT_IF and _tells_a_first_case(turn):
        turn.intent = INFORM
        return Inform()
    return skill


MEANT = 0.5
"""How likely the wish for a clinician's words must be beside facts of a case that sound like a patient's."""


def _tells_her_case(turn: Turn) -> bool:
    """ "I'm a bloke of 70 with -2.6" says what he is, which is no clinician."""
    sounds = turn.shares.get(TO_CLINICIAN, 1.0)
    is_patient = turn.reading.get("register") == PATIENT and not turn.is_command
    return is_patient and sounds < MEANT and bool(turn.told.taken) and not _says_she_is_one(turn.text)


LEAST_FACTS = 2


def _tells_a_first_case(turn: Turn) -> bool:
    """Say whether a case is told where none is known: "64F, T -1.3, tibial plateau #. Does plateau count?" supposes nothing."""
    is_anothers = turn.dialogue.about is not None and turn.reading.get("about") == "writer"
    if (turn.has_facts and not is_anothers) or turn.reading.get("hypothetical"):
        return False
    return len(turn.told.taken) >= LEAST_FACTS


SAYS_LITTLE = ("inform", "nlu_fallback", "out_of_scope", "help", "to_patient", "complain", "go_on", "stop", "greet")
"""What a wish for other words sounds like."""
SAYS_NOTHING_ELSE = ("greet", "inform", "affirm", "deny", "nlu_fallback", "out_of_scope")
"""What "hello, I am a GP" sounds like."""


def _says_she_is_one(text: str) -> bool:
    said = theme("first_words")
    is_named = re.search(said["clinician_is_named_words"], text, re.IGNORECASE) is not None
    return is_named and re.search(said["own_bones_words"], text, re.IGNORECASE) is None


def _asks_as_patient(text: str) -> bool:
    """ "It's for me, not a patient": she chooses the patients' words, whatever her work."""
    return re.search(theme("first_words")["as_patient_words"], text, re.IGNORECASE) is not None


def introduce(turn: Turn) -> None:
    """Say once, before anything else, that this is an automatic assistant; a clinician reads it below the answer."""
    if turn.dialogue.greeted:
        return
    turn.dialogue.greeted = turn.is_first = True
    if turn.intent == TO_CLINICIAN:
        turn.say(talk("introduction", CLINICIAN))
    elif turn.audience != CLINICIAN:
        turn.say(introduction(alone=False))
