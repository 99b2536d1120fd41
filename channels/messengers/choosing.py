"""What a pressed button or a reaction means, by what was offered last."""

from __future__ import annotations

import re
from dataclasses import dataclass

from channels.messengers import sentences
from channels.messengers.incoming import Pressed, Reacted
from channels.numbered import Offer, Option

YES_SIGNS, NO_SIGNS, UNSURE_SIGNS = "👍✅✔☑🆗", "👎❌✖🚫", "🤷❓❔"
KEYCAP = re.compile("(\\d|10)\u20e3|\U0001f51f")
_SILENT = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
YES, NO, UNSURE = re.compile(r"yes\b", re.IGNORECASE), re.compile(r"no\b", re.IGNORECASE), "i don't know"
BESIDE = re.compile(r"(i don't know|why\b|stop\b)", re.IGNORECASE)
"""Titles of options that are offered beside the answers to a question."""


@dataclass(frozen=True)
class Meaning:
    """`text`: what was said by it; None when nothing was. `sentence`: what there is to say instead; empty: nothing."""

    text: str | None = None
    sentence: str = ""


def meaning_of(choice: Pressed | Reacted, offer: Offer) -> Meaning:
    """Return what a choice means.

    :param offer: what was offered last in the case; an older choice is not taken, since its question is closed
    """
    if isinstance(choice, Pressed):
        option = offer.at(choice.place) if choice.tag == offer.tag else None
        return Meaning(option.payload) if option else Meaning(sentence=sentences.STALE)
    return _reaction(choice, offer)


def _reaction(choice: Reacted, offer: Offer) -> Meaning:
    sign = _SILENT.sub("", choice.sign)
    keycap = KEYCAP.fullmatch(sign)
    is_answer = bool(sign) and sign[0] in YES_SIGNS + NO_SIGNS + UNSURE_SIGNS
    if not keycap and not is_answer:
        return Meaning()
    if choice.tag != offer.tag:
        # A thumb on an old message is a courtesy; a number on one is a choice that came too late.
        return Meaning(sentence=sentences.STALE) if keycap else Meaning()
    if not offer.options:
        return Meaning()
    option = offer.at(int(keycap.group(1) or 10)) if keycap else _by_sign(sign[0], offer)
    return Meaning(option.payload) if option else Meaning(sentence=sentences.WHICH)


def _by_sign(sign: str, offer: Offer) -> Option | None:
    """Return what a thumb says, only where the question has just one yes and one no."""
    if sign in UNSURE_SIGNS:
        return next((option for option in offer.options if option.title.lower() == UNSURE), None)
    answers = [option for option in offer.options if not BESIDE.match(option.title)]
    yes, no = ([option for option in answers if kind.match(option.title)] for kind in (YES, NO))
    if len(answers) != 2 or len(yes) != 1 or len(no) != 1:
        return None
    return yes[0] if sign in YES_SIGNS else no[0]
