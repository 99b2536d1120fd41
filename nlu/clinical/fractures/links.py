"""Ties the words for breaking to the places they are said of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.nearness import (
    LIST,
    belongs_after,
    belongs_before,
    may_break,
    next_fracture_takes,
    own_word,
)
from nlu.clinical.fractures.places import Place, find_places, is_measured, is_only_painful
from nlu.clinical.pipeline import Mention

# "It", "the bone", and "it ever was" before a word for breaking.
_STANDS_FOR_PLACE = re.compile(
    r"\b(?:it|the bones?)(?:\s+(?:was|is|had|got|just|then|also|has|ever|really|actually|even|been)){0,3}\s*$"
)
# "Broke it", and "toes are bones too, I have broken two of them".
_THEM_AFTER = re.compile(
    r"\s+(?:it\b(?!'s| is| was)|(?:(?:one|two|three|four|both|several|some) of )?them\b|both\b(?=\W*$|[,.;]))"
)
# "T11 in 2019, now a second one at L4": one more of what broke before.
_ONE_MORE = re.compile(r"\b(?:second|2nd|third|3rd|another|new|further) one (?:(?:at|of|in|is|was|now|the)\s+)*$")
# "Hip fracture in 2016 and now an L4 on CT": a vertebra with an article or on a picture, after a fracture.
_AND_A = re.compile(
    r"(?:\b(?:and|now|then|plus|with|followed by)|,)\s+(?:(?:now|then|also|again|recently|more recently)\s+)*"
    r"(?:(?:an?|another|new|acute|fresh|further|recent)\s+)+$"
)
_NOW = re.compile(r"\bnow\s+(?:(?:also|a|an|new|acute)\s+)*$")
_ON_PICTURE = re.compile(
    r"\s*(?:,|too|as well|also)?\s*(?:seen |shown |found |picked up )?(?:on|by) (?:the |her |a )?(?:\w+ )?"
    r"(?:ct|mri|x-?\s?ray|xr|cxr|films?|scan)\b(?! (?:is|was|shows|showed|looks?|of|normal|clear|fine))"
)
_NO_BREAK_AFTER = re.compile(
    r"\s*[-/]?\s*(?:\w+ ){0,2}?(?:lesion|mets?|metast\w+|dis[ck]s?|scores?|bmd|t\b|ha?emangioma|schmorl\w*|nerve|root|radic\w+|"
    r"\w*listhesis|stenosis|block|injections?|epidural|exclu\w+|slip\w*|tumou?r|infection|prolapse|bulge|fusion|decompress\w*|-)"
)
_JOINED = re.compile(
    r"\s*(?:\+|&|and|et|/|,)\s*(?:(?:an?|old|recent|also|\d\d?|one|two|three|four|five|several|multiple)(?: ?x)? )*"
)


@dataclass(frozen=True)
class Link:
    """A place said to be broken; plain[start:end] covers the words for both."""

    place: Place
    start: int
    end: int
    break_start: int
    break_end: int


def find_links(analysis: Analysis) -> tuple[list[Link], list[Mention]]:
    """Return the links of a message, in order, and the words for a fracture that no place belongs to."""
    places = find_places(analysis)
    named = analysis.theme("broken_site")
    links: list[Link] = [link for mention in named for link in _named_site(analysis, mention, places)]
    unlinked: list[Mention] = []
    for word in analysis.theme("break"):
        if any(mention.start <= word.start and word.end <= mention.end for mention in named):
            continue
        linked = _linked(analysis, word, places) or _referred_to(analysis, word, places)
        links += [_link(word, place) for place in linked]
        if not linked and word.concept == "fracture":
            unlinked.append(word)
    return _unique([*links, *_named_again(analysis, links, places)]), unlinked


def _link(word: Mention, place: Place) -> Link:
    return Link(place, min(word.start, place.start), max(word.end, place.end), word.start, word.end)


def _named_site(analysis: Analysis, mention: Mention, places: list[Place]) -> list[Link]:
    """Return the fracture whose name tells its site ("Colles", "VCF"), with the vertebrae named beside it."""
    own = Place(mention.start, mention.end, mention.concept)
    if mention.concept != "vertebra":
        return [_link(mention, own)]
    beside = [place for place in _linked(analysis, mention, places) if place.is_spine and place.site]
    return [_link(mention, place) for place in beside or [own]] + _joined_before(analysis, mention, places)


def _joined_before(analysis: Analysis, mention: Mention, places: list[Place]) -> list[Link]:
    """Return the "hip" of "hip + vertebral fracture"."""
    if not re.search(r"fractures?|fxs?", analysis.between(mention.start, mention.end)):
        return []
    before = [p for p in places if p.end <= mention.start and p.site and not p.is_spine]
    if not before or is_measured(analysis, before[-1]) or is_only_painful(analysis, before[-1]):
        return []
    joined = _JOINED.fullmatch(analysis.between(before[-1].end, mention.start))
    return [_link(mention, before[-1])] if joined else []


def _linked(analysis: Analysis, word: Mention, places: list[Place]) -> list[Place]:
    """Return the places broken according to `word`: those beside it and those listed with them."""
    others = [place for place in places if place.end <= word.start or place.start >= word.end]
    before = [place for place in others if place.end <= word.start and belongs_before(analysis, word, place)]
    after = [place for place in others if place.start >= word.end and belongs_after(analysis, word, place)]
    if before and after and _is_scan_site(analysis, word, before[-1], after[0]):
        before = []
    found: list[Place] = []
    if before:
        found += _list_leftwards(analysis, before[-1], others)
    if after and not _has_own_word(analysis, word, after[0], bool(before)):
        found += _list_rightwards(analysis, after[0], others)
    return [place for place in found if may_break(analysis, word, place)]


def _has_own_word(analysis: Analysis, word: Mention, place: Place, is_taken: bool) -> bool:
    """True for the wrist of "hip fracture, wrist fracture" and the L1 of "no #, L1 wedge"."""
    is_apart = is_taken or re.search(r"[,;]", analysis.between(word.end, place.start)) is not None
    return is_apart and (own_word(analysis, place) or (is_taken and next_fracture_takes(analysis, word, place)))


def _is_scan_site(analysis: Analysis, word: Mention, before: Place, after: Place) -> bool:
    """True for the hip of "T -2.6 (hip) # radius": the score is the hip's, and what broke stands behind the word."""
    is_next = not analysis.between(word.end, after.start).strip() and not next_fracture_takes(analysis, word, after)
    return is_next and is_measured(analysis, before)


def _referred_to(analysis: Analysis, word: Mention, places: list[Place]) -> list[Place]:
    """Return the place that "it" stands for ("twisted my ankle and it fractured", "the bone broke", "I fractured it")."""
    said = analysis.between(word.start, word.end)
    subject = _STANDS_FOR_PLACE.search(analysis.before(word.start, 35))
    if not (subject or _THEM_AFTER.match(analysis.plain, word.end)) or "#" in said or word.concept == "went":
        return []
    joints = [
        Place(m.start, m.end, "hip")
        for m in analysis.concept("decoy", "joint")
        if re.search("hip|thr|hanche", analysis.between(m.start, m.end))
    ]
    near = [
        p
        for p in [*places, *joints]
        if p.end <= word.start and analysis.sentence_index(word.start) - analysis.sentence_index(p.start) <= 1
    ]
    near = [p for p in near if not is_measured(analysis, p)]
    return [max(near, key=lambda p: p.start)] if near and analysis.words_between(near[-1].end, word.start) <= 18 else []


def _named_again(analysis: Analysis, links: list[Link], places: list[Place]) -> list[Link]:
    """Return the L4 of "compression fracture T11, now a second one at L4": "one" stands for the word for breaking."""
    found = []
    for place in (p for p in places if p.levels and not is_measured(analysis, p)):
        if place.site == "vertebra" and any(link.end <= place.start for link in links) and _is_one_too(analysis, place):
            found.append(Link(place, place.start, place.end, place.start, place.end))
            continue
        more = _ONE_MORE.search(analysis.before(place.start))
        if more and any(link.place.is_spine and link.end <= place.start for link in links):
            start = place.start - len(more.group())
            found.append(Link(place, start, place.end, start, place.start))
    return found


def _is_one_too(analysis: Analysis, place: Place) -> bool:
    """True for the L4 of "hip fracture in 2016 and now an L4 on CT"."""
    if analysis.in_question(place.start) or _NO_BREAK_AFTER.match(analysis.plain, place.end):
        return False
    before = analysis.before(place.start)
    return bool(_AND_A.search(before) or (_NOW.search(before) and _ON_PICTURE.match(analysis.plain, place.end)))


def _list_leftwards(analysis: Analysis, last: Place, places: list[Place]) -> list[Place]:
    found = [last]
    for place in reversed([p for p in places if p.end <= last.start]):
        if not LIST.fullmatch(analysis.between(place.end, found[-1].start)) or is_measured(analysis, place):
            break
        if is_only_painful(analysis, place):
            break
        found.append(place)
    return found[::-1]


def _list_rightwards(analysis: Analysis, first: Place, places: list[Place]) -> list[Place]:
    found = [first]
    for place in [p for p in places if p.start >= first.end]:
        gap = analysis.between(found[-1].end, place.start)
        if not LIST.fullmatch(gap) or is_measured(analysis, place) or is_only_painful(analysis, place):
            break
        if own_word(analysis, place):
            break
        found.append(place)
    return found


def _unique(links: list[Link]) -> list[Link]:
    """Keep one link for each place, the tightest, in order of appearance."""
    best: dict[tuple[int, str], Link] = {}
    for link in links:
        key = (link.place.start, link.place.site)
        if key not in best or link.end - link.start < best[key].end - best[key].start:
            best[key] = link
    return sorted(best.values(), key=lambda link: link.place.start)
