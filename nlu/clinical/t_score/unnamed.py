"""T-scores that were not given as a number: not known, not measured yet, or only named as a class."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern

_WHAT = (
    r"(?:t[\s._-]*scores?|score|dexa|dxa|dexa scan|bone (?:mineral )?density(?: (?:test|scan|"
    r"result|score)s?)?|bone scan|bmd|scan|density (?:test|scan)|densitomet\w+|densito\w*|dmo|odm|"
    r"osteodensito\w*)"
)
_UNKNOWN = re.compile(
    rf"\b(?:(?:don't|do not|dont|didn't|doesn't|does not) (?:actually |really |even )?(?:know|"
    rf"remember|have|recall|get|understand)|not sure (?:of|about|what)?|no idea (?:of|about|what)?|"
    rf"unsure (?:of|about|what)?|can't (?:remember|find|recall)|cannot (?:remember|find|recall)|"
    rf"forgot(?:ten)?|lost|haven't got|have not got|never (?:got|been told|told|given|knew|seen)|"
    rf"wasn't (?:told|given)|was not (?:told|given)|without (?:a |any )?|sans|pas (?:encore )?de|"
    rf"pas eu (?:de|d')|no|not (?:had|done|got)|never (?:had|did|done|been for|been offered)|"
    rf"haven't (?:yet )?(?:had|done|been for)|have not (?:yet )?(?:had|done)|hasn't (?:yet )?had|"
    rf"has not (?:yet )?had|not yet had|yet to have|waiting (?:for|on)|awaiting|await|"
    rf"still waiting (?:for|on)|jamais (?:eu|fait) (?:de|d')?|ne connais pas|connais pas|"
    rf"sais pas)\s*(?:my |the |her |a |an |any |mon |ma |la |le |what |results? of |for |on |"
    rf"out )*(?:my |the |her )?(?:(?:recent|previous|prior|proper|first|latest|exact|own|actual|"
    rf"next) )*(?:spine |hip )?{_WHAT}\b"
    rf"|\b{_WHAT}\s*(?:result |results |is |was |:|=|-|value |has |not )*\s*(?:unknown|not known|"
    rf"n/a|\bna\b|pending|not available|unavailable|not done|not performed|awaited|not yet|none|"
    rf"tbc|tbd|(?<=[:=]\s)\?|(?<=[:=])\?|booked|scheduled|never done|inconnue?|non fait\w*|"
    rf"en attente|en cours|nd\b|not measured|next (?:week|month|year))"
    rf"|(?<![\w'.-])t\s*[:=]?\s*(?:is |was )?(?:unknown|not (?:yet )?(?:known|done|measured|available|taken)|"
    rf"unavailable|pending|awaited)\b"
    rf"|(?<![\w'])t\s?\?+\s*(?:never|not) (?:measured|done|taken|known)\b"
    rf"|\b(?:dexa|dxa|bone (?:density )?scan|scan|densito|bone density test)\s+(?:is |"
    rf"has been )?(?:booked|scheduled|due|arranged|ordered|requested)\b"
)
_RANGES = Pattern("unnamed", "ranges")


def unknown(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return one finding with status `unknown` where the person says there is no T-score to give."""
    for match in _UNKNOWN.finditer(analysis.plain):
        status = ownership.fact_status(match.start(), match.end())
        after = analysis.plain[match.end() : match.end() + 25]
        if status in ("present", "question") and not re.match(
            r"\s*(?:mean|means|is for|works?|said|machine|was (?:done|normal))\b", after
        ):
            if status == "question" and not re.search(r"\b(?:i|my|she|her|we)\b", match.group()) and "?" in after:
                continue
            return [analysis.finding("t_score", None, (match.start(), match.end()), CLEAR, "unknown")]
    return []


def category(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return one finding to be asked where only the class of the density was named ("osteopenia")."""
    for match in _RANGES.finditer(analysis.plain):
        status = ownership.fact_status(match.start(), match.end())
        if status == "present" and not _is_denied(analysis, match.start()):
            span = (match.start(), match.end())
            return [analysis.finding("t_score", None, span, ASK, status, "category_without_number")]
    return []


def _is_denied(analysis: Analysis, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:no|not|don't have|never had|without)\s+(?:a |any |been told i have )?$",
            analysis.before(start, 30),
        )
    )
