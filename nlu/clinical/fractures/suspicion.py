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
_CLAIMED, _RECORD_DENIES = Pattern("denial", "claimed"), Pattern("denial", "record_denies")
_RECORD_SILENT = Pattern("denial", "record_silent")
_BEFORE, _AFTER = 70, 150
# "The X-ray was normal but the MRI showed it": the suspicion was true after all.
_AFTER_ALL = re.compile(
    r"[^?]{0,40}\b(?:but|then|later|until)\b[^.;?]{0,40}"
    r"\b(?:show\w*|confirm\w*|found|saw|was broken|is broken)\b(?! (?:no|nothing)\b)"
)


def is_dispelled(analysis: Analysis, link: Link) -> bool:
    """True where the words before the fracture only suspect it and those after it rule it out."""
    if is_struck_off(analysis, link):
        return True
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


def is_struck_off(analysis: Analysis, link: Link) -> bool:
    """True for "she tells everyone she broke her hip, but the notes say no fracture"."""
    return _is_claimed_beside(analysis, link, _RECORD_DENIES)


def _is_claimed_beside(analysis: Analysis, link: Link, record: Pattern) -> bool:
    """True where somebody muddled tells of the fracture and the records behind it say otherwise, of no other bone."""
    if not _CLAIMED.search(analysis.before(link.start, _BEFORE)):
        return False
    said = record.match(analysis.after(link.end, _AFTER))
    end = link.end + said.end() if said else 0
    return said is not None and not any(link.end <= place.start < end for place in find_places(analysis))


# "My spine might have collapsed", "L1 perhaps crushed": doubted between the place and the word for breaking.
_MAY_BE = re.compile(
    r"(?:\b(?:may|might|could|possibly|perhaps|maybe|probably|quer(?:y|ied)|suspected|possible|probable|poss|susp)\b|\s\?)"
    r"(?: (?:well|also|even|just|have|be|been|partly|slightly|badly|new|old|acute|recent|compression|crush|wedge))*\s*$"
)
_NEVER_SURE = Pattern("denial", "never_sure")
_NOT_SEEN, _NORMAL_SO_FAR = Pattern("denial", "not_seen"), Pattern("denial", "normal_so_far")
_PICTURE_TO_COME, _SEEN_AFTER_ALL = Pattern("denial", "picture_to_come"), Pattern("denial", "seen_after_all")
_DOUBT_OF_AGE, _QUERIED_AFTER = Pattern("denial", "doubt_of_age"), Pattern("denial", "queried_after")
_OF_CAUSE = re.compile(
    r"\b(?:probable|possible|suspected|likely|possibly|probably)\s+(?:pathologic\w*|osteoporotic|"
    r"fragility|insufficiency|atypical)\W*$"
)
_DOUBTED_AFTER = Pattern("denial", "doubted_after")
_DOUBT_REACH = 150
# "XR: no fracture of the spine": words behind the denial that may name another bone.
_NEXT_WORDS = 20


def is_doubted(analysis: Analysis, link: Link) -> bool:
    """True for "I'm not sure it ever was broken", "cracked a rib, never X-rayed", "broken, or maybe only a sprain"."""
    lead = analysis.between(
        max(analysis.sentence(link.break_start).start, link.break_start - _BEFORE), link.break_start
    )
    if _NEVER_SURE.search(lead) or _MAY_BE.search(
        analysis.between(link.place.end, max(link.place.end, link.break_start))
    ):
        return True
    if _QUERIED_AFTER.match(analysis.plain, link.end) or _is_unproven(analysis, link):
        return True
    if _is_claimed_beside(analysis, link, _RECORD_SILENT):
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


def _is_unproven(analysis: Analysis, link: Link) -> bool:
    """True for "family say crack in pelvis. XR: no fracture seen": told as a fact, and no picture shows it so far."""
    after = analysis.after(link.end, _AFTER)
    lead = analysis.between(max(analysis.sentence(link.start).start, link.start - _BEFORE), link.break_start)
    is_to_come = _PICTURE_TO_COME.search(after) is not None
    # A mere suspicion that a picture rules out is over, unless another picture is still to come.
    if _SUSPECTED.search(lead) and not is_to_come:
        return False
    unseen = _NOT_SEEN.match(after) or (_NORMAL_SO_FAR.match(after) if is_to_come else None)
    if unseen is None or _SEEN_AFTER_ALL.search(after) or _AFTER_ALL.match(after, unseen.end()):
        return False
    end = link.end + unseen.end() + _NEXT_WORDS
    return not any(link.end <= place.start < end for place in find_places(analysis))


def is_of_something_else(analysis: Analysis, link: Link) -> bool:
    """True for "probable pathological fracture" and "T12 #, possibly old": the doubt is about the cause or the age."""
    before = analysis.before(link.start, 50) + analysis.between(link.start, link.break_start)
    return _OF_CAUSE.search(before) is not None or _DOUBT_OF_AGE.match(analysis.plain, link.end) is not None
