"""Danger signs that nobody in the conversation has: feared of a drug not yet taken, read on a label, told by a stranger."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern

_FILE = "reported"
_MINE_TOO = Pattern(_FILE, "mine_too")
_FEAR, _FEAR_ENDS = Pattern(_FILE, "fear"), Pattern(_FILE, "fear_ends")
_TO_COME, _MAY_COME = Pattern(_FILE, "to_come"), Pattern(_FILE, "may_come")
_OF_MINE = Pattern(_FILE, "of_mine")
_NOT_BEGUN, _HAPPENS, _OF_A_DRUG = (Pattern(_FILE, name) for name in ("not_begun", "happens", "of_a_drug"))
_LABEL, _LABEL_WORD, _LABEL_SPEAKS = (Pattern(_FILE, name) for name in ("label", "label_word", "label_speaks"))
_STRANGER, _ASKS_IN_GENERAL = Pattern(_FILE, "stranger"), Pattern(_FILE, "asks_in_general")
_TAUGHT, _OF_SOMEBODY = Pattern(_FILE, "taught"), Pattern(_FILE, "of_somebody")
_OWN_WORDS, _NEAR_NOW = Pattern(_FILE, "own_words"), Pattern(_FILE, "near_now")
# After one of these the label or the stranger is no longer quoted.
_TURNS = re.compile(r";|\.(?=\s)|\s-\s|\u2014|\b(?:but|and now|now|since|because)\b")
# How far behind the sign that is told, in characters.
_REACH = 160
_QUOTE = re.compile(r'"[^"]*"')


def is_mine_too(analysis: Analysis, end: int) -> bool:
    """True where what follows tells that the writer has the same ("… and mine are swelling now")."""
    return _MINE_TOO.search(analysis.plain, end, min(len(analysis.plain), end + _REACH)) is not None


def is_anothers_words(analysis: Analysis, start: int, end: int) -> bool:
    """True where plain[start:end] is only feared, read or heard of; in doubt, False."""
    if is_mine_too(analysis, end):
        return False
    return _is_taught(analysis) or (
        _is_feared(analysis, start, end) or _is_read(analysis, start) or _is_hearsay(analysis, start)
    )


def words_end(analysis: Analysis, end: int) -> int:
    """Return how far such words go on: to the end of the sentence, or of the chunk where the writer speaks again."""
    last = analysis.sentence(end - 1).end
    return last if _goes_on(analysis.between(end, last)) else max(end, analysis.chunk(end - 1).end)


def fears(analysis: Analysis) -> list[tuple[int, int]]:
    """Return the clauses that fear what a drug might do one day; none where anything tells that it has happened."""
    return analysis.once("fears", _fears)


def _fears(analysis: Analysis) -> list[tuple[int, int]]:
    told = list(_FEAR.finditer(analysis.plain))
    if not told or _HAPPENS.search(analysis.plain) or _MINE_TOO.search(analysis.plain):
        return []
    not_begun = _NOT_BEGUN.search(analysis.plain) is not None
    found = []
    for fear in told:
        last = analysis.sentence(fear.start()).end
        ends = _FEAR_ENDS.search(analysis.plain, fear.end(), last)
        end = ends.start() if ends else last
        may_come = _TO_COME.search(analysis.plain, fear.end(), end) or (
            not_begun and _MAY_COME.search(analysis.plain, fear.end(), end)
        )
        of_mine = _OF_MINE.match(analysis.plain, fear.end())
        if of_mine or (may_come and (not_begun or _OF_A_DRUG.search(analysis.plain, fear.end(), end))):
            found.append((fear.start(), end))
    return found


def _is_feared(analysis: Analysis, start: int, end: int) -> bool:
    """True for "afraid the pill will get stuck in my throat"; "afraid my sore throat will close" tells of a sore one."""
    return any(
        first <= start
        and end <= last
        and (_TO_COME.search(analysis.plain, first, end) or _MAY_COME.search(analysis.plain, first, end))
        for first, last in fears(analysis)
    )


def _is_taught(analysis: Analysis) -> bool:
    """True for a handout in the making and for what is learned for an examination; not where anybody has it."""
    return _TAUGHT.search(analysis.plain) is not None and _OF_SOMEBODY.search(analysis.plain) is None


def _is_read(analysis: Analysis, start: int) -> bool:
    """True for "the SmPC lists seizures" and for a quoted "tell your doctor about …"."""
    if not _LABEL_WORD.search(analysis.plain):
        return False
    opening = analysis.sentence(start).start
    found = [*_LABEL.finditer(analysis.plain, opening, start), *_LABEL_SPEAKS.finditer(analysis.plain, opening, start)]
    if found and _goes_on(analysis.between(max(match.end() for match in found), start)):
        return True
    quotes = [match for match in _QUOTE.finditer(analysis.plain) if match.start() < start < match.end()]
    return any(not _OWN_WORDS.search(match.group()) for match in quotes)


def _is_hearsay(analysis: Analysis, start: int) -> bool:
    """True for a review or a stranger's tale that is asked about in general ("Are such reviews typical?")."""
    if not _ASKS_IN_GENERAL.search(analysis.plain) or _NEAR_NOW.search(analysis.plain):
        return False
    told = list(_STRANGER.finditer(analysis.plain, 0, start))
    if not told:
        return False
    since = analysis.between(told[-1].end(), start)
    return not re.search(r"\b(?:i|i'm|i've|my|me|mine)\b", since) and not _TURNS.search(since)


def _goes_on(words: str) -> bool:
    return not _TURNS.search(words) and not _OWN_WORDS.search(words)
