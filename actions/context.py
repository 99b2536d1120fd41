"""What a short answer means after a question: "72", "yes", "the first", "I don't know"."""

from __future__ import annotations

import re
from typing import Any, Optional

from actions.finding import of_kind
from actions.turn import Turn
from answers.clarification import Clarification

SIGN_MISSING = "sign_missing"
"""Whether a score lies below or above zero: only a word that says so answers it, since a yes says neither."""
AFFIRM, DENY, DONT_KNOW, INFORM = "affirm", "deny", "dont_know", "inform"
BOOL_FACTS = ("climacteric_symptoms", "bisphosphonate_problem", "low_peripheral_risk", "high_energy")
NUMBER_FACTS = ("age", "vertebral_fractures", "t_score")
TRIES = 2
ADULT = 18
"""A bare number below it is hardly the age of who writes here: it is asked back before it counts."""


def resolve(turn: Turn) -> None:
    """Give the message the meaning that the open question lends it, where its own words gave none."""
    if _takes_back_the_bisphosphonate(turn):
        turn.set_fact("bisphosphonate_problem", False)
    if turn.heard.taken or turn.heard.rejected or turn.heard.clarify:
        _drop_answered(turn)
    elif turn.dialogue.pending:
        _resolve_pending(turn, Clarification.from_dict(turn.dialogue.pending[0]))
    elif turn.requested and not turn.heard.unsure:
        _resolve_question(turn, turn.requested)
    _queue(turn)


NEVER_ONE = re.compile(r"\bnever (?:\w+ ){0,2}(?:took|taken|tried|used) (?:\w+ ){0,2}(?:one|any|it|them|those|that)\b")


def _takes_back_the_bisphosphonate(turn: Turn) -> bool:
    """ "I never took one" names no drug: after trouble with a bisphosphonate was noted, it takes just that back."""
    is_noted = turn.facts["bisphosphonate_problem"] is True and turn.dialogue.exercise is None
    says_no_more = not turn.heard.anything and not turn.findings
    return is_noted and says_no_more and NEVER_ONE.search(turn.text.lower()) is not None


def _drop_answered(turn: Turn) -> None:
    known = turn.heard.taken | turn.heard.unsure
    known |= {"fracture"} if "fracture_sites" in known else set()
    turn.dialogue.pending = [each for each in turn.dialogue.pending if each["fact"] not in known]


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
        turn.dialogue.pending.pop(
            0
        )  # that bone is whole, that illness is over; whether there is another is still to be asked
    elif pending.fact in NUMBER_FACTS and _number(turn) and turn.dialogue.clarified < TRIES:
        turn.dialogue.clarified += 1
        turn.dialogue.pending.pop(0)
        _resolve_number(turn, pending.fact, _number(turn))
    elif pending.reason == SIGN_MISSING and turn.intent in (AFFIRM, DENY):
        _try_again(turn)
    elif turn.intent == DONT_KNOW or (turn.intent == DENY and _is_exhausted(turn, pending)):
        turn.dialogue.pending.pop(0)
        turn.set_unsure(pending.fact)
    elif turn.intent == DENY:
        left = {**pending.as_dict(), "candidates": list(pending.candidates[1:])}
        turn.dialogue.pending[0] = left
    elif turn.intent in (AFFIRM, INFORM):
        _try_again(turn)


def _asks_for_one_thing(pending: Clarification) -> bool:
    return pending.reason == "no_fracture_word" or (pending.fact == "scope" and len(pending.candidates) == 1)


def _try_again(turn: Turn) -> None:
    """Read it back once more; after that the fact is asked for in the usual way, if it is still open."""
    turn.dialogue.clarified += 1
    if turn.dialogue.clarified >= TRIES:
        turn.dialogue.pending.pop(0)


def _chosen(turn: Turn, pending: Clarification) -> Any:
    if pending.reason == SIGN_MISSING:
        return _signed(turn, pending)
    if pending.reason == "site_missing" and turn.intent == DENY:
        return "none"
    if (
        turn.intent == AFFIRM
        and pending.candidates
        and (pending.fact != "fracture" or pending.reason == "no_fracture_word")
    ):
        return pending.candidates[0]
    if turn.intent == DENY and pending.fact in BOOL_FACTS:
        return False
    if turn.intent == DENY and pending.reason == "before_50":
        return "none"
    number = _number(turn)
    same = [each for each in pending.candidates if number is not None and str(each).lstrip("+-") == number.lstrip("+-")]
    return same[0] if len(same) == 1 else None


def _signed(turn: Turn, pending: Clarification) -> Any:
    below, above = bool(_words(turn) & MINUS), bool(_words(turn) & PLUS)
    if below is above:
        return None
    return next((each for each in pending.candidates if str(each).startswith("-") is below), None)


MINUS = frozenset({"minus", "negative", "below", "moins", "-", "−"})
PLUS = frozenset({"plus", "positive", "above", "+"})


def _words(turn: Turn) -> frozenset[str]:
    return frozenset(turn.text.lower().replace(".", " ").replace(",", " ").split())


def _is_exhausted(turn: Turn, pending: Clarification) -> bool:
    turn.dialogue.clarified += 1
    return len(pending.candidates) < 2 or turn.dialogue.clarified >= TRIES


def _accept(turn: Turn, fact: str, value: Any) -> None:
    if fact == "fracture" and value not in ("none",):
        turn.set_fact("fracture_site", value)
    else:
        turn.set_fact(fact, value)


def _resolve_question(turn: Turn, fact: str) -> None:
    if turn.intent == DONT_KNOW:
        turn.set_unsure(fact)
    elif fact in BOOL_FACTS and _yes_or_no(turn) is not None:
        turn.set_fact(fact, _yes_or_no(turn))
    elif fact == "scope" and turn.intent == AFFIRM:
        turn.set_fact("scope", "in_scope")
    elif fact == "scope" and turn.intent == DENY:
        turn.heard.clarify.append(Clarification("scope", turn.text, "which", SCOPES_TO_CHOOSE))
    elif fact == "fracture" and turn.intent == DENY:
        turn.set_fact("fracture", "none")
    elif fact == "fracture" and turn.intent == AFFIRM:
        turn.heard.clarify.append(Clarification("fracture", turn.text, "site_missing", SITES_TO_CHOOSE))
    elif fact == "t_score" and turn.intent == DENY:
        turn.set_unsure(fact)
    elif fact in NUMBER_FACTS:
        _resolve_number(turn, fact, _number(turn))


SHORT_ANSWER = 6
"""Words up to which a message can be nothing but an answer to a question with yes or no."""
YES = frozenset({"yes", "yeah", "yep", "sometimes", "often", "daily", "nightly", "always", "still", "oui"})
NO = frozenset({"no", "never", "none", "nope", "not", "neither", "nothing", "nor", "longer", "non", "jamais"})


def _yes_or_no(turn: Turn) -> Optional[bool]:
    """Return what a short answer says to a question with yes or no, None when it says neither."""
    words = _words(turn)
    if words & {"fit", "fits"}:  # said to the question on whom the table is for
        return None
    if turn.intent in (AFFIRM, DENY):
        return turn.intent == AFFIRM
    if len(words) > SHORT_ANSWER or bool(words & YES) == bool(words & NO):
        return None
    return bool(words & YES)


SCOPES_TO_CHOOSE = ("man", "premenopausal", "glucocorticoids", "cancer_or_metastases", "severe_kidney_disease")
SITES_TO_CHOOSE = ("hip", "vertebra", "wrist", "pelvis", "proximal_humerus")


def _number(turn: Turn) -> Optional[str]:
    numbers = of_kind(turn.findings, "number")
    return str(numbers[0].value) if len(numbers) == 1 else None


def _resolve_number(turn: Turn, fact: str, number: Optional[str]) -> None:
    if number is None:
        return
    if fact == "t_score":
        if number.startswith(("-", "+")) or float(number) == 0:
            turn.set_fact(fact, number.lstrip("+"))
        else:
            turn.heard.clarify.append(Clarification(fact, turn.text, "sign_missing", (f"-{number}", number)))
    elif fact == "age" and number.isdigit() and int(number) < ADULT:
        turn.heard.clarify.append(Clarification(fact, turn.text, "bare_small_number"))
    elif number.isdigit():
        turn.set_fact(fact, int(number))
    else:
        turn.heard.rejected.append((fact, turn.text, "not_whole"))
