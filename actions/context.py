"""What a short answer means after a question: "72", "yes", "the first", "I don't know"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Optional

from actions import bone_drug_reply, in_a_word, not_known, scope_reply
from actions.asked_more import is_never_any
from actions.finding import of_kind
from actions.intents import AFFIRM, DENY, DONT_KNOW
from actions.plain_answer import (
    BOOL_FACTS,
    NUMBER_FACTS,
    SIGN_MISSING,
    TRIES,
    WHICH,
    number_in,
    resolve_number,
    resolve_question,
    words_in,
)
from actions.turn import Turn
from answers.clarification import COUNT_NOT, Clarification
from answers.clarify import PERIODS, is_of_ribs
from answers.strings import theme
from guideline.values import AGE_ADULT, AGE_HIGHEST


def resolve(turn: Turn) -> None:
    """Give the message the meaning that the open question lends it, where its own words gave none."""
    if _takes_back_the_bisphosphonate(turn) or is_never_any(turn):
        turn.set_fact("bisphosphonate_problem", False)
    in_a_word.take(turn)
    scope_reply.take(turn)
    bone_drug_reply.take(turn)
    if any(each.value == "female" and each.certainty == "clear" for each in of_kind(turn.findings, "sex")):
        turn.dialogue.pending = [each for each in turn.dialogue.pending if not _asks_for_a_man(each)]
    not_known.take(turn)
    part = _part_meant(turn)
    if part:
        turn.dialogue.pending.pop(0)
        turn.set_fact("fracture_site", part)
    elif _denies_another(turn):
        turn.dialogue.pending.pop(0)
        turn.set_fact("fracture", "none")
    if turn.heard.taken or turn.heard.rejected or turn.heard.clarify:
        _drop_answered(turn)
    elif turn.dialogue.pending:
        _resolve_pending(turn, Clarification.from_dict(turn.dialogue.pending[0]))
    elif turn.requested and not turn.heard.unsure and not scope_reply.is_in_doubt(turn):
        resolve_question(turn, turn.requested)
    elif _mends_age(turn):
        turn.set_fact("age", int(number_in(turn) or 0))
    _queue(turn)


def _mends_age(turn: Turn) -> bool:
    """ "Sorry 64" after a case: of all that is known only an age is so large and whole."""
    number = number_in(turn)
    is_age = number is not None and number.isdigit() and AGE_ADULT <= int(number) <= AGE_HIGHEST
    return is_age and bool(turn.reading.get("corrects")) and turn.facts["age"] is not None and not turn.requested


NEVER_ONE = re.compile(r"\bnever (?:\w+ ){0,2}(?:took|taken|tried|used) (?:\w+ ){0,2}(?:one|any|it|them|those|that)\b")


def _takes_back_the_bisphosphonate(turn: Turn) -> bool:
    """ "I never took one" names no drug: after trouble with a bisphosphonate was noted, it takes just that back."""
    is_noted = turn.facts["bisphosphonate_problem"] is True and turn.dialogue.exercise is None
    says_no_more = not turn.heard.anything and not turn.findings
    return is_noted and says_no_more and NEVER_ONE.search(turn.text.lower()) is not None


def _part_meant(turn: Turn) -> Optional[str]:
    """Return the one part that both the open question and the answer leave: of the shoulder, "the upper bit of the arm"."""
    pending = turn.dialogue.clarifying
    vague = [each for each in turn.heard.clarify if each.reason == pending.get("reason") == "site_unclear"]
    if pending.get("fact") != "fracture" or len(vague) != 1 or turn.heard.taken:
        return None
    left = [each for each in pending["candidates"] if each in vague[0].candidates]
    return str(left[0]) if len(left) == 1 else None


def _denies_another(turn: Turn) -> bool:
    """ "No other fracture" is the answer where it is asked what broke beside a bone that does not count."""
    denied = [each for each in turn.heard.clarify if each.fact == "fracture" and each.reason == "limited"]
    return bool(denied) and turn.dialogue.clarifying.get("reason") in COUNT_NOT and not turn.heard.taken


def _asks_for_a_man(pending: Mapping[str, Any]) -> bool:
    return pending["fact"] == "scope" and list(pending["candidates"]) == ["man"]


def _drop_answered(turn: Turn) -> None:
    known = turn.heard.taken | turn.heard.unsure
    known |= {"fracture"} if "fracture_sites" in known else set()
    turn.dialogue.waits_no_more(known)


def _queue(turn: Turn) -> None:
    """Put what must be asked back before what was waiting, each fact once."""
    fresh = [each.as_dict() for each in turn.heard.clarify]
    again = {each["fact"] for each in fresh}
    waiting = [each for each in turn.dialogue.pending if each["fact"] not in again]
    if fresh:
        turn.dialogue.clarified = 0
    unique = {each["fact"]: each for each in reversed(fresh + waiting)}
    turn.dialogue.pending = list(reversed(unique.values()))


def _resolve_pending(turn: Turn, pending: Clarification) -> None:
    value = _chosen(turn, pending)
    if value is not None:
        turn.dialogue.pending.pop(0)
        _accept(turn, pending.fact, value)
    elif turn.intent == DENY and _asks_for_one_thing(pending):
        turn.dialogue.pending.pop(0)  # that bone is whole, that illness over; whether there is another is still asked
    elif turn.intent == DENY and pending.reason == WHICH:
        turn.dialogue.pending.pop(0)
        turn.set_unsure(pending.fact)  # none of those that can be named: the answer says what it takes for granted
    elif pending.fact in NUMBER_FACTS and number_in(turn) and turn.dialogue.clarified < TRIES:
        turn.dialogue.clarified += 1
        turn.dialogue.pending.pop(0)
        resolve_number(turn, pending.fact, number_in(turn))
    elif pending.reason == SIGN_MISSING and turn.intent in (AFFIRM, DENY):
        return  # neither says whether it lies below or above zero
    elif turn.intent == DONT_KNOW or (turn.intent == DENY and _is_exhausted(turn, pending)):
        turn.dialogue.pending.pop(0)
        turn.set_unsure(pending.fact)
    elif turn.intent == DENY:
        left = {**pending.as_dict(), "candidates": list(pending.candidates[1:])}
        turn.dialogue.pending[0] = left


def _asks_for_one_thing(pending: Clarification) -> bool:
    return _is_of_one_bone(pending) or (pending.fact == "scope" and len(pending.candidates) == 1)


def _is_of_one_bone(pending: Clarification) -> bool:
    """Say whether it is asked if that one bone is broken."""
    return pending.reason == "no_fracture_word" or (pending.reason == "uncertain" and len(pending.candidates) == 1)


def _chosen(turn: Turn, pending: Clarification) -> Any:
    if pending.reason == SIGN_MISSING:
        return _signed(turn, pending)
    if pending.reason == "site_missing" and turn.intent == DENY:
        return "none"
    if turn.intent == AFFIRM and pending.candidates and (pending.fact != "fracture" or _is_of_one_bone(pending)):
        return pending.candidates[0]
    if turn.intent == DENY and pending.reason == PERIODS:
        return "premenopausal"
    if turn.intent == DENY and pending.fact in BOOL_FACTS:
        return False
    if turn.intent == DENY and pending.reason in COUNT_NOT:
        return "none"
    if is_of_ribs(pending) and _ribs_in(turn):
        return "three_ribs" if _ribs_in(turn) >= MANY_RIBS else "rib"
    number = number_in(turn)
    same = [each for each in pending.candidates if number is not None and str(each).lstrip("+-") == number.lstrip("+-")]
    return same[0] if len(same) == 1 else None


def _ribs_in(turn: Turn) -> int:
    """Return how many ribs a message counts, 0 when it does not say."""
    counts = [count for word, count in theme("clarify")["counts"].items() if word in words_in(turn)]
    return counts[0] if len(counts) == 1 else 0


MANY_RIBS = 3


def _signed(turn: Turn, pending: Clarification) -> Any:
    below, above = bool(words_in(turn) & MINUS), bool(words_in(turn) & PLUS)
    if below is above:
        return None
    return next((each for each in pending.candidates if str(each).startswith("-") is below), None)


MINUS = frozenset({"minus", "negative", "below", "moins", "-", "−"})
PLUS = frozenset({"plus", "positive", "above", "+"})


def _is_exhausted(turn: Turn, pending: Clarification) -> bool:
    turn.dialogue.clarified += 1
    return len(pending.candidates) < 2 or turn.dialogue.clarified >= TRIES


def _accept(turn: Turn, fact: str, value: Any) -> None:
    if fact == "fracture" and value not in ("none",):
        turn.set_fact("fracture_site", value)
    else:
        turn.set_fact(fact, value)
