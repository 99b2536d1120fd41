"""Reasons to be careful that the person mentioned (R13), said where they matter: at once, and beside answers on a drug.

They never change the row. One told after the answer of the table is said with its caution in the same turn; one told before
a comparison or an answer on a drug that it concerns is said with that answer, once for each drug.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from actions import mentions
from actions.finding import of_kind
from actions.noted_things import SCOPES
from actions.turn import Turn
from answers.care import beside, beside_message, care_text, concerned, heard_message, options_of
from answers.talk import talk
from guideline import decide
from guideline.table import DRUGS

if TYPE_CHECKING:
    from actions.base import Skill

OUTSIDE = {scope: caution for caution, scope in SCOPES.items()}
"""Why the table does not fit, and the reason for care that this is as well: it stays one when a drug is spoken of later."""

OF_ALL_DRUGS = frozenset({"drug_choice_comparison", "interactions_contraindications", "side_effects_serious"})
"""Topics that weigh all drugs where none is named."""

WEIGHS = OF_ALL_DRUGS | {
    "drug_how_it_works",
    "drug_how_to_take",
    "side_effects_common",
    "benefit_size",
    "hormone_therapy",
}
"""Topics in whose answer a drug is weighed; the jaw or the cost are asked of for another reason."""

ALL_DRUGS = frozenset({*DRUGS, "romosozumab"})


def noted(turn: Turn) -> list[str]:
    """Return what the person mentioned: reasons for care, and signs of a broken vertebra that nobody has seen."""
    return [*known(turn), *mentions.suspicions(turn.dialogue.mentions, turn.facts["fracture"])]


def known(turn: Turn) -> list[str]:
    """Return the reasons for care that are noted of the person, by id, what puts her outside the table among them."""
    outside = OUTSIDE.get(str(turn.facts["scope"]))
    noted = mentions.present_cautions(turn.dialogue.mentions)
    return list(dict.fromkeys([*([outside] if outside else []), *noted]))


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or what a loss of height may mean, where that is what is asked."""
    from actions.skills.height import HeightLoss  # it imports the course of the turn, which imports this

    asked = [each for each in of_kind(turn.findings, "suspicion") if each.value in mentions.SUSPICIONS]
    is_free = not any(each.status not in NOW_OR_ASKED for each in asked) and not of_kind(turn.findings, "drug")
    if asked and is_free and turn.reading.get("asks") and not turn.told.taken and not turn.dialogue.exercise:
        return HeightLoss()
    return skill


NOW_OR_ASKED = ("present", "past", "question")


def before_topic(turn: Turn, topic: str, drugs: Sequence[str]) -> None:
    """Say, before an answer in which drugs are weighed, the reasons for care with them that were not yet said of them."""
    if topic not in WEIGHS or turn.dialogue.urgent:
        return
    shown = _meant(topic, drugs)
    open_for = {each: shown & concerned(each) - _warned(turn, each) for each in known(turn)}
    waiting = [each for each, of in open_for.items() if of]
    told, texts = beside(waiting, turn.audience)
    said = "\n".join(each.text for each in turn.replies)
    if texts and not all(text in said for text in texts):
        turn.say(beside_message(texts, turn.audience))
    turn.dialogue.warned += [f"{each}/{drug}" for each in told for drug in sorted(open_for[each])]


def _meant(topic: str, drugs: Sequence[str]) -> frozenset[str]:
    if drugs:
        return frozenset(option for drug in drugs for option in options_of(drug))
    if topic == "hormone_therapy":
        return frozenset({"menopausal_hormone_therapy"})
    return ALL_DRUGS if topic in OF_ALL_DRUGS else frozenset()


def _warned(turn: Turn, caution: str) -> frozenset[str]:
    of = [each.partition("/") for each in turn.dialogue.warned]
    return frozenset(drug for name, _, drug in of if name == caution)


def tell(turn: Turn) -> None:
    """Say what a reason told in this message means for the drugs that are spoken of, and that it was noted."""
    noted_now, told = noted(turn), turn.told.mentions
    signs = mentions.suspicions(told, turn.facts["fracture"])
    fresh = [each for each in [*mentions.present_cautions(told), *signs] if each in noted_now]
    if not fresh or turn.dialogue.urgent or turn.dialogue.exercise or turn.is_over:
        return
    said = "\n".join(each.text for each in turn.replies)
    new = [each for each in fresh if not _is_said(each, turn, said)]
    touching = [each for each in new if each in signs or _spoken_of(turn) & concerned(each)]
    plain = talk("noted_only", turn.audience)
    was_all = plain in turn.replies
    if not (touching or was_all) or _tells_decision(turn):
        return
    turn.replies = [each for each in turn.replies if each != plain]
    turn.replies.insert(_place(turn), heard_message(fresh, touching, turn.audience))


def _is_said(caution: str, turn: Turn, said: str) -> bool:
    text = care_text(caution, turn.audience)
    return bool(text) and text in said


def _tells_decision(turn: Turn) -> bool:
    """A full answer of the table names what it has room for itself; the rest stands beside its options."""
    return any((each.custom or {}).get("type") == "decision" for each in turn.replies) and len(turn.replies) > 1


def _spoken_of(turn: Turn) -> frozenset[str]:
    """Return the options and drugs that this conversation is about: those of the answer, of the last topic, those taken."""
    options = _open_options(turn)
    topic = turn.dialogue.topic or {}
    asked = _meant(str(topic.get("topic", "")), topic.get("drugs", ())) if topic else frozenset()
    taken = [option for drug in mentions.current_drugs(turn.dialogue.mentions) for option in options_of(drug)]
    return frozenset([*options, *asked, *taken])


def _open_options(turn: Turn) -> Iterable[str]:
    if not turn.dialogue.decision or not turn.case.is_in_scope:
        return []
    return [each["drug"] for each in decide(turn.case)["options"] if each["status"] != "excluded"]


ASKS = ("question", "clarify")


def _place(turn: Turn) -> int:
    """Return where it is said: last, but before a question, which has the last word."""
    last = turn.replies[-1].custom if turn.replies else None
    return len(turn.replies) - int((last or {}).get("type") in ASKS)
