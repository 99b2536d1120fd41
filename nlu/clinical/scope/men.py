"""A man who says so in passing ("I know it's mostly a ladies' thing, but my urologist …"), or who only may be one."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern

_OF_WOMEN = ("in_scope", "premenopausal", "peri", "pregnancy")
_OTHERS = ("female_relative", "male_relative", "relative", "other_person")
_HORMONES = "menopausal_hormone_therapy"

_ASKS_OF_MEN, _CONCEDED = Pattern("scope", "asks_of_men"), Pattern("scope", "conceded")
_SIGNS, _WORDS = Pattern("scope", "mans_signs"), Pattern("scope", "mans_words")
_PERHAPS = Pattern("scope", "perhaps_mans_words")
_WIFE = frozenset({"wife", "missus", "my wife", "my missus"})


def told_in_passing(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return that it is a man, or the question whether it is; nothing where words of a woman speak for her."""
    if any(analysis.concept("scope", *_OF_WOMEN)) or analysis.theme("symptom") or analysis.concept("drug", _HORMONES):
        return []
    if not ownership.tells_own_age:
        return []
    own, conceded = _WORDS.search(analysis.plain), _CONCEDED.search(analysis.plain)
    people = {
        analysis.between(person.start, person.end)
        for person in analysis.concept("person", *_OTHERS)
        if not (own and own.start() <= person.start < own.end())
    }
    if people - _WIFE:
        return []
    sure = own or (conceded if conceded and _SIGNS.search(analysis.plain) else None)
    if sure:
        return _man(analysis, sure.span())
    doubtful = conceded or _PERHAPS.search(analysis.plain) or (not people and _ASKS_OF_MEN.search(analysis.plain))
    return perhaps_a_man(analysis, doubtful.span()) if doubtful else []


def _man(analysis: Analysis, span: tuple[int, int]) -> list[Finding]:
    return [analysis.finding("sex", "male", span, CLEAR), analysis.finding("scope", "man", span, CLEAR)]


def perhaps_a_man(analysis: Analysis, span: tuple[int, int]) -> list[Finding]:
    """Return the question whether it is a man."""
    return [
        analysis.finding("sex", "male", span, ASK, "present", "pronoun"),
        analysis.finding("scope", "man", span, ASK, "present", "pronoun"),
    ]
