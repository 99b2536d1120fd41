"""What a message says to the question whether a person fits the table, in whatever words: yes, all but something, not sure.

By itself the answer is nothing: it counts only where that question is open.
"""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.scope.medicines import is_only_local

YES, UNSURE, EXCEPT = "yes", "unsure", "except"


def _pattern(name: str) -> Pattern:
    return Pattern("scope_reply", name)


_YES_WORD, _YES_GOES_ON, _FITS, _NO_FIT = map(_pattern, ("yes_word", "yes_goes_on", "fits", "no_fit"))
_WOMAN, _PAST_IT, _NIL = map(_pattern, ("woman", "past_it", "nil"))
_STEROIDS = _pattern("steroids")
_ABSENT = (_STEROIDS, *map(_pattern, ("cancer", "kidney")))
_IS_WELL, _OVER, _DENIES = map(_pattern, ("is_well", "over", "denies"))
_DOUBT, _ABOUT_ELSE = map(_pattern, ("doubt", "about_else"))
_EXCEPT, _NOTHING_BUT, _TAKES = map(_pattern, ("except", "nothing_but", "takes"))
_CLAUSE_END = re.compile(r"[.,;:!?\n]|\bbut\b|\bthough\b")
_LEADING_YES = re.compile(r"\W*(?:(?:oh|well|ah)\W+)?(?:yes|yeah|yep|yup|aye)\s*[,.;!]")
_ASKED = "_"
_REACH = 60


def fits(analysis: Analysis, ownership: Ownership, found: list[Finding]) -> str:
    """Return what the message says to that question, empty where it says nothing or the findings on scope say more."""
    others = [each for each in found if each.kind in ("scope", "menopause") and each.value not in ("in_scope", "post")]
    if any(each.status in ("present", "past") for each in others):
        return ""
    text = _told(analysis)
    if not text.strip() or _NO_FIT.search(text):
        return ""
    if _has_exception(text) or _TAKES.search(text):
        return EXCEPT
    if any(_DOUBT.search(clause) and not _ABOUT_ELSE.search(clause) for clause in _CLAUSE_END.split(text)):
        return UNSURE
    denied, is_open = _absent(analysis, ownership, text)
    if is_open:
        return EXCEPT
    is_past_it = bool(_PAST_IT.search(text)) or any(each.value == "post" for each in found if each.kind == "menopause")
    return YES if _says_yes(text, denied, is_past_it) else ""


def _told(analysis: Analysis) -> str:
    """Return the plain text with the questions made one strange word each, but for a yes that one begins with."""
    text = analysis.plain
    for start, end in analysis.question_stretches:
        said = _LEADING_YES.match(text, start, end)
        kept = said.end() if said else start
        text = f"{text[:kept]}{_ASKED * (end - kept)}{text[end:]}"
    return text


def _has_exception(text: str) -> bool:
    for match in _EXCEPT.finditer(text):
        clause = _CLAUSE_END.split(text[match.end() :], maxsplit=1)[0]
        if not _NOTHING_BUT.search(text[max(0, match.start() - _REACH) : match.start()]) and not _ABOUT_ELSE.search(
            clause
        ):
            return True
    return False


def _absent(analysis: Analysis, ownership: Ownership, text: str) -> tuple[int, bool]:
    """Return how many of the three things that must be absent are denied, and whether one is named and not denied."""
    denied = 0
    for pattern in _ABSENT:
        own = [each.span() for each in pattern.finditer(text) if not ownership.subjects.is_other(each.start())]
        local = pattern is _STEROIDS and any(is_only_local(analysis, *span) for span in own)
        if not local and any(not _is_denied(ownership, text, *span) for span in own):
            return denied, True
        denied += bool(own)
    return denied, False


def _is_denied(ownership: Ownership, text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _REACH) : start]
    if _DENIES.search(before) or _IS_WELL.match(text, end) or ownership.context(start, end).denied:
        return True  # the quick ones first
    return _OVER.search(text, end, min(len(text), end + _REACH)) is not None


def _says_yes(text: str, denied: int, is_past_it: bool) -> bool:
    if _FITS.search(text):
        return True
    leading = list(_YES_WORD.finditer(text))
    rest_is_denied = denied > 0 or _NIL.search(text) is not None
    if leading and (is_past_it or rest_is_denied):
        return True
    if any(_YES_GOES_ON.match(text, each.end()) for each in leading):
        return True
    if denied == len(_ABSENT):
        return True
    return rest_is_denied and (is_past_it or (_WOMAN.search(text) is not None and _NIL.search(text) is not None))
