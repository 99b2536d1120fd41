"""Words that deny a bisphosphonate without naming it: "never tried one", "I don't think I ever had any of those"."""

from __future__ import annotations

import re

_I = r"(?:\b(?:i|i've|i'd|she|she's|she'd|we)\s+)?(?:(?:have|has|had|was|'ve)\s+)?"
_ADVERB = r"(?:(?:actually|really|ever|even|yet|been|being|once|knowingly|myself|in my life)\s+)*"
_TOOK = r"(?:took|taken|take|had|have|tried|try|used|use|swallowed|got|given|prescribed|offered|put|been|on)"
_WHAT = (
    r"(?:(?:on|to|put|a single)\s+)*(?:one|any|anything|it|them|those|these|that|such|the stuff|the like)\b"
    r"(?!\s+(?:trouble|problems?|side|difficult\w*|bother|issues?|reaction|break|breaks|fracture|fractures|broken|bones?"
    r"|falls?|scans?|flush\w*|sweats?|pain|clue|idea))"
)
_NEVER = rf"\b(?:never|haven't|havent|hasn't|didn't|didnt|wasn't|weren't)\s+{_ADVERB}{_TOOK}\s+{_ADVERB}{_WHAT}"
_DOUBT = rf"\b(?:don't|do not|dont) (?:think|believe|remember|recall) {_I}{_ADVERB}{_TOOK}\s+{_ADVERB}{_WHAT}"
_OTHERS = re.compile(
    r"\b(?:sister|mother|mum|mam|mom|neighbou?r|friend|aunt\w*|husband|daughter|he|they|who|you)(?:'s|'d)?\s+"
    r"(?:has |had |have )?$"
)
_SAID = re.compile(rf"{_NEVER}|{_DOUBT}")


def says_never_had(text: str) -> bool:
    """Say whether the person denies that she had any of what was spoken of; not whether somebody else did."""
    plain = text.lower().replace("’", "'")
    return any(not _OTHERS.search(plain[max(0, each.start() - 25) : each.start()]) for each in _SAID.finditer(plain))
