"""Words near an unclear part that say which end of the bone it was."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from nlu.clinical import lexicon_files
from nlu.clinical.analysis import Analysis


class HasSpan(Protocol):
    """Anything with a start and an end in the plain text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


# Words near an unclear part that say which end of the bone it was.
_NARROWING: tuple[tuple[frozenset[str], str, re.Pattern[str]], ...] = (
    (
        frozenset({"femoral_shaft", "hip"}),
        "femoral_shaft",
        re.compile(r"\b(?:middle|mid|midway|halfway|half way|shaft|mid-?shaft|mid-?thigh|diaphys\w*)\b"),
    ),
    (
        frozenset({"distal_femur", "hip"}),
        "distal_femur",
        re.compile(
            r"\b(?:(?:above|near|by|at|close to|next to) (?:the|my|her|his) knee|bottom end|lower end|distal|condyl\w*|"
            r"supracondyl\w*|knee end)\b"
        ),
    ),
    (
        frozenset({"hip", "femoral_shaft"}),
        "hip",
        re.compile(
            r"\b(?:(?:near|by|at|close to|next to) (?:the|my|her|his) hip|top end|upper end|hip end|proximal|ball|"
            r"neck of)\b"
        ),
    ),
    (
        frozenset({"proximal_humerus", "humeral_shaft"}),
        "proximal_humerus",
        re.compile(
            r"\b(?:(?:by|near|at|under|below|close to|next to) (?:the|my|her) shoulder|top of (?:the|my|"
            r"her) (?:arm|humerus)|at the top|\(prox\)|"
            r"prox\b|upper end|top end|proximal|shoulder end|surgical neck|surg\.? neck|humeral head|neck of)\b"
        ),
    ),
    (
        frozenset({"proximal_humerus", "clavicle", "scapula"}),
        "proximal_humerus",
        re.compile(r"\b(?:humerus|humeral|(?:ball|head) (?:of|part|bit|end))\b"),
    ),
    (
        frozenset({"hip", "cervical_spine"}),
        "hip",
        re.compile(r"\b(?:hemi\w*|dhs|femur|femoral|hip screw|thr|hip op\w*|nailed)\b"),
    ),
    (
        frozenset({"hip", "cervical_spine"}),
        "cervical_spine",
        re.compile(r"\b(?:c[1-7]|collar|halo|odontoid|cervical|spine|spinal|vertebra\w*|peg)\b"),
    ),
    (
        frozenset({"wrist", "elbow"}),
        "elbow",
        re.compile(r"\b(?:near|by|at|close to|around|above|below) (?:the|my|her|his) elbow\b"),
    ),
    (
        frozenset({"proximal_humerus", "elbow"}),
        "distal_humerus",
        re.compile(
            r"\b(?:(?:near|by|at|close to|above|next to) (?:the|my|her|his) elbow|elbow end|lower end|bottom end|"
            r"distal)\b"
        ),
    ),
    (
        frozenset({"proximal_humerus", "humeral_shaft"}),
        "humeral_shaft",
        re.compile(r"\b(?:middle|mid-?shaft|shaft|halfway|midway|mid-?humer\w*)\b"),
    ),
    (
        frozenset({"elbow", "distal_femur"}),
        "distal_femur",
        re.compile(r"\b(?:femur|femoral|leg|thigh|knee|walk\w*|pivot)\b"),
    ),
    (frozenset({"elbow", "distal_femur"}), "elbow", re.compile(r"\b(?:arm|humer\w+|elbow)\b")),
    (
        frozenset({"wrist", "forearm"}),
        "wrist",
        re.compile(r"\b(?:at the wrist|near (?:the|my|her) wrist|by the wrist|wrist end|distal)\b"),
    ),
    (
        frozenset({"proximal_tibia", "tibial_shaft"}),
        "proximal_tibia",
        re.compile(
            r"\b(?:(?:below|near|by|at|under|close to|next to) (?:the|my|her|his) knee|plateau|top (?:of|end)|knee end|"
            r"proximal|upper end)\b"
        ),
    ),
    (
        frozenset({"proximal_tibia", "tibial_shaft"}),
        "ankle",
        re.compile(r"\b(?:(?:above|near|by|at|close to|next to) (?:the|my|her|his) ankle|ankle end|distal|pilon)\b"),
    ),
    (
        frozenset({"proximal_tibia", "tibial_shaft"}),
        "tibial_shaft",
        re.compile(r"\b(?:middle|mid-?shaft|shaft|halfway|midway|diaphys\w*)\b"),
    ),
)


# "Plateau vs shaft not recorded", "near the hip or near the knee, I don't know which".
_OR = re.compile(r"\s(?:vs\.?|versus|or|ou)\s|/")
_SIDE = 22
_CHOICE_REACH = 120
_NOT_BEFORE = re.compile(r"\b(?:not|no|nowhere|without|excluding|sparing)\s+(?:in |at |near |of )?(?:the |my |her )?$")
_SPARED = re.compile(
    r"\s*(?:is |was )?(?:not (?:involved|broken|fractured|affected)|spared|intact|uninvolved|ok|fine)\b"
)
_DOUBT_BEFORE = re.compile(r"(?:\?|\b(?:possibly|maybe|perhaps|query|poss))\s?$")
_DOUBT_AFTER = re.compile(
    r"\s*(?:\(\?\)|\?|(?:is |was |involvement )?(?:not (?:recorded|known|stated|specified|documented)|unclear|unknown|unsure)\b)"
)
# Who cannot tell which part it was means no particular one.
_WHICH_END = re.compile(r"\b(?:which (?:end|part|bit|bone)|where exactly|exactly where|not sure (?:where|which))\b")


def narrow(analysis: Analysis, link: HasSpan, site: str, candidates: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return (site, candidates) after the words around have been heard ("my thigh bone, clean through the middle")."""
    if site or not candidates:
        return site, candidates
    sentence = analysis.sentence(link.start)
    whole = "elbow" in candidates and "distal_femur" in candidates
    near = (
        analysis.plain
        if whole
        else analysis.between(max(sentence.start, link.start - 30), min(sentence.end, link.end + 45))
    )
    open_ends = _open_ends(near if whole else analysis.between(link.start, sentence.end)[:_CHOICE_REACH], candidates)
    if open_ends:
        return "", open_ends
    for exact, pattern in _patterns_for(candidates):
        named = [m for m in pattern.finditer(near) if not _is_set_aside(near, m)]
        if named:
            return ("", candidates) if all(_is_doubted(near, m) for m in named) else (exact, ())
    assumed = None if _WHICH_END.search(analysis.plain, link.start) else _assumed().get(candidates)
    return (assumed, ()) if assumed else (site, candidates)


def _patterns_for(candidates: tuple[str, ...]) -> list[tuple[str, re.Pattern[str]]]:
    return [(exact, pattern) for spanned, exact, pattern in _NARROWING if spanned <= set(candidates)]


def _open_ends(text: str, candidates: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ends of "plateau vs shaft not recorded", or () where no two are put side by side."""
    for joiner in _OR.finditer(text):
        before = text[max(0, joiner.start() - _SIDE) : joiner.start()]
        after = text[joiner.end() : joiner.end() + _SIDE]
        left, right = ({exact for exact, p in _patterns_for(candidates) if p.search(side)} for side in (before, after))
        if left and right and left != right:
            return tuple(each for each in candidates if each in left | right) or candidates
    return ()


def _is_set_aside(text: str, match: re.Match[str]) -> bool:
    """True for "not the shaft" and "plateau spared"."""
    return bool(_NOT_BEFORE.search(text[: match.start()]) or _SPARED.match(text, match.end()))


def _is_doubted(text: str, match: re.Match[str]) -> bool:
    """True for "?plateau" and "shaft not recorded"."""
    return bool(_DOUBT_BEFORE.search(text[: match.start()]) or _DOUBT_AFTER.match(text, match.end()))


@lru_cache(maxsize=1)
def _assumed() -> dict[tuple[str, ...], str]:
    """Return the site meant by a part of several sites where nothing narrows it, by the part's candidates."""
    sites = lexicon_files.load("sites")
    return {tuple(sites["candidates"][part]): site for part, site in sites["assumed"].items()}
