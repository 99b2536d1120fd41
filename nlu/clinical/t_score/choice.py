"""Chooses the T-score that counts among the values of a message (readings R4: the lowest of spine and hip)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from nlu.clinical import repair
from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR
from nlu.clinical.t_score import words
from nlu.clinical.t_score.agreeing import lie_in_one_band, without_roundings
from nlu.clinical.t_score.inexact import without_summaries
from nlu.clinical.t_score.repairs import taken_back, without_taken_back
from nlu.clinical.t_score.sites import NOT_COUNTED
from nlu.clinical.t_score.t_or_z import may_be_z
from nlu.clinical.t_score.times import latest
from nlu.clinical.t_score.value import Value
from nlu.clinical.t_score.vertebrae import without_single_vertebrae

_RANGE = re.compile(r"\s*(?:sd\s*)?(?:to|or|and|-|\u2014|\.\.|a|et|through|ou)\s*(?:about|around|maybe)?\s*")
_PLURAL = re.compile(r"scores\b|t[\s-]*scores|results\b|both\b|respectively")
_LISTED = re.compile(
    r"[\s(),;/&\[\]|:=]*(?:(?:and|et|sd|ds|at|in|on|the|of|for|my|her|with|a|au|was|is|but|"
    r"t-score|t|score)\b[\s(),;/&|:=]*|(?:left|right)\b\s*)*"
)


# A digit that cannot be read may put a value this much lower.
_DIGIT = Decimal("0.9")


@dataclass(frozen=True)
class Choice:
    """The value that counts, or why the person must be asked."""

    value: Value
    certainty: str = CLEAR
    reason: str = ""
    candidates: tuple[str, ...] = ()
    others: tuple[Value, ...] = field(default=())


def choose(analysis: Analysis, values: list[Value]) -> Choice:
    """Choose among the T-scores of one subject; `values` is not empty."""
    stated = [v for v in values if not repair.is_discarded(analysis.plain, v.number.start)] or values
    stated = without_summaries(analysis, stated)
    withdrawn = taken_back(analysis, stated)
    if withdrawn:
        return Choice(stated[-1], ASK, *withdrawn)
    kept = without_roundings(analysis, without_taken_back(analysis, stated))
    doubted = [value for value in kept if may_be_z(analysis, value)]
    if doubted:
        return Choice(doubted[-1], ASK, "z_score")
    ranged = _range(analysis, kept)
    if ranged:
        return ranged
    current = latest(analysis, kept)
    main = without_single_vertebrae(analysis, [v for v in current if v.site not in NOT_COUNTED])
    if not main:
        return Choice(current[-1], ASK, "peripheral_site")
    others = tuple(v for v in kept if v not in main)
    if _contradicts(analysis, main) and not lie_in_one_band(analysis, main):
        return _ask_which(main, others)
    return _lowest(main, others)


def _range(analysis: Analysis, values: list[Value]) -> Choice | None:
    """Read "between -2 and -2.5" and "-2 to -2.5": no single value was given."""
    if len(values) < 2:
        return None
    for first, second in pairwise(values):
        gap = analysis.between(first.number.end, second.number.start)
        if not _RANGE.fullmatch(gap) or (first.site and second.site and first.site != second.site):
            continue
        between = re.search(r"\b(?:between|entre|somewhere|range)\b[^.;]{0,30}$", analysis.before(first.number.start))
        to = re.fullmatch(r"\s*(?:to|or|a|-|\u2014|ou|\.\.)\s*(?:maybe)?\s*", gap)
        moved = words.MOVES.search(analysis.between(analysis.sentence(first.start).start, second.end)) or re.search(
            r"\b(?:from|de)\s*$", analysis.before(first.number.start)
        )
        if between or (to and not moved):
            worse, better = sorted((first, second), key=lambda v: v.low)
            return Choice(
                first,
                ASK,
                "range",
                (worse.text, better.text),
                tuple(v for v in values if v not in (first, second)),
            )
    return None


def _contradicts(analysis: Analysis, values: list[Value]) -> bool:
    """True where two values claim the same site and time without words that explain it."""
    readings = {v.text for v in values}
    if len(readings) < 2:
        return False
    if any(_written_otherwise(analysis, first, second) for first, second in pairwise(values)):
        return True
    sites = [v.site for v in values]
    if len(set(sites)) == len(sites):
        return False
    for first, second in pairwise(values):
        if first.text == second.text or first.site != second.site:
            continue
        gap = analysis.between(first.number.end, second.number.start)
        plural = _PLURAL.search(analysis.between(analysis.sentence(first.start).start, first.number.start))
        sided = first.side and second.side and first.side != second.side
        if _is_of_another_place(analysis, first, second):
            continue
        if plural or sided or (_LISTED.fullmatch(gap) and not words.NAMED.search(gap) and not words.LETTER.search(gap)):
            continue
        return True
    return False


# "Lowest was -2.2, the other two about -1.8": a value of another place, unless of another paper or day.
_OTHERS = re.compile(
    r"\b(?:the |my |her )?(?:others\b|rest\b|remaining\b|other (?:two|one|ones|three|sites?|places?|scores?|values?|"
    r"numbers?|figures?|readings?|results?|areas?|regions?|bones?|hip|side|leg)\b)"
)
_LOWEST = re.compile(r"\b(?:lowest|worst|poorest|weakest|minimum)\b[^.;]{0,40}$")
_OF_PAPER_OR_DAY = re.compile(
    r"\b(?:letters?|reports?|pages?|print\w*|papers?|doctor|gp|consultant|clinic|hospital|machine|scans?|dexas?|dxas?|"
    r"years?|ago|months?|before|(?:19|20)\d\d)\b"
)


def _is_of_another_place(analysis: Analysis, first: Value, second: Value) -> bool:
    """True where words say that two values without a place are of two places, and which is the lowest."""
    gap = analysis.between(first.number.end, second.number.start)
    lead = analysis.between(analysis.sentence(first.start).start, first.number.start)
    if _OF_PAPER_OR_DAY.search(gap + analysis.after(second.number.end, 15)):
        return False
    lowest_first = _LOWEST.search(lead) is not None and first.low <= second.low
    return _OTHERS.search(gap) is not None or (lowest_first and not first.site)


# "-1.8 in the table but -2.8 in the paragraph underneath", "-2.6, the printed summary says +2.6".
_OTHER_PLACE = re.compile(
    r"\b(?:table|paragraph|text|summary|letter|print(?:ed|out)|page|conclusion|body of|front sheet|reports?|paper|e-?mail|"
    r"portal|app|discharge|same (?:scan|test|day|dexa|dxa|measurement|examination))\b"
)
_SAYS = re.compile(r"\b(?:but|while|whereas|yet|says|said|reads|gives|states|has it as)\b")


def _written_otherwise(analysis: Analysis, first: Value, second: Value) -> bool:
    """True where the same paper gives a second value, of no other place of the body."""
    if second.site:
        return False
    gap = analysis.between(first.number.end, second.number.start)
    return bool(_SAYS.search(gap) and _OTHER_PLACE.search(gap + analysis.after(second.end, 25)))


def _ask_which(values: list[Value], others: tuple[Value, ...]) -> Choice:
    candidates = tuple(dict.fromkeys(v.text for v in reversed(values)))
    return Choice(values[-1], ASK, "contradiction", candidates, others)


def _lowest(values: list[Value], others: tuple[Value, ...]) -> Choice:
    """Take the lowest value; where lost signs leave the lowest open, ask."""
    lowest = min(values, key=lambda v: v.low)
    lowest = next((v for v in values if v.lacks_digit and v.low - _DIGIT <= lowest.low), lowest)
    rest = others + tuple(v for v in values if v is not lowest)
    if lowest.vague:
        return Choice(lowest, ASK, "range", (), rest)
    doubted = any(v.number.magnitude == lowest.number.magnitude and not v.sign_known for v in values)
    if doubted and lowest.sign_known:
        return Choice(lowest, ASK, "sign_missing", (lowest.text, lowest.number.text("+")), rest)
    if lowest.sign_known:
        return Choice(lowest, others=rest)
    otherwise = min((v.low if v.sign_known else v.number.magnitude) for v in values)
    texts = {
        (v.low if v.sign_known else v.number.magnitude): v.number.text("-" if v.sign_known and v.low < 0 else "+")
        for v in values
    }
    return Choice(lowest, ASK, "sign_missing", (lowest.number.text("-"), texts[otherwise]), rest)
