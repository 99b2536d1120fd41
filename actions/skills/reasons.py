"""Why the answer, why the question, where it comes from, and what if."""

from __future__ import annotations

import re

from actions import forces, shown
from actions.base import Skill
from actions.finding import Finding
from actions.hearing import hear
from actions.marked import drugs_named
from actions.skills.topics import drug_meant
from actions.supposed import (
    adds_fracture,
    bisphosphonate_trouble,
    bone_alone,
    counted_spine,
    unclear_bones,
    whole_bones,
)
from actions.turn import Turn
from answers.clarify import set_aside_message
from answers.decision import decision_messages
from answers.explanation import explanation_messages
from answers.occasion import Occasion
from answers.questions import why_asked
from answers.scope import scope_message
from answers.strings import theme
from answers.subject import NO_DRUG, subjects_named
from answers.talk import talk
from guideline import Case, decide, distances
from guideline.table_file import default_table


class Why(Skill):
    """Why the answer is what it is; while a question is open and nothing was decided, why it is asked."""

    action = "action_why"

    def answer(self, turn: Turn) -> None:
        """Explain the last decision, or the open question."""
        if turn.dialogue.decision is None:
            explain_question(turn)
        else:
            explain_decision(turn)


class WhyQuestion(Skill):
    """Why this question is asked."""

    action = "action_why_question"

    def answer(self, turn: Turn) -> None:
        """Say the reason; the question then returns. When no question is open, the answer is meant."""
        if turn.dialogue.decision and not turn.requested:
            explain_decision(turn)
        else:
            explain_question(turn)


def explain_decision(turn: Turn) -> None:
    """Show the row, its words, and how far each fact is from the next line; and which bones do not count (R2)."""
    case, left_out = turn.case, forces.left_out(turn)
    if left_out:
        turn.say(set_aside_message(left_out, turn.audience))
    turn.say(*explanation_messages(decide(case), distances(case), default_table().title, turn.audience))


def explain_question(turn: Turn) -> None:
    """Say why the open fact is asked for."""
    if turn.requested:
        turn.say(talk("why_question", turn.audience, why=why_asked(turn.requested, turn.audience)))
    else:
        turn.say(talk("no_decision", turn.audience))


class WhatIf(Skill):
    """What the table would say if a fact were another; nothing is overwritten."""

    action = "action_what_if"
    listens = False

    def answer(self, turn: Turn) -> None:
        """Decide on the supposed facts beside the real ones."""
        supposed = _supposed(turn)
        heard = hear(supposed, turn.facts, corrects=not adds_fracture(turn.text))
        if not heard.taken:
            lost = next((each for each in heard.clarify if each.reason == "sign_missing"), None)
            if lost:
                turn.say(talk("what_if_sign", turn.audience, size=str(lost.candidates[-1]).lstrip("+-")))
            else:
                self._without_fact(turn)
            return
        case = Case.from_facts(heard.facts, frozenset(turn.dialogue.unsure) - heard.taken)
        if not case.is_in_scope:
            turn.say(scope_message(case.effective_scope or "", turn.audience))
            return
        decision = decide(case)
        occasion = Occasion(
            changed_from=turn.dialogue.decision["action"] if turn.dialogue.decision else None,
            hypothetical=True,
            supposed={fact: case.as_facts().get(fact) for fact in _shown(heard.taken)},
        )
        turn.say(*decision_messages(decision, turn.audience, occasion))

    def _without_fact(self, turn: Turn) -> None:
        """ "And if I take nothing?" supposes no fact: it asks about that option."""
        if ("option", NO_DRUG) in subjects_named(turn.text, []):
            shown.show(turn, shown.OPTION, "drug_choice_comparison", [NO_DRUG])
            return
        topic = next(
            (topic for topic, words in theme("topics")["what_if"].items() if re.search(words, turn.text.lower())), None
        )
        if topic:
            shown.show(turn, shown.TOPIC, topic, drugs_named(turn) or drug_meant(turn, topic))
        else:
            turn.say(talk("what_if_unclear", turn.audience))


SUPPOSED = ("hypothetical", "present", "absent", "past", "question")


def _supposed(turn: Turn) -> list[Finding]:
    """Return what is supposed; of bones that are supposed to be whole nothing else is taken."""
    whole = whole_bones(turn)
    told = [each for each in turn.findings if each.status in SUPPOSED and not (whole and each.kind in BONES)]
    bones = whole or [*counted_spine(turn), *bone_alone(turn), *unclear_bones(turn)]
    return [*map(_as_present, told), *bones, *bisphosphonate_trouble(turn)]


BONES = ("fracture", "fracture_site", "vertebral_fractures", "high_energy", "site_force")


def _as_present(finding: Finding) -> Finding:
    if finding.status not in ("hypothetical", "question"):
        return finding
    certainty = "clear" if finding.certainty == "ask" and finding.reason != "sign_missing" else finding.certainty
    return Finding(finding.kind, finding.value, finding.text, certainty, "present", finding.reason, finding.candidates)


def _shown(taken: set[str]) -> set[str]:
    return taken | ({"fracture"} if "fracture_sites" in taken else set())
