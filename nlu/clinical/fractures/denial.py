"""Statements that there was no fracture at all, or that it is not known."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.context import Context
from nlu.clinical.fractures.asked_denial import TOLD, denial_start, is_told, told_in_question
from nlu.clinical.fractures.free import is_for_a_time, is_plain, overlaps_free
from nlu.clinical.fractures.limits import has_limit
from nlu.clinical.fractures.never import is_of_one_thing, none_of_mine, whole_denials
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

# An X-ray or one fall without a fracture says nothing of earlier ones.
_ONE_EVENT = Pattern("denial", "one_event")
_NEVER = re.compile(
    r"\b(?:never|jamais|ever|history|hx|h/o|atcd|antecedents?|prior|previous|past|in my life|"
    r"whole life|lifetime)\b"
)
_NOT_RECORDED = re.compile(
    r"\s*(?:history|hx|status)?\s*(?:is |was |are )?(?:not (?:in|on|available|documented|recorded|known|given|stated)|"
    r"unavailable|unknown|n/k|undocumented|missing)\b"
)
_ANY_BONE_UNKNOWN = Pattern("denial", "any_bone_unknown")


def read_denial(analysis: Analysis, ownership: Ownership, unlinked: list[Mention]) -> list[Finding]:
    """Return the findings of kind `fracture`: denied, not known, or told without a site."""
    found: list[Finding] = [
        _denied(analysis, ownership.context(m.start, m.end), m)
        for m in analysis.theme("fracture_free")
        if is_told(analysis, ownership, m) and is_plain(analysis, m)
    ]
    whole = whole_denials(analysis, ownership)
    found += [_denied(analysis, ownership.context(m.start, m.end), m) for m in whole]
    found += none_of_mine(analysis, ownership)
    for mention in [*unlinked, *analysis.theme("some_fracture")]:
        if _is_part_of_more(analysis, mention) or any(w.start <= mention.start < w.end for w in whole):
            continue
        finding = _read(analysis, ownership, mention)
        if finding:
            found.append(finding)
    return _settled([*found, *_named_classes(analysis, ownership)])


def _is_part_of_more(analysis: Analysis, mention: Mention) -> bool:
    """True for the "fracture" of "fragility fracture", "non-severe fracture" and "fracture-free"."""
    wider = [*analysis.theme("some_fracture"), *analysis.theme("fracture_class")]
    inside = any(m.start <= mention.start and mention.end <= m.end for m in wider if m != mention)
    return inside or overlaps_free(analysis, mention)


def _named_classes(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Read a class of the table told in its own words ("severe non-vertebral fracture")."""
    found = []
    for mention in analysis.theme("fracture_class"):
        context = ownership.context(mention.start, mention.end)
        status = ownership.fact_status(mention.start, mention.end)
        told = not (context.denied or context.general or context.uncertain or context.limited)
        if told and status in ("present", "family", "hypothetical"):
            span = (mention.start, mention.end)
            found.append(analysis.finding("fracture", mention.concept, span, CLEAR, status))
    return found


def _read(analysis: Analysis, ownership: Ownership, mention: Mention) -> Finding | None:
    context = ownership.context(mention.start, mention.end)
    status = ownership.fact_status(mention.start, mention.end)
    span = (mention.start, mention.end)
    if status == "hypothetical" or analysis.in_question(mention.start):
        told = told_in_question(analysis, ownership, mention, context)
        if told:
            return _denied(analysis, context, mention) if told == TOLD else None
    if status in ("family", "hypothetical"):
        return analysis.finding("fracture", "unspecified", span, ASK, status, "site_missing")
    if (
        is_risk(analysis, mention.start, mention.end)
        or _is_bare_label(analysis, mention)
        or (context.general and not context.denied)
    ):
        return None
    if context.uncertain or _unknown(analysis, mention):
        return analysis.finding("fracture", None, span, CLEAR, "unknown")
    if status == "question":
        return None
    if context.denied or context.limited:
        return _denied(analysis, context, mention)
    if _is_adjective(analysis, mention):
        return None
    return analysis.finding("fracture", "unspecified", span, ASK, status, "site_missing")


def _denied(analysis: Analysis, context: Context, mention: Mention) -> Finding:
    span = (denial_start(analysis, mention), mention.end)
    after = re.split(r"[;|]", analysis.between(mention.end, analysis.sentence(mention.start).end))[0][:60]
    chunk = analysis.chunk(mention.start)
    event = _ONE_EVENT.search(analysis.between(chunk.start, chunk.end)) or _follows_a_fall(analysis, mention)
    never = (
        context.never
        or _NEVER.search(analysis.between(span[0], span[1]))
        or re.match(r"\s*(?:history|hx|ever)\b", after)
    )
    some = mention.theme != "fracture_free" and _ONLY_SOME.search(analysis.between(mention.start, mention.end))
    part = some or is_for_a_time(analysis, mention) or after.startswith(" else")
    limited = (
        part
        or is_of_one_thing(analysis, mention)
        or context.limited
        or has_limit(analysis, mention.end, after)
        or context.doubtful
        or (event and not never)
    )
    if limited:
        return analysis.finding("fracture", "none", span, ASK, "present", "limited")
    return analysis.finding("fracture", "none", span, CLEAR)


# "No non-vertebral fracture" leaves the others open.
_ONLY_SOME = re.compile(r"\b(?:non|nonvertebral|peripheral|severe|major|mof|another|other|different)\b")


def _follows_a_fall(analysis: Analysis, mention: Mention) -> bool:
    """True for "fell last week, but no fracture": the denial is of that fall."""
    sentence = analysis.sentence(mention.start)
    before = analysis.between(sentence.start, mention.start)
    if mention.concept != "fracture" or analysis.between(mention.start, mention.end) != "fractured":
        # A slipped disc is no fall; "slipped disc, not fractured" denies only that.
        before = re.sub(r"\bslipped (?=dis[ck]|vertebra)", "", before)
    return bool(
        re.search(r"\b(?:fell|tripped|slipped|stumbled|had a (?:bad |nasty )?(?:fall|tumble))\b", before)
    ) and not re.search(r"\b(?:no|never|without|not|nor|denies)\s+(?:\w+\s)?(?:falls?|fell|tripped)", before)


# "Haven't taken a fracture history yet": nobody asked her.
_NOT_TAKEN = re.compile(
    r"(?:n't|\b(?:not|never|yet to))(?: \w+){0,2} (?:taken?|asked|obtained?|got|elicited|checked|gone into)\b"
    r"[^.;,]{0,25}(?:\b(?:fractures?|fx|breaks?)|#) (?:history|hx)\b"
)


def _unknown(analysis: Analysis, mention: Mention) -> bool:
    if _NOT_RECORDED.match(analysis.plain, mention.end):
        return True
    sentence = analysis.sentence(mention.start)
    if _NOT_TAKEN.search(analysis.plain, sentence.start, sentence.end):
        return True
    match = _ANY_BONE_UNKNOWN.search(analysis.plain, sentence.start, sentence.end)
    return bool(match and match.start() < mention.start <= match.end())


def is_risk(analysis: Analysis, start: int, end: int) -> bool:
    """True for "FRAX MOF 18" and "10-year risk of major osteoporotic fracture": a probability, no fracture."""
    if _RISK_BEFORE.search(analysis.before(start, 60)):
        return True
    if not re.search(r"\b(?:mof|major osteoporotic)", analysis.between(start, end)):
        return False
    return bool(_PERCENT_BEFORE.search(analysis.before(start, 12)) or _FIGURE_AFTER.match(analysis.plain[end:]))


_PERCENT_BEFORE = re.compile(r"\d\s?%[\s(:,]*$")
# A number, but not the year of a fracture that was.
_FIGURE_AFTER = re.compile(r"\s*(?:risk|probability|score)?\s*[:=]?\s*(?!(?:19|20)\d\d\b)\d")
_RISK_BEFORE = re.compile(r"\b(?:frax|risk|probability|chance)\b[^.;,\d]{0,30}$")


def _is_bare_label(analysis: Analysis, mention: Mention) -> bool:
    """True for "fracture clinic", "fracture risk", "fracture type?" – no fracture is told of."""
    return bool(
        re.match(
            r"\s*(?:clinic|liaison|risk|risks|prevention|reduction|rates?|service|calculator|assessment|"
            r"index|probability|threshold|protection|type|types|status|efficacy|outcomes?|data|surgeon|"
            r"ward|team|healing|benefit|site|sites|care|history\s*[:?]\s*$)\b",
            analysis.plain[mention.end :],
        )
    )


def _is_adjective(analysis: Analysis, mention: Mention) -> bool:
    """True for "#" as a number sign or hashtag, or a verb with no bone ("break it to her")."""
    said = analysis.between(mention.start, mention.end)
    return "#" in said


def _settled(found: list[Finding]) -> list[Finding]:
    """Drop repeats, and a denial of one event ("the X-ray showed no fracture") beside one of all fractures."""
    whole = any(f.value == "none" and f.certainty == CLEAR for f in found)
    kept: list[Finding] = []
    for finding in found:
        if whole and finding.value == "none" and finding.certainty == ASK:
            continue
        if not any(f.start == finding.start and f.value == finding.value for f in kept):
            kept.append(finding)
    return kept
