"""Hears a person mend what she said ("-2.3, sorry, -3.2"; "not 62 but 71"; "no, it's …")."""

from __future__ import annotations

import re

from nlu.clinical.patterns import Pattern

_MENDS = (
    r"(?:\bsorry\b|\boops\b|\bwoops\b|\bwhoops\b|\bpardon\b|\bcorrection\b|\bcorrecting\b|"
    r"\bscratch that\b|\bstrike that\b|\b(?:scrap|cancel|disregard) (?:that|this|it)\b|"
    r"\bi mean(?:t)?\b|\bbut meant\b|\bmeant\b|\bi should (?:say|"
    r"have said)\b|\bmy mistake\b|\bmy bad\b|\bmistake\b|"
    r"\btypo\b|\bwait\b|\brather\b(?! not)|\bor rather\b|\bapologies\b|\bto be (?:precise|"
    r"exact)\b|\bmistyped\b|\bwrong\b|\bje voulais dire\b|\ben fait\b|\bdesolee?\b|\bhang on\b|"
    r"\bno,? (?:it's|it is|it was|that's|make that|i'm|i am|my|-|minus|\d)|\bedit\b|"
    r"\bi was wrong\b|\bcheck(?:ed|ing) again\b|\bmake that\b|\bnon,|\bplutot\b|\bhmm? no\b|"
    r"\bactually\b|\ber,? no\b|\berr\b|\bnope\b|\*)"
)
BETWEEN = re.compile(_MENDS)
_OPENS = Pattern("repair", "opens")
_ANYWHERE = Pattern("repair", "anywhere")
_DISCARDED = re.compile(
    r"(?:\bnot|\binstead of|\brather than|\bisn't|\bwasn't|\bpas)\s+(?:at |a |my |the |it's |"
    r"t-score (?:of )?|t )?$"
)


def corrects(plain: str) -> bool:
    """True where the message says that it corrects something said before."""
    return opens(plain) or bool(_ANYWHERE.search(plain))


def opens(plain: str) -> bool:
    """True where the message begins with words that correct something said before."""
    return bool(_OPENS.match(plain))


def is_mended_between(plain: str, first_end: int, second_start: int) -> bool:
    """True where words of repair stand between two values: the second takes the place of the first."""
    gap = plain[first_end:second_start]
    return len(gap) <= 90 and bool(BETWEEN.search(gap + plain[second_start : second_start + 2]))


def is_discarded(plain: str, start: int) -> bool:
    """True where the value at `start` is named only to be put aside ("not -2.3", "instead of 62")."""
    return bool(_DISCARDED.search(plain[max(0, start - 30) : start]))
