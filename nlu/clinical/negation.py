"""Whether a denial reaches a mention, and how surely.

The rules follow the idea of NegEx (cue words with a reach and words that end it), with two additions: a denial
crosses a comma only inside a list that an "or" closes, and where it is not plain whether a denial reaches a
mention, the mention is marked doubtful instead of being guessed.
"""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.segments import Segment

REACH_WORDS = 7


LIST_REACH_WORDS = 25
# "No medicine ever taken fracture of …": the denial is of the medicine.
_NO_TREATMENT = re.compile(
    r"\s*(?:medicines?|medications?|meds|drugs?|tablets?|treatment|tx|rx|"
    r"therapy)\s+(?:\w+\s+)?(?:taken|given|used|tried|so far|yet)\b"
)
_LIST_OPENERS = frozenset({",", "and", "et", "&"})
# Words after which a denial no longer holds ("no pain since my hip fracture").
_ENDS_DENIAL = Pattern("context", "ends_denial")
# "Never even", "never once", "not so much as": these only stress the denial.
_STRESSED = re.compile(
    r"^\s*(?:even|once)\b(?! (?:when|my|her|after|with|though|if|the|an? fall|thought|imagined|expected|noticed|dream\w*)\b)|"
    r"\bso much as\b"
)
_WITH = re.compile(r"\b(?:with|on|to|for|of the|about|in|that)\b")
DENIED_AFTER = Pattern("context", "denied_after")
_ZERO_BEFORE = re.compile(r"(?<![\d.,/])0\s+(?:(?:previous|prior|vertebral|hip|fragility|known|recorded)\s+)*$")
_OR_LATER = re.compile(r"\b(?:or|nor|ni|ou)\b")


def denial(analysis: Analysis, start: int, end: int) -> tuple[bool, bool, Mention | None]:
    """Return (denied, doubtful, the cue)."""
    if DENIED_AFTER.match(analysis.plain, end) or _ZERO_BEFORE.search(analysis.before(start, 25)):
        return True, False, None
    for cue in reversed(_negations(analysis)):
        if cue.start >= start or cue.start < analysis.sentence(start).start:
            continue
        reach = _reach(analysis, cue, start)
        if reach:
            return reach == "denied", reach == "doubtful", cue
    return False, False, None


def _negations(analysis: Analysis) -> list[Mention]:
    """Return the cues that deny, without the words that only look like denials."""
    others = analysis.concept("cue", "not_negation", "limited", "uncertain")
    found = []
    for cue in analysis.concept("cue", "negation", "list_negation"):
        inside = any(o.start <= cue.start and cue.end <= o.end for o in others)
        if not inside and not _is_reply(analysis, cue):
            found.append(cue)
    return found


def _is_reply(analysis: Analysis, cue: Mention) -> bool:
    """True for "No, I broke it": a no that answers and denies nothing of what follows."""
    words = analysis.between(cue.start, cue.end)
    after = analysis.plain[cue.end :]
    if words in ("no", "non", "not") and re.match(
        r"\s*[,.;!:\u2014]|\s+(?:i|it's|it is|my|she|he|that's|thanks|thank|we|but|because)\b", after
    ):
        return True
    return words in ("no", "non") and bool(DENIED_AFTER.match(analysis.plain, cue.start)) and not after.strip()


def _reach(analysis: Analysis, cue: Mention, start: int) -> str:
    """Say whether the denial `cue` reaches the mention at `start`: "denied", "doubtful" or ""."""
    gap = analysis.between(cue.end, start)
    words = analysis.words_between(cue.end, start)
    if words > LIST_REACH_WORDS or _ENDS_DENIAL.search(_STRESSED.sub("", gap)):
        return ""
    cue_at, mention_at = analysis.chunk_index(cue.start), analysis.chunk_index(start)
    chunks = analysis.chunks[cue_at[0]]
    crossed = [chunk.opener for chunk in chunks[cue_at[1] + 1 : mention_at[1] + 1]]
    if not crossed:
        return _reach_in_chunk(analysis, cue, gap, words)
    if any(opener not in _LIST_OPENERS for opener in crossed):
        return ""
    if _has_own_verb(analysis, chunks[cue_at[1] + 1 : mention_at[1] + 1]):
        return ""
    listed = analysis.between(cue.end, chunks[-1].end)
    if cue.concept == "list_negation":
        return "denied"
    next_denial = [c for c in _negations(analysis) if cue.end <= c.start < start]
    if _OR_LATER.search(listed) and not next_denial and "and" not in crossed:
        return "denied" if _or_closes_list(analysis, cue, start) else ""
    return ""


def _or_closes_list(analysis: Analysis, cue: Mention, start: int) -> bool:
    """True where an "or" comes between the cue and the end of the list item after the mention."""
    sentence = analysis.sentence(start)
    rest = analysis.between(cue.end, sentence.end)
    last_or = [m.start() for m in _OR_LATER.finditer(rest)]
    if not last_or:
        return False
    return analysis.chunk(start).start <= cue.end + last_or[-1] + 4


def _reach_in_chunk(analysis: Analysis, cue: Mention, gap: str, words: int) -> str:
    if words > REACH_WORDS:
        return ""
    if _NO_TREATMENT.match(gap):
        return ""
    if _other_thing_between(analysis, cue, cue.end + len(gap)):
        return ""
    joined = re.search(r"(?:\band\b|&|\bet\b|/|\+)(?!.*(?:\band\b|&|\bet\b))", gap)
    if joined and cue.concept != "list_negation":
        head = gap[: joined.start()]
        # "no flushes and sweats" may deny both or one; "no hip and spine fractures" denies what is joined.
        return "doubtful" if re.search(r"\w{3,}", head) else "denied"
    if re.fullmatch(r"\s*(?:currently |now |yet |actually )?(?:on|taking)\s*(?:any |the |my )?", gap):
        return "denied"
    if _WITH.search(gap) and re.search(r"\b(?:no|not|nothing)\b", analysis.between(cue.start, cue.end)):
        return (
            "denied"
            if re.search(
                r"\b(?:of|treated|treatment|diagnosed|put|been|put me|went|gone|history|evidence|signs?|"
                r"symptoms?|problems?|issues?|trouble|am|i'm)\b",
                gap + analysis.before(cue.start, 12),
            )
            else ""
        )
    return "denied"


_CLINICAL = ("break", "broken_site", "some_fracture", "symptom", "drug", "caution", "scope", "suspicion")


def _other_thing_between(analysis: Analysis, cue: Mention, start: int) -> bool:
    """True in "no fx T -3.0 VMS": another thing stands between, with no word that carries the denial on."""
    between = [
        (m.start, m.end) for theme in _CLINICAL for m in analysis.theme(theme) if cue.end <= m.start and m.end <= start
    ]
    between += [(n.start, n.end) for n in analysis.numbers if cue.end <= n.start and n.end <= start and n.sign]
    if not between:
        return False
    if _is_bare_list(analysis, cue.end, start, between):
        return False
    rest = analysis.between(max(end for _, end in between), start)
    return not re.search(r"\b(?:or|nor|and|et|ou|ni|of|in|with|on|to)\b|[,/&+]", rest)


# What may stand beside the things of a list: "no cancer, clots, a stroke or any kidney trouble".
_LIST_WORDS = re.compile(r"[\s,/&]*(?:(?:any|a|an|previous|prior|known|old|personal|history|hx|of)[\s,/&]+)*")


def _is_bare_list(analysis: Analysis, start: int, end: int, things: list[tuple[int, int]]) -> bool:
    """True for "no cancer clots stroke or kidney trouble": nothing but such things, and an "or" before the last."""
    gap = list(analysis.between(start, end))
    for first, last in things:
        gap[max(0, first - start) : max(0, last - start)] = [","] * (min(last, end) - max(first, start))
    rest = analysis.between(end, analysis.sentence(start).end)
    is_closed = re.match(r"[^.;:]{0,60}?\b(?:or|nor)\b", rest[: _next_verb(rest)]) is not None
    return is_closed and _LIST_WORDS.fullmatch("".join(gap)) is not None


def _next_verb(text: str) -> int:
    """Return where a verb of its own ends the list."""
    verb = re.search(r"\b(?:i|she|he|my|but|had|has|have|is|was|takes?|take)\b", text)
    return verb.start() if verb else len(text)


def _has_own_verb(analysis: Analysis, chunks: list[Segment]) -> bool:
    return any(
        re.match(
            r"[\s,]*(?:and\s+|et\s+)?(?:i|she|he|my|her|his|has|have|had|is|was|takes?|t\b|on\b|but|now|"
            r"currently|ha[sd]n't|only|\d)",
            analysis.between(c.start, c.end),
        )
        for c in chunks
    )
