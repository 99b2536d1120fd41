"""Answers in a word or two: "n/k", "the lower one", "two levels", "none of mine". Each means something to its question alone."""

from __future__ import annotations

import re
from typing import Optional

from actions.plain_answer import SIGN_MISSING, SITES_TO_CHOOSE
from actions.turn import Turn
from answers.clarification import Clarification
from answers.strings import theme
from answers.wording import has_words, number_said, small_letters

COUNT, SCORE, FRACTURE, DRUG = "vertebral_fractures", "t_score", "fracture", "bisphosphonate_problem"
SITES = "fracture_sites"


def is_answer(turn: Turn) -> bool:
    """Say whether the message is such an answer, so that it is none of what it sounds like."""
    return is_not_known(turn) or _value(turn) is not None or is_of_the_scan(turn) or _is_another_break(turn)


def is_not_known(turn: Turn) -> bool:
    """Say whether it is shorthand for "not known", while something is asked."""
    return _open(turn) is not None and _says(turn, "not_known_shorthand_words")


def is_of_the_scan(turn: Turn) -> bool:
    """ "Too frail, not done" speaks of the scan; to the question for a drug it is no "no"."""
    return _open(turn) == DRUG and _says(turn, "not_done_words")


def take(turn: Turn) -> None:
    """Note the answer."""
    value = _value(turn)
    if is_of_the_scan(turn):
        turn.answer_nothing()
        if turn.facts[SCORE] is None:
            turn.set_unsure(SCORE)
    elif _is_another_break(turn):
        turn.heard.clarify.append(Clarification(FRACTURE, turn.text, "site_missing", SITES_TO_CHOOSE))
    elif value is not None:
        fact = COUNT if _corrects_count(turn) else _open(turn) or COUNT
        turn.dialogue.waits_no_more({fact})
        turn.add_fact(fact, value)


def _value(turn: Turn) -> Optional[object]:
    fact = _open(turn)
    if fact == COUNT or _corrects_count(turn):
        return _count(turn)
    if fact == SCORE:
        return _of_two(turn)
    is_free = fact == FRACTURE and not turn.dialogue.pending
    return "none" if is_free and _says(turn, "none_of_mine_words") and not turn.told.taken else None


def _is_another_break(turn: Turn) -> bool:
    """ "And another one last month", right after a broken bone was told: which bone is asked."""
    told = (turn.dialogue.latest or {}).get("facts") or {}
    is_free = not turn.dialogue.pending and not turn.dialogue.exercise and not turn.dialogue.urgent
    if SITES not in told or not turn.facts[SITES] or not is_free or turn.told.taken or turn.reading.get("asks"):
        return False
    return _says(turn, "another_break_words")


def _open(turn: Turn) -> Optional[str]:
    """Return the fact that is asked for, where the message asks and tells nothing else."""
    if turn.dialogue.exercise or turn.dialogue.urgent or turn.reading.get("asks") or turn.is_taken_back:
        return None
    return turn.dialogue.clarifying.get("fact") or turn.requested


def _count(turn: Turn) -> Optional[int]:
    said = re.match(theme("talk")["how_many_words"], small_letters(turn.text))
    if said is None or turn.told.taken:
        return None
    return number_said(said["count"].removeprefix("a "))


def _corrects_count(turn: Turn) -> bool:
    """ "Sorry, I meant twice", right after the number was told; "it's two actually" where nothing is asked."""
    told = (turn.dialogue.latest or {}).get("facts") or {}
    is_free = not turn.requested and not turn.dialogue.pending and "?" not in turn.text
    return COUNT in told and (is_free or bool(turn.reading.get("corrects")))


def _of_two(turn: Turn) -> Optional[str]:
    """Return which of the two numbers of a range is meant, the candidates being the lower and the higher one."""
    pending = turn.dialogue.clarifying
    candidates = pending.get("candidates") or ()
    if len(candidates) != 2 or pending.get("reason") == SIGN_MISSING:
        return None
    lower, higher = sorted(map(str, candidates), key=float)
    if _says(turn, "lower_words"):
        return lower
    return higher if _says(turn, "higher_words") else None


def _says(turn: Turn, key: str) -> bool:
    return has_words("talk", key, small_letters(turn.text))
