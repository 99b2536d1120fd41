"""Whose case it is: the person's own, or that of a relative she asks for. The facts of two people are never mixed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Optional

from actions.new_case import BROKEN, put_aside
from actions.turn import Turn
from answers.limits import MOST_WORDS, words
from answers.message import Message
from answers.register import PATIENT
from answers.talk import talk

if TYPE_CHECKING:
    from actions.base import Skill

WRITER = "writer"


RELATIVE = re.compile(
    r"\bmy ((?:grand)?mother(?: in law)?|mum|mom|mam|granny?|nan|nana|aunt|auntie|sister|wife|partner|husband|father|dad)\b"
)
ASKS_FOR = re.compile(
    r"\b(?:asking|here|enquiring|question is|this is|it is|it'?s|all) (?:for|about|on behalf of) (?:my|our)\b"
)
THIRD_PERSON = re.compile(r"\b(?:she|her|hers|he|him|his)\b")
FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|me|mine|my)\b(?! (?:think|guess|believe|suppose)\b)")


def begin(turn: Turn) -> None:
    """Put the known case aside when the message tells of another person, and take up what that person's case was."""
    if turn.audience != PATIENT or turn.dialogue.exercise:
        return
    whose = _whose(turn)
    is_history = _is_family_history(turn)
    named = RELATIVE.search(turn.text.lower())
    if named and (is_history or whose != WRITER):
        turn.dialogue.relative = named.group(1)
    if is_history:
        _leave_out(turn)
        return
    if not whose:
        return
    now, before = (None if whose == WRITER else whose), turn.dialogue.about
    if now != before:
        _turn_to(turn, now, before)
        turn.dialogue.about = now


UNCLEAR = ("inform", "nlu_fallback", "deny", "why_question")
"""What the story of somebody else sounds like, where nothing else is asked."""
CASE_KINDS = 2
"""Kinds of facts, an age among them, that open the case of another beside the person's own."""
BACK_TO_ME = re.compile(r"\b(?:about|for|mean) (?:me|myself)\b|\bmy own (?:risk|case|bones?|answer)\b|\bmy risk\b")


def _is_family_history(turn: Turn) -> bool:
    """Say whether the message tells of another beside the person's own case: "my mother broke her hip, does that matter?".

    Somebody she asks for, or a case with an age, becomes a case of its own; a bone, an illness or a drug of another does not.
    """
    about = str(turn.reading.get("about") or "")
    if _goes_on_about_her(turn, about):
        return True
    if about in ("", WRITER) or turn.dialogue.about:
        return False
    if ASKS_FOR.search(turn.text.lower()) or about in turn.dialogue.others:
        return False
    told = {"fracture" if name in BROKEN else name for name in turn.told.taken}
    if not told - {"scope"}:
        return bool(turn.told.mentions) or (bool(told) and turn.has_facts)
    return turn.has_facts and not ("age" in told and len(told) >= CASE_KINDS)


def _goes_on_about_her(turn: Turn, about: str) -> bool:
    """ "Her T-score is -4" after "my mum takes Prolia", beside the person's own case: still told of the mother."""
    relative, text = turn.dialogue.relative, turn.text.lower()
    if about or not relative or turn.dialogue.about or relative in turn.dialogue.others or not turn.has_facts:
        return False
    return turn.told.anything and THIRD_PERSON.search(text) is not None and FIRST_PERSON.search(text) is None


def _leave_out(turn: Turn) -> None:
    """Take what is told of somebody else as hers, but for a danger; a drug that is asked about stays named."""
    turn.is_family_history = bool(turn.told.taken)
    turn.read_as([each if each.kind == "red_flag" else replace(each, status="family") for each in turn.findings])
    turn.answer_nothing()


def _whose(turn: Turn) -> Optional[str]:
    """Return the relative whose case the message tells, `writer` for the person's own, None where it leaves that open.

    "She is 78" speaks of the relative who was spoken of last, as long as nothing is known of the person herself.
    """
    text, about = turn.text.lower(), str(turn.reading.get("about") or "")
    tells = turn.told.anything
    if turn.dialogue.about and WRITER in turn.dialogue.others and BACK_TO_ME.search(text):
        return WRITER
    if about and (tells or (about != WRITER and ASKS_FOR.search(text))):
        return about
    named = RELATIVE.search(text)
    relative = named.group(1) if named else turn.dialogue.relative
    if not (tells and relative and THIRD_PERSON.search(text)) or FIRST_PERSON.search(RELATIVE.sub("", text)):
        return None
    return relative if relative in turn.dialogue.others or not turn.has_facts else None


KEPT = ("unsure", "mentions", "forces")
"""What of the dialogue belongs to a person: the facts she does not know, her drugs and reasons for care, what broke what."""


def _turn_to(turn: Turn, now: Optional[str], before: Optional[str]) -> None:
    """Change whose case it is; the facts of each person are kept apart, and come back with her."""
    known = turn.dialogue.others.get(now or WRITER)
    if known is None and not turn.has_facts:
        turn.whose_case = now and talk("about_relative", turn.audience, who=now).text
        return
    kept = {"facts": turn.facts, **{name: getattr(turn.dialogue, name) for name in KEPT}}
    others = {**turn.dialogue.others, before or WRITER: kept}
    relative = turn.dialogue.relative
    put_aside(turn)
    turn.dialogue.others, turn.dialogue.relative = others, relative
    if known:
        turn.facts = {name: known["facts"].get(name) for name in turn.facts}
        for name in KEPT:
            setattr(turn.dialogue, name, known.get(name, getattr(turn.dialogue, name)))
    key = ("about_again" if known else "about_other") if now else ("about_me_again" if known else "about_writer")
    turn.whose_case = talk(key, turn.audience, who=now or before).text


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the check of the case that a person asks for on behalf of another."""
    from actions.skills.inform import FamilyHistory, StartCheck  # it imports the course of the turn, which imports this

    if turn.is_family_history and turn.intent in UNCLEAR:
        turn.intent = "inform"
        return FamilyHistory()
    asks_for = turn.whose_case and not turn.heard.anything and ASKS_FOR.search(turn.text.lower())
    return StartCheck() if asks_for else skill


def tell(turn: Turn) -> None:
    """Say of whom the case is taken to be, in the first message that has room for it."""
    if not turn.whose_case or not turn.replies or turn.dialogue.urgent:
        return
    place = next(
        (i for i, each in enumerate(turn.replies) if words(f"{turn.whose_case} {each.text}") <= MOST_WORDS), None
    )
    if place is None:
        turn.replies.insert(int(turn.is_first), Message(turn.whose_case))
        return
    chosen = turn.replies[place]
    turn.replies[place] = replace(chosen, text=f"{turn.whose_case} {chosen.text}")
