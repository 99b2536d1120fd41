"""A fracture that was suspected and then ruled out ("they thought my wrist was broken, it was only sprained"), or left open."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.places import find_places
from nlu.clinical.patterns import Pattern
from nlu.clinical.subject.people import KIN

_SUSPECTED = Pattern("denial", "suspected")
_DISPELLED = Pattern("denial", "dispelled")
_BEFORE, _AFTER = 70, 150
# "The X-ray was normal but the MRI showed it": the suspicion was true after all.
_AFTER_ALL = re.compile(
    r"[^?]{0,40}\b(?:but|then|later|until)\b[^.;?]{0,40}"
    r"\b(?:show\w*|confirm\w*|found|saw|was broken|is broken)\b(?! (?:no|nothing)\b)"
)


def is_dispelled(analysis: Analysis, link: Link) -> bool:
    """True where the words before the fracture only suspect it and those after it rule it out."""
    lead = analysis.between(max(analysis.sentence(link.start).start, link.start - _BEFORE), link.break_start)
    if not _SUSPECTED.search(lead) or is_doubted(analysis, link):
        return False
    ruled_out = _DISPELLED.match(analysis.after(link.end, _AFTER))
    if ruled_out is None:
        return False
    end = link.end + ruled_out.end()
    # "They said my wrist was broken, the hip X-ray was clear": another bone was cleared.
    if any(link.end <= place.start < end and place.site != link.place.site for place in find_places(analysis)):
        return False
    return not _AFTER_ALL.match(analysis.after(end, _AFTER))


_NEVER_SURE = Pattern("denial", "never_sure")
_DOUBTED_AFTER = Pattern("denial", "doubted_after")
_DOUBT_REACH = 90


def is_doubted(analysis: Analysis, link: Link) -> bool:
    """True for "I'm not sure it ever was broken", "cracked a rib, never X-rayed", "broken, or maybe only a sprain"."""
    lead = analysis.between(
        max(analysis.sentence(link.break_start).start, link.break_start - _BEFORE), link.break_start
    )
    if _NEVER_SURE.search(lead):
        return True
    doubt = _DOUBTED_AFTER.match(analysis.after(link.end, _DOUBT_REACH))
    if doubt is None:
        return False
    end = link.end + doubt.end()
    if any(link.end <= person.start < end for person in analysis.concept("person", *KIN)):
        return False
    # "Broke my wrist, my spine was never X-rayed", "broke my wrist, maybe sprained my ankle": another bone is doubted.
    return not any(
        link.end <= place.start < end + 20 and place.site != link.place.site for place in find_places(analysis)
    )
