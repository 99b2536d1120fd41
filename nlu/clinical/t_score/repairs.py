"""Leaves out the values that a person takes back ("-3.1 … scrap that, it is the % change")."""

from __future__ import annotations

import re

from nlu.clinical import repair
from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.t_score.value import Value

# Words this far behind a value no longer take it back.
_REACH = 70
_TAKEN_BACK = Pattern("scan_repairs", "taken_back")
_IS_Z = re.compile(r"\bz\b")
# "I read the wrong line" tells of a slip: of this value, or of the one that this value mends.
_SLIP = Pattern("scan_repairs", "slip")
# "Sorry for the long message" and "going the wrong way" mend nothing.
_MENDS_NOTHING = re.compile(r"\s+(?:for|about|to|if|but|way|foot|direction|place|end|until|till|with me|list|time)\b")


def without_taken_back(analysis: Analysis, values: list[Value]) -> list[Value]:
    """Return the values that stand; `values` itself where none would be left (see `taken_back`)."""
    kept: list[Value] = []
    for value in values:
        if kept and _is_mended(analysis, kept[-1], value):
            kept.pop()
        kept.append(value)
    return [value for value in kept if not _is_taken_back(analysis, value)] or values


def taken_back(analysis: Analysis, values: list[Value]) -> tuple[str, tuple[str, ...]] | None:
    """Return why the person must be asked where she takes back every value she gave, with the value that may stand after all.

    "Sorry, it is -2.3, I read the wrong line" mends what she said before: the value stands, and nothing is asked.
    """
    found = [_words_after(analysis, value) for value in values]
    if not found or not all(found):
        return None
    if _IS_Z.search(found[-1]):
        return "z_score", ()
    if not _SLIP.search(found[-1]):
        return "unclear", ()
    return None if repair.opens(analysis.plain) else ("unclear", (values[-1].text,))


def _is_taken_back(analysis: Analysis, value: Value) -> bool:
    return bool(_words_after(analysis, value))


def _words_after(analysis: Analysis, value: Value) -> str:
    """Return the words behind a value that take it back, or ""; a number between would be what they mean."""
    after = analysis.after(value.number.end, _REACH)
    found = _TAKEN_BACK.search(after)
    if not found or re.search(r"\d", after[: found.start()]):
        return ""
    return found.group()


def _is_mended(analysis: Analysis, first: Value, second: Value) -> bool:
    """True where the second value takes the place of the first; two named sites are two values."""
    gap = analysis.between(first.number.end, second.start)
    if first.site and second.site and first.site != second.site:
        return False
    if not repair.is_mended_between(analysis.plain, first.number.end, second.start):
        return False
    words = list(repair.BETWEEN.finditer(gap + analysis.plain[second.start : second.start + 2]))
    telling = [word for word in words if not _MENDS_NOTHING.match(gap, word.end())]
    # "I'm 62, sorry, 63, hip -1.9": what she mends is the number that comes next.
    return any(not re.search(r"\d", gap[word.end() :]) for word in telling)
