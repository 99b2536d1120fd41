"""Conditions of the alarm without a name: a cry for help, or too much of a medicine taken."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.pipeline import Mention

Pieces = tuple[Mention, ...]

# A cry for help is short; a longer message names what is wrong, and other rules read that.
_MOST_WORDS = 16
_ABOUT_SOMETHING = re.compile(
    r"\b(?:help me (?:\w+ )?(?:understand|decide|choose|with|to|find|read|make|check|compare|out)|drill|service|"
    r"department|room|contact|card|number|dentist\w*|exit|funds?|driver|came|took|taken|brought|arrived|people|crew|"
    r"last (?:year|month|week)|years? ago|months? ago|weeks? ago|when should|if i|in case|not an emergency|"
    r"no emergency|isn't an emergency|not urgent|no longer)\b"
)
_NOT_NOW = re.compile(
    r"\b(?:years? ago|in (?:19|20)\d\d|last year|once took|can (?:you|i|one)|could (?:you|i|one)|what (?:happens|if)|"
    r"is it possible|risk of|would|if (?:i|you|she|someone)|vitamin overdose risk|afraid of|how (?:much|many)|"
    r"too many (?:tablets|pills) (?:to|already|every|each|a day|in the morning|as it is|for)|"
    r"(?:on|taking|take) too many (?:tablets|pills)\W*$)\b"
)
# "I've taken too many, what would you do?" tells that it happened, whatever is asked beside it.
_TOLD = re.compile(
    r"(?:^|[.!?,;]\s*|\b(?:i|i've|we|we've|she|she's|he|he's|they|they've|mum|mum's|mam|mom|mother|dad|dad's|husband|wife|"
    r"gran|nan|nan's|patient|pt|resident|carer|nurse|\w+son|\w+daughter|toddler|child|baby|one|kids?) )"
    r"(?:have |has |had |just |only |accidentally |mistakenly |now |already |been )*"
    r"(?:took|taken|swallowed|ate|eaten|overdosed|got (?:at|into|hold)|given|gave|od'd)\b"
)
_SUPPOSED = re.compile(r"\b(?:if|suppose|supposing|imagine|say|when|in case|what happens|could|can|may|might)\b")
_LONG_AGO = re.compile(
    r"\b(?:years? ago|in (?:19|20)\d\d|last year|once took|"
    r"when (?:i|we|she|he) (?:was|were) (?:an? )?(?:student|girl|child|teen|young|little|at (?:school|college|uni))\w*)\b"
)
_ONLY = re.compile(r"[\W_]*(?:(?:it|is|its|it's|this|please|help|an|a|now|me|very|need|call|urgent|emergency)[\W_]*)*")


def cry_for_help(analysis: Analysis, _: Pieces) -> bool:
    """True where the message is short and asks for help now, not for help with a choice."""
    return len(re.findall(r"\w+", analysis.plain)) <= _MOST_WORDS and not _ABOUT_SOMETHING.search(analysis.plain)


def nothing_else(analysis: Analysis, pieces: Pieces) -> bool:
    """True where the message is nothing but the cry ("emergency!!", "ambulance please")."""
    piece = pieces[0]
    return bool(
        _ONLY.fullmatch(analysis.plain[: piece.start]) and _ONLY.fullmatch(analysis.plain[piece.end :])
    ) and analysis.plain.strip() not in ("help", "help me")


def overdose_of_now(analysis: Analysis, _: Pieces) -> bool:
    """True where too much was taken, not where somebody asks what would happen or takes many medicines."""
    plain = analysis.plain
    if _LONG_AGO.search(plain):
        return False
    told = [m for m in _TOLD.finditer(plain) if not _SUPPOSED.search(analysis.before(m.end(), 45))]
    return bool(told) or not _NOT_NOW.search(plain)
