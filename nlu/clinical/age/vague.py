"""Ages given as a decade or a birthday."""

from __future__ import annotations

import re

from nlu.clinical.age.mention import AgeMention
from nlu.clinical.analysis import Analysis

_DECADE_WORDS = {
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "twenties": 20,
    "teens": 10,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "septuagenarian": 70,
    "octogenarian": 80,
    "nonagenarian": 90,
    "sexagenarian": 60,
}


_DECADE = re.compile(
    r"\b(?:(?P<part>early|mid|middle|late|end|beginning|start)(?:[\s-]*(?:to[\s-]*(?:mid|"
    r"late)))?[\s-]*(?:of\s+)?(?:my\s+|her\s+|the\s+)?)?(?:(?P<word>"
    + "|".join(_DECADE_WORDS)
    + r")|(?P<tens>[2-9]0)\s?'?s)\b"
)
_TENS = {"fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "fortieth": 40}
_BIRTHDAY = re.compile(
    r"\b(?:my|her)\s+(?:(\d\d)(?:st|nd|rd|th)|("
    + "|".join(_TENS)
    + r"))\b(?=\s+birthday|[^.;]{0,20}\b(?:last|in|this|on)\b|\W*$)"
)


def birthdays(analysis: Analysis) -> list[AgeMention]:
    """Read "I celebrated my 80th in June"; one still to come makes the person a year younger."""
    found = []
    for match in _BIRTHDAY.finditer(analysis.plain):
        lead = analysis.before(match.start(), 45)
        if not re.search(
            r"\b(?:celebrat\w+|had|just|turned|was|reached|birthday|past|after|having|before|until|till|"
            r"soon|nearly|almost|for|on)\b",
            lead,
        ):
            continue
        age = int(match.group(1)) if match.group(1) else _TENS[match.group(2)]
        coming = re.search(
            r"\b(?:before|until|till|soon|nearly|almost|will|next|coming|going|plan\w*|i'll)\b",
            lead + analysis.after(match.end(), 15),
        )
        exact = age - 1 if coming else age
        found.append(AgeMention(match.start(), match.end(), exact, exact, exact))
    return found


def decades(analysis: Analysis) -> list[AgeMention]:
    found = []
    for match in _DECADE.finditer(analysis.plain):
        lead = analysis.before(match.start(), 60)
        announced = re.search(
            r"\b(?:in|into|entering|approaching|nearing|to)\s+(?:my|her|his|the|their)?\s*$|\b(?:i'm|i am|"
            r"she's|she is|is|a|an)\s+(?:in\s+)?(?:my|her|his)?\s*$|\bla\s*$",
            lead,
        )
        genarian = match.group("word") and match.group("word").endswith(("arian", "aine"))
        if not announced and not genarian:
            continue
        first = _DECADE_WORDS[match.group("word")] if match.group("word") else int(match.group("tens"))
        low, high = _part_of(first, match.group("part") or "")
        event = bool(
            re.search(
                r"\b(?:since|until|from|when|back|broke|stopped|menopaus\w*|had|started|fell|diagnosed|"
                r"was|fractured|cracked|snapped|once|twice)\b[^,.;]{0,45}$",
                lead,
            )
        ) and not re.search(r"\b(?:i'm|i am|im|am|now)\b[^,.;]{0,12}$", lead)
        found.append(AgeMention(match.start(), match.end(), low, high, (low + high) // 2, "decade", event))
    return found


def _part_of(first: int, part: str) -> tuple[int, int]:
    if part in ("early", "beginning", "start"):
        return first, first + 3
    if part in ("mid", "middle"):
        return first + 4, first + 6
    if part in ("late", "end"):
        return first + 7, first + 9
    return first, first + 9
