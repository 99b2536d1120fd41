"""Questions whose wording is clear, whatever they sound like: what counts, why not this drug, what is that, and if I do nothing.

The words are in `answers/strings/asked.yml` and `counts.yml`. A question tells nothing of the person: what was read from it
is left out, and an answer that stands beside it is still taken.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Optional

from actions import asked_more
from actions.intents import AFFIRM, DENY, INFORM
from actions.marked import drugs_named, marked, plain
from actions.turn import Turn
from answers.counts import asked_in
from answers.register import PATIENT
from answers.subject import NO_DRUG, subjects_named
from answers.wording import has_words

if TYPE_CHECKING:
    from actions.base import Skill

_has = partial(has_words, "asked")

BROKEN = ("fracture", "fracture_site", "vertebral_fractures", "high_energy")
FRACTURE_QUESTIONS = ("fracture", "vertebral_fractures", "high_energy")
"""To them a bare yes or no beside a question about a bone may be about that bone: it is asked again."""


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one for a question that its words make clear."""
    if turn.has_own_course:
        return skill
    for find in (_what_counts, _what_is_that, _why_not_option, _why_no_treatment, _without_treatment, _scan):
        found = find(turn)
        if found:
            return found
    return asked_more.find(turn) or skill


def _what_counts(turn: Turn) -> Optional[Skill]:
    """ "Is a wrist fracture serious?" asks about the table, and says of nobody that she broke a wrist."""
    from actions.skills.asked import WhatCounts  # they import the course of the turn, which imports this

    asked = None if turn.reading.get("hypothetical") and _has("supposing_words", plain(turn)) else asked_in(turn.text)
    if asked is None or (asked.points_back and not _has("break_words", plain(turn)) and not _speaks_of_bones(turn)):
        return None
    turn.leave_out(BROKEN, asked.start, asked.end)
    _take_beside(turn, f"{turn.text[: asked.start]} {turn.text[asked.end :]}")
    return WhatCounts(asked)


def _speaks_of_bones(turn: Turn) -> bool:
    """Say whether "does that count?" can be about a bone: one is known, or asked for."""
    asked = {turn.requested, *turn.dialogue.waiting}
    return bool(turn.facts["fracture_sites"] or asked & set(FRACTURE_QUESTIONS))


def _take_beside(turn: Turn, rest: str) -> None:
    """Let the rest of the message answer the open question: "Never tried one. Is a wrist serious?"."""
    said = re.findall(r"[^\W\d_]+", rest.lower())
    turn.said, turn.intent = rest.strip(" .!?,;"), INFORM
    if not said or turn.requested in FRACTURE_QUESTIONS:
        turn.said = ""
    elif said[0] in YES:
        turn.intent = AFFIRM
    elif said[0] in NO:
        turn.intent = DENY


YES, NO = frozenset({"yes", "yeah", "yep"}), frozenset({"no", "nope", "never", "none"})


def _what_is_that(turn: Turn) -> Optional[Skill]:
    """ "What are they?" right after a question is about what that question named."""
    from actions.skills.asked import WhatIsThat

    if _has("t_score_words", plain(turn)):
        turn.leave_out(("t_score",), 0, len(turn.text))
        return WhatIsThat(*EXPLAINED["t_score"])
    if turn.requested not in EXPLAINED or turn.dialogue.pending:
        return None
    named = turn.requested == "bisphosphonate_problem" and "bisphosphonate" in drugs_named(turn)
    points = _has("pointing_words", plain(turn)) and not turn.follows_long_answer
    if points or (named and _has("naming_words", marked(turn))):
        turn.intent = INFORM
        return WhatIsThat(*EXPLAINED[turn.requested])
    return None


EXPLAINED: dict[Optional[str], tuple[str, tuple[str, ...]]] = {
    "bisphosphonate_problem": ("drug_how_it_works", ("bisphosphonate",)),
    "t_score": ("t_score_meaning", ()),
}
"""The fact that is asked for, and the topic with its drugs that explains the term in the question."""


def _why_not_option(turn: Turn) -> Optional[Skill]:
    """ "Why not denosumab?" asks what the answer said of that option."""
    from actions.skills.asked import WhyNot

    if turn.dialogue.decision is None and turn.intent.startswith("ask_"):
        return None
    if not _has("why_not_words", marked(turn)):
        return None
    named = [each for each in subjects_named(turn.text, drugs_named(turn)) if each[1] != NO_DRUG]
    return WhyNot(named) if named else None


def _why_no_treatment(turn: Turn) -> Optional[Skill]:
    """ "Why no treatment?" asks for the reasons of her answer."""
    from actions.skills.asked import WhyNoTreatment

    decision = turn.dialogue.decision
    is_untreated = decision is not None and decision["action"] != "treat"
    if not is_untreated or not _has("why_no_treatment_words", plain(turn)):
        return None
    turn.intent = "why"
    return WhyNoTreatment()


def _without_treatment(turn: Turn) -> Optional[Skill]:
    """ "So if I do nothing?" is no "no": it asks what follows without a drug."""
    from actions.skills.asked import WithoutTreatment

    if drugs_named(turn) or not _has("without_words", plain(turn)):
        return None
    if ("option", NO_DRUG) not in subjects_named(turn.text, []):
        return None
    turn.intent = "ask_drug_choice_comparison"
    return WithoutTreatment()


def _scan(turn: Turn) -> Optional[Skill]:
    """ "Can I have a scan?" is no question of prices."""
    from actions.skills.asked import WhoScans

    if turn.audience != PATIENT or not _has("scan_words", plain(turn)) or _has("scan_other_words", plain(turn)):
        return None
    turn.intent = "ask_monitoring"
    return WhoScans()
