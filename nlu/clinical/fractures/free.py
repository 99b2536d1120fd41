""" "Fracture-free": of all bones or of one, at all times or for a time, told or only hoped for."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.places import find_places
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

# "Fosamax kept me fracture-free", "fracture-free now": there may have been one before.
_STAYED = Pattern("denial", "stayed")
_WISHED = Pattern("denial", "wished")
_FROM_SOME_TIME = re.compile(r"\s*(?:since|for|from|until|now)\b")


def is_plain(analysis: Analysis, mention: Mention) -> bool:
    """False for "I hope to stay fracture-free" and for "hip-fracture-free", which say nothing of all bones."""
    if _WISHED.search(analysis.before(mention.start, 60)):
        return False
    return not any(place.end == mention.start - 1 for place in find_places(analysis))


def is_for_a_time(analysis: Analysis, mention: Mention) -> bool:
    """True for "kept me fracture-free" and "fracture-free now"."""
    if mention.theme != "fracture_free":
        return False
    return bool(_STAYED.search(f"{analysis.before(mention.start, 30)}|{analysis.after(mention.end, 14)}"))


def overlaps_free(analysis: Analysis, mention: Mention) -> bool:
    """True for the "fracture" of "fracture-free"."""
    return any(m.start < mention.end and mention.start < m.end for m in analysis.theme("fracture_free"))


def freed_bone(analysis: Analysis, link: Link) -> str:
    """Return "free" for "hip-fracture-free", "since" where that holds only from some time on, else ""."""
    word = next((m for m in analysis.theme("fracture_free") if m.start <= link.break_start < m.end), None)
    if word is None or link.place.end > word.start:
        return ""
    return "since" if _FROM_SOME_TIME.match(analysis.plain, word.end) else "free"
