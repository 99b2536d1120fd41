"""Whether a place stands near enough to a word for breaking to belong to it."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.places import Place, is_measured, is_only_painful
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_KIND = (
    r"(?:osteoporotic|fragility|low|trauma|traumatic|energy|impact|minimal|minimally|compression|"
    r"wedge|crush|stress|insufficiency|displaced|undisplaced|non|nondisplaced|comminuted|impacted|"
    r"closed|open|simple|hairline|pathological|"
    r"old|new|recent|previous|prior|past|healed|acute|chronic|subacute|confirmed|known|bilateral|"
    r"unilateral|severe|mild|moderate|grade|atypical|spontaneous|nontraumatic|clinical|"
    r"radiographic|morphometric|silent|asymptomatic|symptomatic|small|bad|complete|incomplete|"
    r"looking|appearing|benign|[1-5](?:st|nd|rd|th)|fourth|fifth|extra|intra|articular|capsular|anterior|posterior|superior|inferior|body|bodies|end|plate|"
    r"endplate|"
    r"left|right|l|r|lt|rt|both|my|our|her|his|the|a|an|one|two|three|four|five|six|\d|several|"
    r"multiple|many|some|another|second|third|first|upper|lower|lt\.?|rt\.?|bone|bones|level|"
    r"levels|vertebra|vertebrae|vertebral|area|region|part|joint|side|head|neck|shaft|proper|de|"
    r"du|la|le|des|l'|d'|au|aux|un|une|sur|type|osteoporotique|osteoporotiques|ancienne|ancien|"
    r"recente|gauche|droit|droite|traumatique)"
)


_BEFORE_BREAK = re.compile(
    rf"[\s,:/()&'\"-]*(?:(?:{_KIND}|is|are|was|were|got|has|have|had|been|be|also|badly|that|which|i|she|"
    rf"he|then|later|apparently|actually|now|recently|partially|completely|slightly|spontaneously|"
    rf"full of|riddled with|peppered with|littered with|covered (?:in|with)|"
    rf"twice|once|not|'s|s|may|might|could|possibly|perhaps|maybe|probably|"
    rf"quer(?:y|ied)|suspected|possible|probable|poss|susp|(?<=\s)\?)[\s,:/()&'\"-]*)*"
)
_AFTER_BREAK = re.compile(
    r"(?:[ /-]{1,3}(?:dislocations?|sublux\w+)\b)?"
    rf"[\s,:/()&'\".-]*(?:(?:{_KIND}|of|in|at|to|on|involving|through|across|around|near|including|di|del|della|von|der|"
    rf"affecting|within|along|near|for|from|is|was|i\.?e|namely|e\.?g|like|such|as|x|line|lines|"
    rf"parts?|places?|also|either|up|out|that|own|poor|stupid|bloody|damn|other|same|good|dominant|whole|"
    rf"her|their|self|myself|herself|himself|me|and|et|it|patient's|mum's|mother's|down|site|sites|"
    rf"location|localised|localized|apart|except|than|besides|aside|bar|sauf|hormis|seen|noted|"
    rf"found|shown|off|present|sustained|involves|middle|very|top|bottom|base|tip|distal|proximal|"
    rf"something|somewhere|lumbar|thoracic|dorsal)[\s,:/()&'\".-]*)*"
)
LIST = Pattern("links", "list")
# "No other fractures, back films clear": a picture of its own.
_PICTURED = re.compile(
    r"(?: spine)? (?:plain )?(?:x-?\s?rays?|xrs?|films?|ct|mri|radiographs?|imaging)"
    r"(?: (?:is|are|was|were|came back|all))? ?[:=-]? ?(?:clear|clean|normal|nad|ok|fine|unremarkable|neg\w*|-ve|no|nil)(?!\w)"
)
# A comma and more between place and word begin something new ("pain in my hip, I was broken").
_NEW_START = re.compile(
    r",\s*(?:i|she|he|my|her|a|an|the|old|new|recent|previous|prior|one|two|three|\d|left|right|"
    r"not)\b|\bnot\b(?<!is not)(?<!was not)"
)
_MAY_GO = frozenset({"vertebra", "hip", "wrist", "pelvis", "ankle", "rib", "clavicle", "elbow", "proximal_humerus"})
# "Three ribs went at once while I was coughing".
_WENT_BY = re.compile(
    r"\s+(?:(?:all )?at once |together |on me )*(?:(?:while|whilst|as|after|from|with|just|i|she|was|a|the|my|her|one|big|bad) )*"
    r"(?:cough\w*|sneez\w*|hug\w*|cuddle)\b"
)
# Popping a joint is not breaking a bone.
_POPPED = frozenset({"back", "neck", "knuckles", "knuckle", "fingers", "finger", "joints", "toes", "jaw"})
_POPPING = frozenset({"crack", "cracks", "cracked", "snap", "snapped"})


def next_fracture_takes(analysis: Analysis, word: Mention, place: Place) -> bool:
    """True where the place after `word` stands before another word for breaking ("hip fracture, wrist fracture")."""
    return own_word(analysis, place) or bool(re.search(r"[,;]", analysis.between(word.end, place.start)))


# "No fx FN T-score -1.8": the name of a line of the report, not of a bone.
_SCAN_NAME = re.compile(r"(?:fn|fem neck|ls|l/s|th|tot hip)\s*(?:t[\s-]?score|t\s?[:=]?\s?-)")
# "No fractures hip T -2.7": behind a denial the hip with its score is a line of the report as well.
_DENIED = re.compile(r"\b(?:no|nil|never|without|denies|zero)\s+(?:(?!hip|spine)\w+\s+){0,2}$")
_WITH_T = re.compile(
    r"(?:fn|fem neck|ls|l/s|th|tot hip|(?:total )?hip|(?:lumbar |l-?)?spine|femoral neck)\s*"
    r"t(?:-?\s?scores?)?(?:\s(?!\d)\w+){0,2}\s*[:=]?\s*-?\s?\d"
)


def own_word(analysis: Analysis, place: Place) -> bool:
    """True where the place stands right before a word for breaking of its own ("wrist fracture")."""
    following = [w for w in (*analysis.theme("break"), *analysis.theme("broken_site")) if w.start >= place.end]
    if not following:
        return False
    gap = analysis.between(place.end, following[0].start)
    return bool(_BEFORE_BREAK.fullmatch(gap)) and not re.search(r"[,;]", gap)


def belongs_before(analysis: Analysis, word: Mention, place: Place) -> bool:
    gap = analysis.between(place.end, word.start)
    if analysis.words_between(place.end, word.start) > 8 or not _BEFORE_BREAK.fullmatch(gap):
        return False
    if re.search(r"[,;:(]", gap) and (is_measured(analysis, place) or is_only_painful(analysis, place)):
        return False
    return not _NEW_START.search(gap) and may_break(analysis, word, place)


def belongs_after(analysis: Analysis, word: Mention, place: Place) -> bool:
    gap = analysis.between(word.end, place.start)
    if analysis.words_between(word.end, place.start) > 9 or not _AFTER_BREAK.fullmatch(gap):
        return False
    is_apart = re.search(r"\band\b|,", gap) is not None
    if is_apart and (is_only_painful(analysis, place) or _PICTURED.match(analysis.plain, place.end)):
        return False
    if re.search(r"\band\b.*\b(?:my|her|the)\b", gap) or _new_sentence(analysis, gap, word):
        return False
    if is_measured(analysis, place) and (
        re.search(r"[,;]|\band\b", gap) or _SCAN_NAME.match(analysis.plain, place.start)
    ):
        return False
    if _DENIED.search(analysis.before(word.start, 30)) and _WITH_T.match(analysis.plain, place.start):
        return False
    return may_break(analysis, word, place)


def _new_sentence(analysis: Analysis, gap: str, word: Mention) -> bool:
    if "." not in gap:
        return False
    abbreviated = analysis.between(word.start, word.end) in (
        "fx",
        "fxs",
        "fract",
        "fracts",
        "frac",
        "comp",
        "compression",
    )
    return not (abbreviated and re.match(r"\.\s?", gap))


def may_break(analysis: Analysis, word: Mention, place: Place) -> bool:
    if word.theme == "broken_site":
        return place.is_spine
    if word.concept in ("crushed", "deformity"):
        return place.is_spine and place.site != "cervical_spine"
    if word.concept == "went":
        return _may_go(analysis, word, place)
    said = analysis.between(word.start, word.end)
    named = analysis.between(place.start, place.end)
    return not (said in _POPPING and named in _POPPED)


def _may_go(analysis: Analysis, word: Mention, place: Place) -> bool:
    """True for "two of my vertebrae have gone" and "the wrist went": the place just before, nothing just after."""
    if place.end > word.start or place.site not in _MAY_GO:
        return False
    gap = analysis.between(place.end, word.start).strip()
    if analysis.between(word.start, word.end) in ("down", "away") and place.site != "vertebra":
        return False
    after = analysis.plain[word.end :]
    return gap in ("", "have", "has", "had", "just", "then", "also", "already") and bool(
        _WENT_BY.match(after)
        or re.match(
            r"\s*(?:$|[,.;!)]|in (?:19|20)\d\d|last|when|again|and another|too|first|next|years|back in|"
            r"at \d\d|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)",
            after,
        )
    )
