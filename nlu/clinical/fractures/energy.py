"""How a fracture came about: high energy, low energy, or words that leave it open (reading R2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.sunk import slipped
from nlu.clinical.number_words import word_values
from nlu.clinical.patterns import Pattern

# Falls of up to three steps stay low-energy (evidence: GRIO, sheet 18).
LOW_STEPS = 3

_HIGH = Pattern("energy", "high")
_LOW = Pattern("energy", "low")
_OPEN = Pattern("energy", "open")
_NUMBER = r"(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty)"
# "Four steps" and "three or four steps".
_STEPS = re.compile(
    rf"\b(?:{_NUMBER}\s*(?:-|/|to|or|,?\s*(?:or\s+)?(?:maybe|perhaps|possibly))\s*)?\b{_NUMBER}\s+(?:\w+\s)?"
    r"(?:steps|step|stairs|stair|marches)\b"
)
# The "no" of "no it was a simple fall" answers, and denies nothing of what follows.
_NOT = re.compile(
    r"\b(?:no(?! (?:it|that|this|i|she|just)\b)|not|nothing|none|never|wasn't|without|pas|isn't|didn't)\s+(?:\w+\s+){0,3}$"
)
_STRUCK = Pattern("energy", "struck")
_STRUCK_REACH = 60
_HEIGHT_LADDER = Pattern("energy", "height_ladder")
_LEFT_BEHIND = Pattern("energy", "left_behind")
_AT_REST = Pattern("energy", "at_rest")
_REST_REACH = 30


_FELL = re.compile(r"\b(?:fell|fall\w*|tumbled|down|miss(?:ed|ing)|slipped|chute)\b")
_DOWN_AFTER = re.compile(r"\s*(?:down|fall)\b(?! the (?:line|road))")
# "It was only two steps really": how far she fell, said once more; a walk of two steps goes somewhere.
_IT_WAS = re.compile(
    r"\b(?:it|that|there|they|ladder|i mean|i meant|sorry|wait|hang on|not \w+)\b(?:'s| is| was| were|,)?"
    r"(?:[ ,]+(?:but|was|were|it|that|only|just|really|actually|about|like|more|maybe|at most|no more than|the|a|an|from|"
    r"rather))*[ ,]*$"
)
_GOES = re.compile(
    r"\s*(?:away|from|to|into|ahead|forward|backwards?|back|process|in (?:the|my|a) (?!cellar|house|garden)|of treatment)\b"
)


def _is_said_anew(analysis: Analysis, steps: re.Match[str]) -> bool:
    return bool(_IT_WAS.search(analysis.before(steps.start(), 40))) and not _GOES.match(analysis.plain, steps.end())


def _is_many(steps: re.Match[str]) -> bool | None:
    """Return whether these are more steps than a low fall has, None where they are perhaps ("three or four steps")."""
    said = [number for number in steps.groups() if number]
    many = {(int(number) if number.isdigit() else word_values()[number]) > LOW_STEPS for number in said}
    return many.pop() if len(many) == 1 else None


# "On ice, from standing height": how far she fell is told, whatever she slipped on.
_SLIPPERY = re.compile(r"\b(?:ice|icy|snow|verglas|accident|(?:bad|heavy|nasty) fall)\b")
_STOOD = re.compile(
    r"\b(?:(?:from|of) (?:a )?standing|standing (?:height|level|position|there)|own height|(?:ground|same)[\s-]level|"
    r"stepp(?:ed|ing)|walk(?:ed|ing)|(?:getting|got) out of|off (?:my|her) feet)\b"
)
# Then more than her own height may have counted.
_ON_MORE_THAN_FEET = re.compile(
    r"\b(?:bikes?|bicycle|cycl\w+|skat\w+|ski\w*|sled\w*|toboggan\w*|horse|pony|ladder|roof|stairs?|staircase|steps|bus)\b"
)


def _stood(analysis: Analysis, start: int) -> bool:
    sentence = analysis.sentence(start)
    stood = _STOOD.search(analysis.plain, sentence.start, sentence.end) is not None
    return stood and not _ON_MORE_THAN_FEET.search(analysis.plain, sentence.start, sentence.end)


@dataclass(frozen=True)
class Energy:
    """Words on how it happened at plain[start:end]; `high` is None where they leave the energy open."""

    start: int
    end: int
    high: bool | None


def find_energy(analysis: Analysis) -> list[Energy]:
    """Return what a message tells of how a fracture came about, in order; a plain case beats an open one."""
    plain = analysis.plain
    found: list[Energy] = []
    for match in _STEPS.finditer(plain):
        fell = _FELL.search(analysis.before(match.start(), 40)) or _DOWN_AFTER.match(plain, match.end())
        if fell or _is_said_anew(analysis, match):
            found.append(Energy(match.start(), match.end(), _is_many(match)))
    at_rest = [match.span() for match in _AT_REST.finditer(plain)]
    found += [Energy(start, end, None) for start, end in at_rest]
    struck = [match.span() for match in _STRUCK.finditer(plain)]
    for pattern, high in ((_HIGH, True), (_HEIGHT_LADDER, True), (_LOW, False), (_STRUCK, None), (_OPEN, None)):
        for match in pattern.finditer(plain):
            if any(start - _REST_REACH < match.start() < end + _REST_REACH for start, end in at_rest):
                continue
            if high is False and any(abs(match.start() - end) < _STRUCK_REACH for _, end in struck):
                continue
            if any(
                e.start < match.end() + 12 and match.start() < e.end + 12 and (high is None or e.high is not None)
                for e in found
            ):
                continue
            if high and _LEFT_BEHIND.search(analysis.before(match.start(), 70)):
                continue
            denied = bool(_NOT.search(analysis.before(match.start(), 30)))
            if denied and high is not True:
                continue
            if high is None and _SLIPPERY.search(match.group()) and _stood(analysis, match.start()):
                continue
            found.append(Energy(match.start(), match.end(), False if denied else high))
    bones = slipped(analysis)
    own = [each for each in found if not any(start <= each.start < end for start, end in bones)]
    return sorted(own, key=lambda energy: energy.start)
