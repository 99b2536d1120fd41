"""Short messages whose words say more than they sound like: "no, not me", "and the jaw?", "what do you mean?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actions import in_a_word, mentions
from actions.finding import of_kind
from actions.forces import ENERGY
from actions.intents import AFFIRM, DENY, DONT_KNOW, INFORM, STAYS
from actions.plain_answer import SHORT_ANSWER
from actions.turn import Turn
from answers.strings import theme

if TYPE_CHECKING:
    from actions.base import Skill

NOTHING_CLEAR = (
    "inform",
    "affirm",
    "deny",
    "nlu_fallback",
    "out_of_scope",
    "announcement",
    "why_question",
    "complain",
    "repeat",
)
"""What words such as "huh?" sound like, one or the other by chance."""
SOUND_OF_CARE = (*NOTHING_CLEAR, "greet", "to_clinician", "tell_more", "ask_human", "thanks")
FIRST_WORDS = {"yes": AFFIRM, "yeah": AFFIRM, "yep": AFFIRM, "no": DENY, "nope": DENY}
STEERING = STAYS | {AFFIRM, DENY, DONT_KNOW}
"""Intents that keep their meaning: "no, stop" is no answer."""


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one that takes an answer to the open question about the case."""
    from actions.skills.inform import Inform  # it imports the course of the turn, which imports this
    from actions.skills.reasons import WhyQuestion
    from actions.skills.topics import Topic

    if turn.is_taken_back:
        return skill  # "no!! not me, my sister" answers nothing
    if turn.intent in NOTHING_CLEAR and turn.dialogue.exercise is None:
        if re.fullmatch(theme("talk")["jaw_words"], turn.text.strip(), re.IGNORECASE):
            turn.intent = "ask_mronj"
            return Topic()
        if turn.requested and re.fullmatch(theme("talk")["confused_words"], turn.text.strip(), re.IGNORECASE):
            return WhyQuestion()
    if in_a_word.is_answer(turn) and turn.intent not in STAYS:
        turn.intent = DONT_KNOW if in_a_word.is_not_known(turn) else INFORM
        return Inform()
    if _tells_only_care(turn):
        turn.intent = INFORM
        return Inform()
    if _is_no_big_force(turn):
        turn.intent = DENY
        return Inform()
    if _is_not_at_hand(turn):
        turn.intent = DONT_KNOW
        return Inform()
    is_asked = bool(turn.requested or turn.dialogue.pending) and turn.dialogue.exercise is None
    if not is_asked or turn.intent in STEERING or turn.reading.get("asks"):
        return skill
    words = turn.text.lower().replace(",", " ").replace(".", " ").replace("!", " ").split()
    if not words or len(words) > SHORT_ANSWER or words[0] not in FIRST_WORDS:
        return skill
    turn.intent = FIRST_WORDS[words[0]]
    return Inform()


def _tells_only_care(turn: Turn) -> bool:
    """ "Recent MI" and "prev DVT btw" tell a reason for care and ask nothing, whatever so few words sound like."""
    if turn.intent not in SOUND_OF_CARE or turn.reading.get("asks") or turn.has_own_course:
        return False
    return bool(mentions.present_cautions(turn.told.mentions)) and not of_kind(turn.findings, "drug")


def _is_no_big_force(turn: Turn) -> bool:
    """ "No, just ordinary, I was walking the dog" says how the bone broke; its "just" asks for no answer at once."""
    pending = turn.dialogue.clarifying
    if pending.get("fact") != ENERGY or turn.dialogue.exercise or turn.reading.get("asks") or turn.told.anything:
        return False
    return re.search(theme("talk")["no_big_force_words"], turn.text, re.IGNORECASE) is not None


ON_PAPER = ("t_score", "vertebral_fractures")
"""What is read off a report."""


def _is_not_at_hand(turn: Turn) -> bool:
    """Say whether the message only tells that the paper with the answer is somewhere else: it is not known for now."""
    if turn.requested not in ON_PAPER or turn.dialogue.exercise or turn.intent in STEERING - {DONT_KNOW}:
        return False
    if turn.reading.get("asks") or turn.told.anything or of_kind(turn.findings, "number"):
        return False
    return re.search(theme("talk")["not_at_hand_words"], turn.text, re.IGNORECASE) is not None
