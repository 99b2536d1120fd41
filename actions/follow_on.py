"""Short questions that only what was said before makes clear: "and denosumab?", "risk factors?" after the jaw.

The words are in `answers/strings/follow_on.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Optional

from actions import place, shown
from actions.intents import STAYS
from actions.marked import drugs_named, marked, plain
from actions.place import is_short
from actions.turn import Turn
from answers.strings import theme
from answers.topic import TOPICS
from answers.wording import has_words

if TYPE_CHECKING:
    from actions.base import Skill

STOPPING = "stopping_or_holiday"
SOUND_LIKE_IT = ("start_again", "stop", "go_on", "just_answer")
"""Commands that such questions sound like ("stop when?"); without a question they are what they say."""


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one for such a question."""
    if turn.has_own_course or (turn.intent in STAYS and not (turn.intent in SOUND_LIKE_IT and _is_question(turn))):
        return skill
    _leave_out_reminded(turn)
    for find in (place.find, _sequel, _aspect, _monitoring, _early_dose, _same_again):
        found = find(turn)
        if found:
            return found
    return skill


def _sequel(turn: Turn) -> Optional[Skill]:
    """ "Teriparatide then what?" asks what comes after that drug."""
    from actions.skills.follow_on import FollowOn

    drugs = drugs_named(turn)
    if len(drugs) != 1 or not has_words("follow_on", "sequel_words", marked(turn)):
        return None
    turn.intent = f"ask_{STOPPING}"
    return FollowOn(STOPPING, drugs)


def _aspect(turn: Turn) -> Optional[Skill]:
    """ "Risk factors?" right after the jaw is about the jaw; "max delay?" after denosumab is about that drug."""
    last = turn.dialogue.topic
    if not last or not turn.follows_long_answer or not is_short(turn) or turn.told.taken:
        return None
    return next((found for each in theme("follow_on")["aspects"] if (found := _asked_of(each, last, turn))), None)


def _asked_of(aspect: Mapping[str, Any], last: Mapping[str, Any], turn: Turn) -> Optional[Skill]:
    from actions.skills.follow_on import FollowOn

    drugs = drugs_named(turn) or shown.drugs_of(last)
    fits = not aspect["after"] or last["topic"] in aspect["after"]
    if not fits or (aspect.get("of_drug") and len(drugs) != 1) or last["topic"] not in TOPICS:
        return None
    if (turn.requested or aspect.get("asked")) and not _is_question(turn):
        return None
    said = theme("follow_on")
    if not re.search(f"{said['lead_words']}{aspect['words']}{said['tail_words']}", _without_drug(turn)):
        return None
    turn.intent = f"ask_{aspect['topic']}"
    return FollowOn(aspect["topic"], drugs, (aspect.get("seek_words") or {}).get(turn.audience))


def _without_drug(turn: Turn) -> str:
    """Return the message without the names of drugs, and the little words that tie them to the rest."""
    if not drugs_named(turn):
        return plain(turn)
    return re.sub(r"(?:\b(?:with|on|for|of|the) )?\bDRUG\b", "", marked(turn)).strip()


def _is_question(turn: Turn) -> bool:
    return "?" in turn.text or re.match(r"\W*(?:and|what|how|when|which)\b", plain(turn)) is not None


def _monitoring(turn: Turn) -> Optional[Skill]:
    """ "DXA interval on treatment" asks what is looked at during a treatment, not before it."""
    from actions.skills.follow_on import FollowOn
    from actions.skills.topics import drug_meant

    said = theme("follow_on")
    if turn.intent != "ask_monitoring" or not re.search(said["during_words"], plain(turn)):
        return None
    drugs = drugs_named(turn) or drug_meant(turn, "monitoring")
    return FollowOn("monitoring", drugs, said["during_seek_words"][turn.audience])


def _early_dose(turn: Turn) -> Optional[Skill]:
    """An injection given before its day is not late: how often it is given is what is held on it."""
    from actions.skills.follow_on import FollowOn
    from actions.skills.topics import drug_meant

    topic = "drug_how_to_take"
    drugs = drugs_named(turn) or drug_meant(turn, topic)
    if turn.intent != "ask_missed_dose" or not drugs or not has_words("follow_on", "early_words", plain(turn)):
        return None
    turn.intent = f"ask_{topic}"
    return FollowOn(topic, drugs)


def _leave_out_reminded(turn: Turn) -> None:
    """ "Remind me of her fractures" tells of none."""
    if turn.intent == "show_facts":
        told = [each for each in turn.findings if (each.kind, each.value) != ("fracture", "unspecified")]
        turn.read_as(told)


def _same_again(turn: Turn) -> Optional[Skill]:
    """ "Same advice?" wants the answer again."""
    from actions.skills.inform import StartCheck

    if turn.dialogue.decision is None or not has_words("follow_on", "same_again_words", plain(turn)):
        return None
    turn.intent = "start_check"
    return StartCheck()
