"""What comes after the answer: what was corrected or refused, the next question, or the decision."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from actions import after_alarm, mentions, read_back, scope_reply
from actions.quick_query import pass_over_unclear
from actions.turn import Turn
from answers.clarification import Clarification
from answers.clarify import clarify_message, corrected_message, rejected_message, set_aside_message
from answers.decision import decision_messages, same_decision_message
from answers.message import Message
from answers.occasion import Occasion
from answers.person import is_she, said_of_her
from answers.questions import question_message
from answers.register import CLINICIAN
from answers.talk import talk
from guideline import Case, decide, most_questions_left, near_limit, to_ask

START_CHECK = "start_check"


def acknowledge(turn: Turn) -> None:
    """Say what was corrected, and what cannot be."""
    turn.say(*_corrections(turn))
    if turn.set_aside:
        turn.say(set_aside_message(turn.set_aside, turn.audience))
    for fact, heard, reason in turn.heard.rejected:
        turn.say(rejected_message(fact, heard, reason, turn.audience))


def _corrections(turn: Turn) -> list[Message]:
    return [corrected_message(fact, before, now, turn.audience) for fact, before, now in turn.heard.corrected]


def _joined_corrections(turn: Turn) -> str:
    """Take what was said of corrections out of the reply: the decision begins with it, so that all keeps to its limits."""
    said = _corrections(turn) if turn.audience != CLINICIAN else []
    if not said or any(each not in turn.replies for each in said):
        return ""
    turn.replies = [each for each in turn.replies if each not in said]
    return " ".join(each.text for each in said)


def move_on(turn: Turn) -> None:
    """Ask back, ask the next question, or decide."""
    dialogue = turn.dialogue
    turn.unclear = pass_over_unclear(turn)
    read_back.forget_settled(turn)
    while read_back.is_exhausted(turn) and not (
        read_back.may_wait(turn) and _is_digression(turn, dialogue.pending[0]["fact"])
    ):
        read_back.leave_open(turn)
    if read_back.is_exhausted(turn):
        turn.requested = dialogue.pending[0]["fact"]
        read_back.count(turn, turn.requested)
    elif dialogue.pending:
        nags = _nags(turn, dialogue.pending[0]["fact"])
        turn.requested = dialogue.pending[0]["fact"]
        if not nags:
            read_back.count(turn, turn.requested)
            asked_back = clarify_message(Clarification.from_dict(dialogue.pending[0]), turn.audience)
            turn.say(said_of_her(asked_back) if is_she(dialogue.about) else asked_back)
    elif dialogue.active and turn.case.is_in_scope:
        question = next_question(turn)
        if turn.audience == CLINICIAN or dialogue.hurried or dialogue.forwarded or question is None:
            _decide_once(turn)
            question = question if turn.audience == CLINICIAN and is_undetermined(turn) else None
        if question and not _nags(turn, question):
            ask(turn, question)
        elif question:
            turn.requested = question
        else:
            turn.requested = None


MOST_RETURNS = 2


def _nags(turn: Turn, question: str) -> bool:
    """Say whether the open question has come back often enough after other talk; an answer to it is still taken."""
    turn.dialogue.returns = turn.dialogue.returns + 1 if _is_digression(turn, question) else 0
    return turn.dialogue.returns > MOST_RETURNS


def _is_digression(turn: Turn, question: str) -> bool:
    """Something else was asked and answered while a question is open."""
    is_answered = bool(turn.replies) and turn.dialogue.misses == 0
    return turn.requested == question and is_answered and not turn.heard.anything


def next_question(turn: Turn) -> Optional[str]:
    """Return the fact to ask for now, or None when nothing that can be asked would change the answer."""
    if scope_is_open(turn) and turn.audience != CLINICIAN:
        return "scope"
    questions = to_ask(turn.case, turn.audience)
    return questions[0] if questions else None


def scope_is_open(turn: Turn) -> bool:
    """Nobody has said yet whether the table is for this person."""
    return turn.facts["scope"] is None and "scope" not in turn.dialogue.unsure


def ask(turn: Turn, fact: str) -> None:
    """Ask for a fact, with its number and how many there may be at most."""
    before = [each for each in turn.dialogue.asked if each != fact]
    scope = 1 if scope_is_open(turn) and turn.audience != CLINICIAN else 0
    turn.dialogue.asked = [*turn.dialogue.asked, *([fact] if fact not in turn.dialogue.asked else [])]
    turn.dialogue.of_at_most = len(before) + scope + most_questions_left(turn.case, turn.audience, before)
    returns = turn.requested == fact and not turn.replies
    turn.requested = fact
    number = turn.dialogue.asked.index(fact) + 1
    question = question_message(fact, turn.audience, number, turn.dialogue.of_at_most, is_she(turn.dialogue.about))
    turn.say(_returned(turn, question) if returns else question)


def _returned(turn: Turn, question: Message) -> Message:
    """Return the question as it comes back after a message that did not answer it: what became of that message goes first."""
    if scope_reply.is_in_doubt(turn):
        said = talk("scope_in_doubt", turn.audience)
    elif turn.heard.anything or turn.heard.mentions:
        said = talk("noted_meanwhile", turn.audience)
    elif turn.intent == START_CHECK:
        return question
    else:
        said = talk("no_answer", turn.audience)
    return replace(question, text=f"{said.text} {question.text}")


def is_undetermined(turn: Turn) -> bool:
    """The last decision left the action open."""
    return turn.dialogue.decision is not None and turn.dialogue.decision["action"] == "undetermined"


def _decide_once(turn: Turn) -> None:
    """Give the decision unless it was given on just these facts, in this register."""
    if turn.decide_anyway or turn.dialogue.decision is None or turn.dialogue.decision["on"] != decided_on(turn):
        give_decision(turn)


def decided_on(turn: Turn) -> dict[str, Any]:
    """Return all that a decision is given on, to see whether it must be given again."""
    facts = {name: value for name, value in turn.facts.items() if value is not None}
    return {"facts": facts, "unsure": sorted(turn.dialogue.unsure), "audience": turn.audience}


def give_decision(turn: Turn) -> None:
    """Decide and say so; what the answer was before is told when it differs."""
    case, dialogue = turn.case, turn.dialogue
    decision = decide(case)
    before = dialogue.decision["action"] if dialogue.decision else None
    occasion = Occasion(
        changed_from=before if before != decision["action"] else None,
        scope_is_assumed=turn.facts["scope"] is None,
        near=near_limit(case),
        drugs=after_alarm.drugs_to_keep(turn),
        hurt_gullet=after_alarm.hurt_gullet(turn),
        cautions=present_cautions(turn),
        suspected=mentions.suspicions(turn.dialogue.mentions, turn.facts["fracture"]),
        unknown=sorted(dialogue.unsure),
        flags=turn.flags,
        unclear=turn.unclear,
        corrected=_joined_corrections(turn),
    )
    if _is_same(turn, decision):
        turn.say(same_decision_message(decision, occasion))
    else:
        turn.say(*decision_messages(decision, turn.audience, occasion))
    dialogue.decision = {"action": decision["action"], "row": decision["row"], "on": decided_on(turn)}


def _is_same(turn: Turn, decision: dict[str, Any]) -> bool:
    """Say whether a patient who told something more would read the answer that she has just had, word for word."""
    before = turn.dialogue.decision
    if (
        turn.audience == CLINICIAN
        or turn.decide_anyway
        or not before
        or not turn.heard.anything
        or turn.heard.corrected
    ):
        return False
    if before["on"]["audience"] != turn.audience:
        return False
    then = decide(Case.from_facts(before["on"]["facts"], frozenset(before["on"]["unsure"])))
    return all(then[part] == decision[part] for part in ("action", "row", "strength", "possible_actions", "options"))


def current_drugs(turn: Turn) -> list[str]:
    """Return the osteoporosis drugs that the person takes now (R15)."""
    return mentions.current_drugs(turn.dialogue.mentions)


def present_cautions(turn: Turn) -> list[str]:
    """Return the ids of the cautions that the person mentioned as hers, now or before (R13)."""
    return mentions.present_cautions(turn.dialogue.mentions)
