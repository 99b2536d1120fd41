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
    for spanned, exact, pattern in _NARROWING:
        if spanned <= set(candidates) and pattern.search(near):
            return exact, ()
    assumed = None if _WHICH_END.search(analysis.plain, link.start) else _assumed().get(candidates)
    return (assumed, ()) if assumed else (site, candidates)


@lru_cache(maxsize=1)
def _assumed() -> dict[tuple[str, ...], str]:
    """Return the site meant by a part of several sites where nothing narrows it, by the part's candidates."""
    sites = lexicon_files.load("sites")
    return {tuple(sites["candidates"][part]): site for part, site in sites["assumed"].items()}
