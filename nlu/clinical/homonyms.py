"""Words that mean a drug or a danger in one place and something else in another ("BP", "fit")."""

from __future__ import annotations

import re

from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_TREATED_BEFORE = re.compile(
    r"\b(?:to|of|on|oral|iv|i\.v\.|po|no|never|failed|prior|previous|any|injectable|de|des|aux|sous|with|since|after|a|an|despite|"
    r"under|tolerat\w+|intolerant?|intolerance|another|start\w*|stopp?\w*|taking|takes?|took|weekly|monthly|or|and)\s*[-:]?\s*$"
)
_TREATED_AFTER = re.compile(
    r"[\s-]*(?:naive|not (?:yet )?(?:tried|used|started|taken)|never (?:tried|used)|"
    r"intoleran\w*|fail\w*|tolerat\w*|intol\b|holiday|therapy|treatment|exposure|exposed|ok\b|x\s?\d|"
    r"for (?:\d+|two|three|four|five|ten) (?:y|yrs?|years?|months?)\b|since (?:19|20)\d\d)"
    # A heading of a note: "BP: not tolerated".
    r"|\s*[:=-]?\s*(?:naive|not (?:well )?tolerated|"
    r"poorly tolerated|badly tolerated|refused|declined|never|contra-?indicated|stopped|"
    r"discontinued|none\b|nil\b|failed|failure|intoleran\w*|tolerated|start\w*|taken|caused|gave)"
)
_PRESSURE_AFTER = re.compile(
    r"\s*(?:is|was|of|at|:|=)?\s*(?:\d{2,3}\b|high|low|raised|normal|up\b|down\b|meds?\b|medication|tablets?|pills?|drugs?|monitor|machine|"
    r"control\w*|readings?|checks?|problems?|issues?)"
)


def without_homonyms(plain: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without the "BP" that is a blood pressure, the neck of a scan and who is fit.

    "NOF 2021" becomes a broken hip.
    """
    mentions = [_broken_neck(plain, m) for m in mentions if not (_is_scanned_neck(plain, m) or _is_of_health(plain, m))]
    return [m for m in mentions if plain[m.start : m.end] not in ("bp", "bps") or _is_bisphosphonate(plain, m)]


_HEALTHY_BEFORE, _HEALTHY_AFTER = Pattern("needs", "healthy_before"), Pattern("needs", "healthy_after")
_HEALTHY_LISTED, _SEIZED_AFTER = Pattern("needs", "healthy_listed"), Pattern("needs", "seized_after")


def _is_of_health(plain: str, mention: Mention) -> bool:
    """True for "I am fit", "keep fit" and "fit me in", where nobody has a seizure."""
    if plain[mention.start : mention.end] != "fit" or mention.theme != "flag_seizure":
        return False
    before = plain[max(0, mention.start - 30) : mention.start]
    listed = _HEALTHY_LISTED.search(before) and not _SEIZED_AFTER.match(plain, mention.end)
    return bool(_HEALTHY_BEFORE.search(before) or listed or _HEALTHY_AFTER.match(plain, mention.end))


_VALUE_BEFORE = re.compile(r"\d[.,]\d+\s*[(/]\s*$")


def _is_scanned_neck(plain: str, mention: Mention) -> bool:
    """True for the neck of "T -2.9 (neck)", which is that of the femur and the place of the scan."""
    return (
        mention.theme == "site"
        and plain[mention.start : mention.end] == "neck"
        and _VALUE_BEFORE.search(plain[max(0, mention.start - 10) : mention.start]) is not None
    )


# The surgeon's "NOF 2021" and "NOF + Colles" name the fracture; "NOF -2.1" and "NOF T -2.1" a density.
_OPERATED = re.compile(
    r"\s*(?:\(?(?:in )?(?:(?:19|20)\d\d|'\d\d)\b|(?:fixed|pinned|operated|op\b|post-?op|hemi\w*|thr\b|nail\w*)|"
    r"\d+ (?:weeks?|wks?|days?) (?:post|ago)|\+ ?(?=[a-z#])|[,;/] ?(?:colles|vf|vcf)\b|\d+/(?:12|7|52)\b|repair\w*|"
    r"fixation|dhs\b|hemi\w*|"
    # "NOF, hemi yesterday", "NOF for cannulated screws".
    r"[\s,;:(-]*(?:(?:for|awaiting|awaits|listed|had|has|with|then|and|planned|now|an?|s/p|underwent)[\s,]+){0,4}"
    r"(?:hemi\w*|thr|dhs|cannulated|(?:(?:im|gamma|long|short|pfn\w?)[\s-]?)?nail\w*)\b|"
    r"last (?:year|month|week)|\d+ ?(?:y|yrs?|years?|months?|mo) ago)"
)


_EARLIER = re.compile(
    r"\b(?:prev(?:ious)?|prior|old|past|hx(?: of)?|h/o|s/p|recent|post|repaired|fixed|(?:un|non-?|minimally )?displaced|"
    r"impacted|comminuted|garden (?:[1-4]|i{1,3}|iv)|(?:admitted|presented|presents|came in) with(?: an?)?|p/w(?: an?)?|"
    r"sustained(?: an?)?|(?:hemi\w*|thr|dhs|nail\w*|screws) for(?: an?)?)\s+(?:[lr] |left |right |(?:intra|extra)capsular )*$"
)
_MEASURED = re.compile(r"\s*(?:t\b|t-?score|bmd|z\b|[:=]?\s*[-+]\s?\d)")


def _broken_neck(plain: str, mention: Mention) -> Mention:
    if plain[mention.start : mention.end] != "nof" or mention.theme != "site":
        return mention
    is_broken = _OPERATED.match(plain, mention.end) or (
        _EARLIER.search(plain[max(0, mention.start - 20) : mention.start]) and not _MEASURED.match(plain, mention.end)
    )
    return mention._replace(theme="broken_site") if is_broken else mention


# "Thyroid tablet and BP, sugar also": among other everyday illnesses it is one.
_ILLNESS = r"(?:sugar|diabet\w+|cholesterol|thyroid|asthma|heart|hypertension|dm|htn|gout|migraine)"
_LISTED_AFTER = re.compile(rf"\s*(?:,|and|&|/|\+|or)\s*(?:also |the |high )?{_ILLNESS}\b")
_LISTED_BEFORE = re.compile(
    rf"\b{_ILLNESS}(?: (?:tablets?|pills?|meds?|medicines?|medication|problems?|issues?|trouble|disease))?"
    r"\s*(?:,|and|&|/|\+|or)\s*(?:for )?$"
)


def _is_bisphosphonate(plain: str, mention: Mention) -> bool:
    if _PRESSURE_AFTER.match(plain, mention.end) or _LISTED_AFTER.match(plain, mention.end):
        return False
    if _LISTED_BEFORE.search(plain[max(0, mention.start - 40) : mention.start]):
        return False
    if _TREATED_AFTER.match(plain, mention.end):
        return True
    return bool(_TREATED_BEFORE.search(plain[max(0, mention.start - 20) : mention.start]))
