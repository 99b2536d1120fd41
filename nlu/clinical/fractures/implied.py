"""Places that stand for a fracture although no word says so ("collarbone, tripped over a flex").

Only a place that makes up a list item by itself is taken, and only where the words beside it tell how or when it
broke, or where it stands in a clinician's list next to a T-score; any other lone place is asked about.
"""

from __future__ import annotations

import re
from itertools import pairwise

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.added import is_added, is_joined_behind_force, is_of_the_same_verb
from nlu.clinical.fractures.beside import follows_colon, follows_exception, is_affirmed, is_the_only_one, takes_back
from nlu.clinical.fractures.energy import Energy
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.never import is_not_even_that
from nlu.clinical.fractures.places import Place, find_places, is_measured, is_only_painful, is_scored_elsewhere
from nlu.clinical.fractures.quoted import may_answer
from nlu.clinical.fractures.recall import is_other_thing, is_recalled
from nlu.clinical.fractures.told_short import is_dated_in_list, is_mended_hip, is_mended_with_metal
from nlu.clinical.fractures.treated import is_counted, is_put_up
from nlu.clinical.patterns import Pattern

_ALONE = Pattern("implied", "alone")
# Nobody breaks more places than this; a longer list is something else.
MOST_PLACES = 25
_WHEN = re.compile(
    r"\b(?:years? (?:back|ago)|twice|last (?:year|month|week)|(?:in|en) (?:19|20)\d\d|once)\b|(?<=\s)'\d\d\b"
)
_YEAR = re.compile(r"\s+(?:19|20)\d\d\b(?!\s*:)")
# Places where a density is measured: alone in a list they may name the scan.
_MEASURABLE = frozenset({"hip", "vertebra", "forearm", ""})
_CASE = re.compile(
    r"(?<!\w)\d\d\s?(?:f|yo|y/o)(?!\w)|(?<!\w)(?:z|ls|fn|th)\s?[=:]?\s?-\s?\d|"
    r"(?<!\w)t\s?(?:-?\s?score)?\s?[=:]?\s?(?:-|\u2014|minus|moins|\d[.,]\d)"
)
# "70 y F distal radius T-score -1.0 fem neck": nothing but the person stands before the bone.
_PERSON_ONLY = re.compile(
    r"[\W\d]*(?:(?:y|yo|yrs?|years? old|f|female|woman|lady|pmo?|pt|prev|previous|old|l|r|left|right|bilat\w*|with)[\W\d]*)*"
)
# "Hip op after a fall in the kitchen": most likely a fracture, so it is asked.
_OPERATED = re.compile(r"\s*(?:op|operation|operated|surgery|hemi\w*|pinned|pinning|nail\w*|replacement)\b")
_INSTEAD = re.compile(
    r"\b(?:not|wasn't|isn't|pas)\s+(?:the|my|her|a|le|la)?\s*(?:\w+\s*){1,5}?"
    r"(?:[,;\u2014-]?\s*(?:but\s+)?(?:it was |it's |it is )?(?:rather\s+)?(?:the|my|her|a|le|la)\s+$"
    r"|[,;\u2014-]\s*(?:but\s+)?(?:it was |it's |it is )?(?:rather\s+)?$)"
)

# "My wrist, not my hip": the first is told of, the second put aside.
_SET_ASIDE = re.compile(
    r"[\s,;\u2014-]*(?:and |but )?(?:it(?:'s| is| was) )?(?:not|pas)\s+(?:the |my |her |his |a |le |la )?"
)
_ELSEWHERE = re.compile(
    r"\W*t(?:[\s-]?scores?)?\s*[:=]?\s*-\s?\d(?:[.,]\d+)?\s*\(?(?:(?:at|in|of|on)\s+)?(?:the\s+)?"
    r"(?:fem\w*|fn|neck|nof|hip|total|th|ls|l/s|lumbar|l?[- ]?spine|l1|l2)\b"
)
_MOST_CONTRASTED = 9


def implied_links(analysis: Analysis, links: list[Link], energies: list[Energy]) -> tuple[list[Link], list[Place]]:
    """Return the fractures that places alone tell of, and the lone places that must be asked about."""
    taken = [(link.start, link.end) for link in links]
    sure: list[Link] = []
    open_places: list[Place] = []
    if len(find_places(analysis)) > MOST_PLACES:
        return sure, open_places
    for place in find_places(analysis):
        if any(start < place.end and place.start < end for start, end in taken):
            continue
        is_operated = energies and place.site == "hip" and _OPERATED.match(analysis.plain, place.end)
        if is_operated or is_mended_hip(analysis, place):
            open_places.append(place)
        if is_mended_with_metal(analysis, place, bool(energies)) or is_put_up(analysis, place, energies):
            sure.append(Link(place, place.start, place.end, place.start, place.end))
            continue
        if _is_excluded(analysis, place):
            # "T score -2, wrist, fell on the lawn": the scan's site or the bone that broke.
            fell = energies and place.site == "wrist" and analysis.before(place.start, 2) == ", "
            doubtful = (fell and _is_alone(analysis, place, energies)) or _scanned_elsewhere(analysis, place)
            open_places += [place] if doubtful or is_counted(analysis, place) else []
            continue
        if _is_told(analysis, place, energies) or _is_contrasted(analysis, place):
            sure.append(Link(place, place.start, place.end, place.start, place.end))
        elif _is_whole_message(analysis, place) or is_added(analysis, place) or may_answer(analysis, place):
            open_places.append(place)
    return sure, list(dict.fromkeys(open_places))


def _is_excluded(analysis: Analysis, place: Place) -> bool:
    sentence = analysis.sentence(place.start)
    # "The only thing I broke in 70 years is my toe" looks like a question ("is my toe …").
    is_asked = analysis.in_question(place.start) and (
        "?" in analysis.between(place.end, sentence.end)
        or not is_the_only_one(analysis.between(sentence.start, place.start))
    )
    return (
        is_asked
        or is_measured(analysis, place)
        or is_not_even_that(analysis, place.start)
        or is_only_painful(analysis, place)
        or is_other_thing(analysis, place)
    )


def _scanned_elsewhere(analysis: Analysis, place: Place) -> bool:
    """True for "70F distal radius T-score -1.0 fem neck": the radius is not where the density was measured."""
    return place.site in ("wrist", "forearm") and bool(_ELSEWHERE.match(analysis.plain, place.end))


def _is_told(analysis: Analysis, place: Place, energies: list[Energy]) -> bool:
    before = analysis.between(analysis.sentence(place.start).start, place.start)
    if (
        follows_exception(analysis, before)
        or (_INSTEAD.search(before) and _about_fractures(analysis))
        or follows_colon(before)
        or is_the_only_one(before)
    ):
        return True
    if takes_back(analysis, place, before) or is_recalled(analysis, place):
        return True
    if is_scored_elsewhere(analysis, place) and _PERSON_ONLY.fullmatch(before):
        return True
    if is_dated_in_list(analysis, place):
        return True
    if is_of_the_same_verb(analysis, place, before) or is_affirmed(analysis, place):
        return True
    if is_joined_behind_force(analysis, place, before, energies):
        return True
    if not _is_alone(analysis, place, energies):
        return False
    if re.search(r"\b(?:me|mine)\W+(?:[\w']+\W+){0,3}$", before) and analysis.theme("break"):
        return True
    chunk = analysis.chunk(place.start)
    sentence = analysis.sentence_index(place.start)
    own = analysis.sentence(place.start)
    lone = len(re.findall(r"\w+", analysis.between(own.start, own.end))) <= 4
    near = (analysis.sentence_index(e.start) - sentence for e in energies)
    if any(gap == 0 or (gap == 1 and lone) for gap in near) and _may_tell_a_break(analysis, place):
        return True
    dated = place.site not in _MEASURABLE and _YEAR.match(analysis.plain, place.end)
    if dated or _WHEN.search(analysis.between(chunk.start, analysis.sentence(place.start).end)):
        return len(re.findall(r"\w+", analysis.plain)) <= 12 or bool(_CASE.search(analysis.plain))
    named = analysis.between(place.start, place.end)
    if any(p.levels or p.site not in _MEASURABLE for p in find_places(analysis) if chunk.start <= p.start < chunk.end):
        return bool(_CASE.search(analysis.plain))
    return (place.site not in _MEASURABLE or named.startswith("vertebra")) and bool(_CASE.search(analysis.plain))


def _is_contrasted(analysis: Analysis, place: Place) -> bool:
    """True for both places of a short "my wrist, not my hip"."""
    words = re.findall(r"\w+", analysis.plain)
    if len(words) > _MOST_CONTRASTED or not _may_tell_a_break(analysis, place):
        return False
    return any(
        _SET_ASIDE.fullmatch(analysis.between(first.end, second.start)) and place in (first, second)
        for first, second in pairwise(find_places(analysis))
    )


def _may_tell_a_break(analysis: Analysis, place: Place) -> bool:
    """False in a long story or one of aches, where a fall or a lift need not have broken what is named."""
    sentence = analysis.sentence(place.start)
    text = analysis.between(sentence.start, sentence.end)
    return len(text.split()) <= 25 and not re.search(
        r"\b(?:pain\w*|swelling|swollen|stiff\w*|ach\w+|sore|trouble|hurt\w*|cramps?|bruis\w+)\b", text
    )


def _about_fractures(analysis: Analysis) -> bool:
    """True where the message speaks of breaking, or is a short answer that may."""
    return bool(analysis.theme("break")) or len(re.findall(r"\w+", analysis.plain)) <= 12


def _is_alone(analysis: Analysis, place: Place, energies: list[Energy]) -> bool:
    chunk = analysis.chunk(place.start)
    before, after = (
        analysis.between(chunk.start, place.start),
        analysis.between(place.end, max(place.end, chunk.end)),
    )
    for energy in energies:
        if place.end <= energy.start < chunk.end:
            # All that follows the words on how it happened belongs to them.
            after = analysis.between(place.end, min(len(analysis.plain), max(place.end, energy.start)))
        before = before.replace(analysis.between(energy.start, energy.end), " ")
    for other in find_places(analysis):
        if chunk.start <= other.start < place.start:
            before = before.replace(analysis.between(other.start, other.end), " ")
        elif place.end <= other.start < chunk.end:
            after = after.replace(analysis.between(other.start, other.end), " ")
    return bool(_ALONE.fullmatch(before) and _ALONE.fullmatch(after))


def _is_whole_message(analysis: Analysis, place: Place) -> bool:
    """True where the message is this place and next to nothing else: an answer to an open question."""
    rest = analysis.plain
    for each in reversed(find_places(analysis)):
        rest = f"{rest[: each.start]} , {rest[each.end :]}"
    return len(re.findall(r"\w+", rest)) <= 5 and _is_alone(analysis, place, [])
