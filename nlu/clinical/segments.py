"""Cuts a plain text into sentences, and sentences into chunks (the reach of a negation or of a subject)."""

from __future__ import annotations

import re
from typing import NamedTuple

# A point after one of these, or inside a number, ends nothing.
_ABBREVIATIONS = (
    "y.o",
    "y/o",
    "yo",
    "yrs",
    "yr",
    "fx",
    "fxs",
    "fract",
    "dr",
    "mr",
    "mrs",
    "ms",
    "approx",
    "intol",
    "vs",
    "e.g",
    "i.e",
    "eg",
    "ie",
    "ca",
    "env",
    "vert",
    "hx",
    "pt",
    "no",
    "st",
    "prof",
    "incl",
    "esp",
    "etc",
    "s.d",
    "p.o",
    "i.v",
    "iv",
    "a.m",
    "p.m",
    "lat",
    "med",
    "prox",
    "dist",
    "comp",
    "h/o",
    "c/o",
    "s/p",
    "post",
    "meno",
    "rt",
    "lt",
    "max",
    "min",
    "vit",
    "jan",
    "feb",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
    "m",
    "mme",
    "mlle",
)
_ENDS = re.compile(r"[.!?\u2026\u3002]+(?=[\s\"')\]]|$)|[?!]+|\n+|\r+|(?<=[a-z)])\.(?=[a-z]{2,}\b)")
_ABBREVIATION = re.compile(r"(?:^|[^\w])(?:" + "|".join(re.escape(a) for a in _ABBREVIATIONS) + r"|[a-z])$")

_SUBJECT = (
    r"(?:i|i'm|im|i've|ive|i'd|she|he|they|we|you|it|it's|my|her|his|the|there|she's|he's|j'ai|je|"
    r"elle|il|this|that|now|then|mum|mother|dad|nobody|no one|never|neither)"
)
_VERB = (
    r"(?:am|is|was|were|are|have|has|had|take|takes|took|taking|broke|fell|fractured|got|get|do|"
    r"don't|did|didn't|does|doesn't|use|started|stopped|"
    r"want|need|feel|felt|can|can't|should|would|could|will|never|haven't|hasn't|not|currently|"
    r"recently|also|lost|suffer|suffers|went)"
)
_CHUNK = re.compile(
    r"[;()\[\]\u2022|]|\u2014|\s-\s(?!\d)|:(?=\s)"
    r"|,(?!\d)|\.(?=\s)"
    r"|\s(?:but|however|although|though|whereas|while|except|because|since(?=\s(?:i|she|he|my))|"
    r"unless|mais|sauf|car|apart from|other than|plus|yet(?=\s\w))\b"
    rf"|\s(?:and|so|et|&|then)\s(?={_SUBJECT}\b|{_VERB}\b)"
    r"|\s(?=(?:which|who|whom)\b)"
    r"|(?<!\bwhat)(?<!\bhow)(?<!\bwhy)(?<!\bwhen)(?<!\bwhere)(?<!\bwhich)"
    r"\s(?=(?:(?:what|how|why|when|where|which)\s(?:\w+\s)?)?(?:should|shall|could|can|would|do|"
    r"does|is|are|will|am)\s"
    r"(?:i(?!\s(?:think|believe|guess|suppose|reckon))|she|he|we|it|they|my|you|this|that|the|"
    r"there|her|his)\b)"
)


class Segment(NamedTuple):
    """A stretch of the plain text [start:end] and the sign that opened it ("" at the start of a sentence)."""

    start: int
    end: int
    opener: str = ""


def sentences(plain: str) -> list[Segment]:
    """Return the sentences of a plain text; closing signs belong to their sentence."""
    found: list[Segment] = []
    start = 0
    for match in _ENDS.finditer(plain):
        if match.start() < start or _is_abbreviation(plain, match):
            continue
        if plain[start : match.end()].strip():
            found.append(Segment(start, match.end()))
            start = match.end()
    if plain[start:].strip():
        found.append(Segment(start, len(plain)))
    return found


def _is_abbreviation(plain: str, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return False
    before = plain[max(0, match.start() - 8) : match.start()]
    after = plain[match.end() : match.end() + 2]
    if not _ABBREVIATION.search(before):
        return False
    return bool(after.strip()) and after[-1:] != "\n"


def chunks(plain: str, sentence: Segment) -> list[Segment]:
    """Return the chunks of a sentence, in order; together they cover it."""
    found: list[Segment] = []
    start, opener = sentence.start, ""
    for match in _CHUNK.finditer(plain, sentence.start, sentence.end):
        if plain[start : match.start()].strip():
            found.append(Segment(start, match.start(), opener))
            start, opener = match.start(), match.group().strip()
    found.append(Segment(start, sentence.end, opener))
    return found
