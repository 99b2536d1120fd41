"""How many vertebrae are broken, where another is told after those that are known: "another one went last week".

One more is counted, or the number of all that is told with it. The number never gets smaller by a bone that is only named;
where the words leave it open whether it is another one, the number is asked.
"""

from __future__ import annotations

import re
from typing import Optional

from actions.finding import of_kind
from actions.marked import plain
from actions.turn import Turn
from answers.clarification import Clarification
from answers.strings import theme
from answers.wording import number_said
from guideline.fractures import VERTEBRA

COUNT = "vertebral_fractures"
UNCLEAR = "count_unclear"
MOST = 24


def settle(turn: Turn) -> None:
    """Count the vertebra that this message tells beside the known ones."""
    before = turn.facts_before
    answers = _answers_which(turn)
    words = _broken(turn) or (_named(turn) if answers else None)
    if turn.is_new_case or turn.whose_case or words is None or turn.reading.get("corrects"):
        return
    if VERTEBRA not in (before["fracture_sites"] or ()) or VERTEBRA not in (turn.facts["fracture_sites"] or ()):
        return
    known: Optional[int] = before[COUNT]
    said, text = theme("clarify"), plain(turn)
    told = next((int(each.value) for each in of_kind(turn.findings, COUNT) if each.is_own and each.value), 1)
    total = _total(text)
    if answers or re.search(said["vertebra_adds_words"], text):
        if total:
            _note(turn, known, max(total, known or 0))
        elif known is None or known + told > MOST:
            _ask(turn, known, words)
        else:
            _note(turn, known, known + told)
    elif known is not None and _may_be_another(text, told < known):
        _ask(turn, known, words)


def _answers_which(turn: Turn) -> bool:
    """Say whether it was asked which bone it is that broke beside the known ones ("I have had another fracture")."""
    pending = turn.dialogue.clarifying
    is_asked = pending.get("fact") == "fracture" and pending.get("reason") == "site_missing"
    return is_asked and re.search(theme("clarify")["one_more_words"], str(pending.get("heard")).lower()) is not None


def _named(turn: Turn) -> Optional[str]:
    found = of_kind(turn.findings, "fracture_site")
    return next((each.text for each in found if each.is_own and each.candidates[:1] == (VERTEBRA,)), None)


def _broken(turn: Turn) -> Optional[str]:
    """Return the words in which the message tells of a broken vertebra, None where it tells of none."""
    found = of_kind(turn.findings, "fracture_site")
    clear = (each for each in found if each.value == VERTEBRA and each.certainty == "clear")
    return next((each.text for each in clear if each.status in ("present", "past")), None)


def _may_be_another(text: str, is_fewer: bool) -> bool:
    """Say whether a vertebra is named without a number, so that it may be one more ("and L3 is squashed")."""
    said = theme("clarify")
    if re.search(said["vertebra_counted_words"], _without_levels(text)):
        return False
    return is_fewer or re.search(said["vertebra_doubt_words"], text) is not None


def _total(text: str) -> Optional[int]:
    match = re.search(theme("clarify")["vertebra_total_words"], text)
    return number_said(match["first"] or match["second"]) if match else None


def _without_levels(text: str) -> str:
    return re.sub(r"\b[tldc]\d{1,2}\b", " ", text)


def _note(turn: Turn, known: Optional[int], count: int) -> None:
    corrected = [each for each in turn.heard.corrected if each[0] != COUNT]
    turn.facts[COUNT] = count
    turn.heard.taken.add(COUNT)
    turn.heard.clarify = [each for each in turn.heard.clarify if each.fact != COUNT]
    turn.heard.corrected = [*corrected, *([(COUNT, known, count)] if known not in (None, count) else [])]


def _ask(turn: Turn, known: Optional[int], words: str) -> None:
    turn.facts[COUNT] = known
    turn.heard.taken.discard(COUNT)
    turn.heard.corrected = [each for each in turn.heard.corrected if each[0] != COUNT]
    asked = [each for each in turn.heard.clarify if each.fact == COUNT]
    turn.heard.clarify += [] if asked else [Clarification(COUNT, words, UNCLEAR)]
