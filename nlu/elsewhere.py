"""Questions about a medicine that is none of ours: the same words as of ours, and still not for this assistant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from nlu.alarms import Ranking

OUT_OF_SCOPE = "out_of_scope"
OF_A_MEDICINE = frozenset(
    {
        "ask_drug_how_it_works",
        "ask_drug_how_to_take",
        "ask_missed_dose",
        "ask_side_effects_common",
        "ask_side_effects_serious",
        "ask_stopping_or_holiday",
        "ask_denosumab_rebound",
        "ask_duration",
        "ask_adherence",
        "ask_benefit_size",
        "ask_cost_access",
        "ask_monitoring",
        "ask_dental_care",
    }
)
"""Topics that any medicine has. What goes together (interactions) and which to choose name others beside ours."""

MOST_WORDS = 30
"""In a longer message other medicines are named by the way."""

_FILE = Path(__file__).with_name("other_medicines.yml")
_OURS = re.compile(
    r"\b(?:bones?|osteo\w+|skelet\w+|fractur\w+|broke\w*|spine|vertebra\w*|hips?|t[\s-]?scores?|dxa|dexa|density|bisphosph\w+"
    r"|menopaus\w+|hrt|mht|jabs?|drips?|infusions?)\b",
    re.IGNORECASE,
)
# "Can I have ibuprofen with it": what was talked of before, or a second medicine of hers.
_BESIDE = re.compile(
    r"\b(?:with|beside|besides|alongside|together|between|after|before) (?:it|them|that|this|these|those|my|the|her)\b"
    r"|\bthe (?:weekly|monthly|yearly|half[\s-]yearly) (?:pill|tablet|one|injection|shot)s?\b",
    re.IGNORECASE,
)


def of_other_medicine(ranking: Ranking, text: str, findings: Sequence[Mapping[str, Any]]) -> Ranking:
    """Put "out of scope" first where a question is about a medicine that is named and none of ours.

    :param ranking: intents with confidence, the likeliest first
    """
    if not ranking or ranking[0]["name"] not in OF_A_MEDICINE:
        return ranking
    if any(each["entity"] == "drug" for each in findings) or _OURS.search(text) or _BESIDE.search(text):
        return ranking
    if len(text.split()) > MOST_WORDS or not _other_medicines().search(text):
        return ranking
    first = ranking[0]
    others = [each for each in ranking if each["name"] != OUT_OF_SCOPE]
    return [{"name": OUT_OF_SCOPE, "confidence": first["confidence"]}, *others]


@lru_cache(maxsize=1)
def _other_medicines() -> re.Pattern[str]:
    groups = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    names = [name for group in groups.values() for name in group]
    return re.compile(r"\b(?:" + "|".join(names) + r")\b", re.IGNORECASE)
