"""Puts some Scots words ("aff", "ah'm", "ma", "cannae", "son" to whom one talks) into plain English.

"AFF" is the atypical femoral fracture in capital letters, or in small ones beside the thigh or a drug of that story; what
somebody falls "aff" never is.
"""

from __future__ import annotations

from nlu.clinical.patterns import Pattern
from nlu.clinical.text import PlainText, replace_spans

_AFF = Pattern("scots", "aff")
_PLAIN = {
    "i'm": Pattern("scots", "i_am"),
    "my": Pattern("scots", "my"),
    "dear": Pattern("scots", "dear"),
    "one": Pattern("scots", "one"),
    "can't": Pattern("scots", "cannot"),
    "over": Pattern("scots", "over"),
    "down": Pattern("scots", "down"),
    "went": Pattern("scots", "went"),
}
_MY_BODY = Pattern("scots", "my_body")
_OFF_SOMETHING = Pattern("scots", "off_something")
_OFF_ANYTHING = Pattern("scots", "off_anything")
_SHORTHAND_BESIDE = Pattern("scots", "shorthand_beside")
_FELL = Pattern("scots", "fell")
_REACH = 20
"""Letters before "aff" that may tell of a fall."""


def in_plain_words(source: PlainText) -> PlainText:
    """Return the message with these words in English; each pattern marks the word in its group."""
    changes = {
        (*match.span(1), english) for english, pattern in _PLAIN.items() for match in pattern.finditer(source.plain)
    }
    changes |= {(*match.span(1), "my") for match in _MY_BODY.finditer(source.plain)}
    for match in _AFF.finditer(source.plain):
        if not _is_shorthand(source, *match.span()):
            changes.add((*match.span(), "off"))
    return replace_spans(source, sorted(changes))


def _is_shorthand(source: PlainText, start: int, end: int) -> bool:
    if _OFF_SOMETHING.match(source.plain, end) or _FELL.search(source.plain, max(0, start - _REACH), start):
        return False
    first, last = source.original_span(start, end)
    if source.original[first:last].isupper():
        return True
    is_off = _OFF_ANYTHING.match(source.plain, end) is not None
    return not is_off and _SHORTHAND_BESIDE.search(source.plain) is not None
