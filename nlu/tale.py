"""The tale of how a medicine went: it asks nothing, tells a fact by the way, and still has a matter."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from nlu.alarms import Ranking

WORDS = 20
"""A shorter message tells a fact of the case; nobody tells in fewer how years with a medicine were."""

MEANT = 0.75
"""The confidence from which a tale has the matter that it sounds like."""

FACTS_BY_THE_WAY = 2
"""Kinds of facts that a tale may hold; with more of them, or with a T-score, it is a case."""

OF_A_CASE = "t_score"
OF_OTHERS = frozenset({"family", "never", "question", "hypothetical"})
NO_MEDICINE = frozenset({"calcium", "vitamin_d"})

_OWN = re.compile(r"\b(?:I|my|me|mine)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def is_tale_of_medicine(
    ranking: Ranking, text: str, findings: Sequence[Mapping[str, Any]], told: Collection[str]
) -> bool:
    """Say whether a message that asks nothing is best answered by the topic that it clearly sounds like.

    :param told: the kinds of facts that were read of the person; they are noted all the same
    """
    if not ranking or ranking[0]["confidence"] < MEANT or not str(ranking[0]["name"]).startswith("ask_"):
        return False
    is_case = OF_A_CASE in told or len(told) > FACTS_BY_THE_WAY
    is_long = len(_WORD.findall(text)) >= WORDS
    return is_long and not is_case and _OWN.search(text) is not None and _names_own_medicine(findings)


def _names_own_medicine(findings: Sequence[Mapping[str, Any]]) -> bool:
    return any(
        each["entity"] == "drug" and each.get("value") not in NO_MEDICINE and each["status"] not in OF_OTHERS
        for each in findings
    )
