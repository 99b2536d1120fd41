"""Ages beside a patient's name ("Mrs Murphy 72") and those of the writer together with somebody ("we're both 65")."""

from __future__ import annotations

import re

from nlu.clinical.numbers import Number

# One surname with its particles or an initial; no word that has a number of its own ("Mrs Byrne, room 66").
_TITLED = re.compile(
    r"(?<!\w)(?:mrs|ms|miss|mme|madame|mlle|mr|mdme?|madam|smt|frau|sra|senora|signora|sig\.ra|dona|puan|begum|mevrouw)"
    r"\.? (?:[a-z]\.? )?(?:(?:de|van|von|den|der|da|di|le|la|mc|mac|st\.?|al|el|"
    r"ni|nic|o|ui) ){0,2}"
    r"(?!(?:is|was|has|had|in|at|on|my|the|her|a|any|it|weighs?|room|bed|ward|took|takes?|doses?)\b)[a-z][a-z'-]*\.?"
    r"(?: ?[,(:] ?|(?:,? who)? is |,? who's |'s |,? )(?:(?:a|an|now|aged|age|only|just|currently|about|nearly|almost|over) )*$"
)
_WE = re.compile(
    r"\b(?:we're|we are|i are|i am|us are|we both are|we're both|us being|(?:^|[,.;(])\s*me|\band me)"
    r" (?:(?:both|now|all|each|twins of|twins aged|aged|only|just) )*$"
)
_ENDS = re.compile(r"\s*(?:$|[,.;!?)]|(?:years?|yrs?|yo|y/o|and|now|but|so|with|if|this|next|since)\b)")


def is_named(number: Number, before: str) -> bool:
    """True for the age that follows a title and name ("Mrs D is 71", "Mrs. Kaur (66)")."""
    return 18 <= number.magnitude <= 110 and number.is_whole and not number.sign and bool(_TITLED.search(before))


def tells_of_us(plain: str, number: Number, before: str) -> bool:
    """True for "we're 65" and "my husband and I are both 68": the writer's age, told together with somebody's."""
    if not (40 <= number.magnitude <= 105 and number.is_whole) or number.sign:
        return False
    return bool(_WE.search(before) and _ENDS.match(plain, number.end))
