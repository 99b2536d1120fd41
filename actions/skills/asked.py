"""Questions that their wording makes clear, see `actions.asked`. None of these skills is ever predicted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from actions import care, shown
from actions.base import Skill
from actions.place import CHOICE
from actions.progress import next_question
from actions.skills.reasons import explain_decision
from actions.skills.take_away import decision_of
from actions.turn import Turn
from answers.counts import Asked, class_lines, counts_messages
from answers.knowledge import store
from answers.message import Message
from answers.strings import theme
from answers.subject import NO_DRUG
from answers.why_not import why_not_messages


class WhatCounts(Skill):
    """Which class a broken bone has in the table, or what "severe" means."""

    action = "action_what_counts"
    answers_outside_scope = True

    def __init__(self, asked: Optional[Asked] = None) -> None:
        self._asked = asked

    def answer(self, turn: Turn) -> None:
        """Say it of the bones that were named, else of those she points back to, else of all."""
        asked = self._asked
        if asked is None:
            return
        sites = asked.sites or (_spoken_of(turn) if asked.points_back else ())
        if sites and _decides(turn):
            turn.say(Message(" ".join(class_lines(sites, turn.audience))))
        else:
            turn.say(*counts_messages(sites, asked.by_force, turn.audience))


def _decides(turn: Turn) -> bool:
    """Say whether the decision follows in this turn: it needs the room."""
    is_ready = turn.heard.anything and turn.dialogue.active and not turn.dialogue.pending
    return is_ready and turn.case.is_in_scope and next_question(turn) is None


def _spoken_of(turn: Turn) -> list[str]:
    """Return the bones that are known, or that an open question about her words leaves open."""
    known = turn.facts["fracture_sites"]
    pending = turn.dialogue.clarifying
    open_ones = pending.get("candidates", ()) if pending.get("reason") == "site_unclear" else ()
    return [str(each) for each in known or open_ones]


class WhatIsThat(Skill):
    """What the open question speaks of; the question then returns."""

    action = "action_what_is_that"

    def __init__(self, topic: str = "", drugs: tuple[str, ...] = ()) -> None:
        self._topic, self._drugs = topic, list(drugs)

    def answer(self, turn: Turn) -> None:
        """Explain the term."""
        if self._topic:
            shown.show(turn, shown.TOPIC, self._topic, self._drugs)


class WhyNot(Skill):
    """What the answer said of an option, and why."""

    action = "action_why_not"

    def __init__(self, named: Iterable[tuple[str, str]] = ()) -> None:
        self._named = list(named)

    def answer(self, turn: Turn) -> None:
        """Say its status in the last answer, with the condition or the reason."""
        options = {each: ((each,) if kind == "option" else store().drug(each).options) for kind, each in self._named}
        turn.say(*why_not_messages(decision_of(turn), options, turn.audience))


class PlaceOfDrug(WhyNot):
    """What the answer says of a drug that was only named ("what about denosumab?")."""

    action = "action_place_of_drug"

    def answer(self, turn: Turn) -> None:
        """Say it, after the reasons for care with that drug that she told; of an answer without drugs, its place in general."""
        drugs = [each for _, each in self._named]
        if (decision_of(turn) or {}).get("action") == "treat":
            care.before_topic(turn, CHOICE, drugs)
            super().answer(turn)
            shown.note(turn, CHOICE, drugs)
        else:
            turn.say(Message(theme("asked")[turn.audience]["no_row"]))
            shown.show(turn, shown.TOPIC, CHOICE, drugs)


class WhyNoTreatment(Skill):
    """Why the answer is no treatment, or a specialist."""

    action = "action_why_no_treatment"

    def answer(self, turn: Turn) -> None:
        """Explain the answer; where the score is called osteoporosis all the same, say that the lines differ."""
        score = turn.case.t_score
        if score is not None and score <= NAMED_OSTEOPOROSIS:
            turn.say(Message(theme("asked")[turn.audience]["other_line"]))
        explain_decision(turn)


NAMED_OSTEOPOROSIS = -2.5
"""The T-score from which the knowledge base (`t_score_meaning`) speaks of osteoporosis."""


class WithoutTreatment(Skill):
    """What follows without a drug."""

    action = "action_without_treatment"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Show that option."""
        shown.show(turn, shown.OPTION, "drug_choice_comparison", [NO_DRUG])


class WhoScans(Skill):
    """Who orders a bone scan, and when one is asked for."""

    action = "action_who_scans"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say it; the topic of check-ups says when."""
        turn.say(Message(theme("asked")[turn.audience]["scan"]))
        shown.show(turn, shown.TOPIC, "monitoring", [])
