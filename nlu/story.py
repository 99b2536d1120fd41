"""The question at the end of a story: where facts are told and a drug is asked for, the words of the story decide nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nlu.alarms import Ranking

FOR_THE_TABLE, CLEAR = ("start_check", "show_options"), 0.5
"""What a question at the end of a story must clearly mean to count more than the story."""
A_STORY = 2
"""Kinds of facts in it, at least."""
OF_A_DRUG = ("drug", "caution")
"""Findings with which the question may be about a drug that is taken, or that may harm."""

_SENTENCE_END = re.compile(r"(?<=[.!?…;])\s+|\n+")
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|now|please|ok|okay|well|then|i wonder|tell me)\W+)*(?:what|which|how|should|shall|can|could|may"
    r"|must|is|are|does|do|will|would)\b",
    re.IGNORECASE,
)


def closing_question(text: str) -> str | None:
    """Return the last sentence of a message of several where it asks, with a question mark or without; else None."""
    sentences = [each.strip() for each in _SENTENCE_END.split(text) if each.strip()]
    if len(sentences) < 2:
        return None
    last = sentences[-1]
    return last if "?" in last or _ASKS.search(last) else None


def asked_of_story(
    ranked: Callable[[str], Ranking], text: str, findings: Sequence[Mapping[str, Any]], told: int
) -> Ranking | None:
    """Return what the question at the end of a told case means, where it clearly asks for the answer of the table.

    "She fell in the garden and broke her hip. What should she take?" sounds like falls. Where anything else is asked, the
    whole message tells better what it is (measured on the development questions).

    :param told: how many kinds of facts were read of the person
    """
    is_case = told >= A_STORY and not any(each["entity"] in OF_A_DRUG for each in findings)
    question = closing_question(text) if is_case else None
    asked = ranked(question) if question else []
    return asked if asked and asked[0]["name"] in FOR_THE_TABLE and asked[0]["confidence"] >= CLEAR else None
