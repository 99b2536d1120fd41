"""How many ribs broke at once: three count as severe (reading R1), one as another fracture (R3)."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.counts import said
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.recounts import said_range

# "Ribs 5, 6, 7 at different times": never three at once (reading R1).
_ONE_BY_ONE = re.compile(
    r"[\s,(]*(?:(?:all|each|broken|broke|fractured)\s+)*(?:at (?:different|separate) times"
    r"|on (?:different|separate) occasions|separately|in different years|one at a time|years apart|over the years"
    r"|over (?:the )?(?:last |past )?(?:\d+|ten|five|several|many|some|a few) (?:years?|yrs?))\b"
)


def rib_site(analysis: Analysis, link: Link) -> tuple[str, tuple[str, ...]]:
    """Return ("three_ribs" or "rib", ()) or ("", candidates) where the number of ribs is open."""
    words = analysis.between(link.start, link.end)
    if _ONE_BY_ONE.match(analysis.after(link.end, 60)):
        return "rib", ()
    number, ranged = said(analysis, link), said_range(analysis, link)
    if ranged and ranged[0] < 3 <= ranged[1]:
        return "", ("three_ribs", "rib")
    listed = analysis.between(link.place.start, link.place.end)
    named = [int(n) for n in re.findall(r"\d{1,2}", listed)]
    if named:
        span = named[-1] - named[0] + 1 if re.search(r"-|to", listed) else len(named)
        return ("three_ribs" if span >= 3 else "rib"), ()
    if number is not None:
        return ("three_ribs" if number >= 3 else "rib"), ()
    if re.search(r"\bribs\b|\bcotes\b|ribcage|rib cage|\brib (?:fractures|fxs|#s|breaks|cracks)(?!\w)", words):
        return "", ("three_ribs", "rib")
    return "rib", ()
