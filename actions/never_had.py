"""Words that deny a bisphosphonate without naming it: "never tried one", "I don't think I ever had any of those"."""

from __future__ import annotations

import re

from answers.wording import small_letters

_I = r"(?:\b(?:i|i've|ive|i'd|she|she's|she'd|we)\s+)?(?:(?:have|has|had|was|'ve)\s+)?"
_ADVERB = r"(?:(?:actually|really|ever|even|yet|been|being|once|knowingly|myself|in my life)\s+)*"
_TOOK = r"(?:took|taken|take|had|have|tried|try|used|use|swallowed|got|given|prescribed|offered|put|been|on)"
_WHAT = (
    r"(?:(?:on|to|put|a single)\s+)*(?:one|any|anything|it|them|those|these|that|such|the stuff|the like)\b"
    r"(?!\s+(?:trouble|problems?|side|difficult\w*|bother|issues?|reaction|break|breaks|fracture|fractures|broken|bones?"
    r"|falls?|scans?|flush\w*|sweats?|pain|clue|idea))"
)
_NEVER = rf"\b(?:never|haven't|havent|hasn't|didn't|didnt|wasn't|weren't)\s+{_ADVERB}{_TOOK}\s+{_ADVERB}{_WHAT}"
_DOUBT = rf"\b(?:don't|do not|dont) (?:think|believe|remember|recall) {_I}{_ADVERB}{_TOOK}\s+{_ADVERB}{_WHAT}"
_LATER = r"(?!\W{0,2}\s*(?:again|since|any ?more|after that|regularly|properly|correctly|on time|for long|back)\b)"
# "They made me sick and I never took one again" denies no trouble.
_TROUBLE = re.compile(
    r"\b(?:made|gave|upset|burnt|burned|hurt) (?:me|my)\b"
    r"|\b(?:not|n't) (?:agree|tolerate|get on|suit|stand|keep (?:it|them) down)"
)
_OTHERS = re.compile(
    r"\b(?:sister|mother|mum|mam|mom|neighbou?r|friend|aunt\w*|husband|daughter|he|they|who|you)(?:'s|'d)?\s+"
    r"(?:has |had |have )?$"
)
_DRUGS = (
    r"(?:(?:one|any|a|a single|a lot) of (?:those|these|them|your|the)\s+|(?:any|those|these|the|your|a|such)\s+)?"
    r"(?:bone[\s-]?)?(?:tablets?|pills?|drugs?|medicines?|medication|bisphos\w*)\b"
)
_TAKEN = r"(?:took|taken|take|tried|try|used|use|swallowed|got|given|prescribed|put|been|on|had|have)"
_SAID = re.compile(rf"(?:{_NEVER}|{_DOUBT}){_LATER}")
_SAID_OF_DRUGS = re.compile(
    rf"\b(?:never|haven't|havent|hasn't|didn't|didnt|wasn't)\s+{_ADVERB}{_TAKEN}\s+(?:on\s+|to\s+)?{_DRUGS}{_LATER}"
    rf"|\b(?:don't|do not|dont) (?:think|believe|remember|recall) {_I}{_ADVERB}{_TAKEN}\s+(?:on\s+|to\s+)?{_DRUGS}{_LATER}"
    rf"|\b(?:never|haven't|havent)\s+{_ADVERB}(?:took|taken|take|tried|try|used|swallowed)\s+{_ADVERB}"
    r"(?:one|any|them|those|these)\b\W*(?:$|[.,;!?]|\b(?:myself|so|and|but)\b)"
)


def says_never_had(text: str) -> bool:
    """Say whether the person denies that she had any of what was spoken of; not whether somebody else did."""
    return _is_said_of_herself(_SAID, text)


def says_never_took(text: str) -> bool:
    """Say whether she denies that she took such medicines, in words that need no question before them."""
    return _is_said_of_herself(_SAID_OF_DRUGS, text)


def _is_said_of_herself(pattern: re.Pattern[str], text: str) -> bool:
    plain = small_letters(text)
    if _TROUBLE.search(plain):
        return False
    return any(not _OTHERS.search(plain[max(0, each.start() - 25) : each.start()]) for each in pattern.finditer(plain))
