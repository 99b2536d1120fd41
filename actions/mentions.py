"""Drugs, cautions and red flags beside the facts of a case: which of them count. Knows nothing of Rasa."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Optional, get_args

from actions.finding import Finding, of_kind
from answers.knowledge import unless_unreadable
from answers.urgent import urgency_of
from knowledge.schema.base import DrugId

TABLE_DRUGS = frozenset(get_args(DrugId)) | {"bisphosphonate"}
URGENCIES = ("emergency_now", "same_day", "within_days")
NOW = ("present", "past")

Mentions = Mapping[str, Mapping[str, str]]


def current_drugs(mentions: Mentions) -> list[str]:
    """Return the osteoporosis drugs that the person takes now (R15).

    :param mentions: status by id, by kind (`drug`, `caution`), as `hear` gathers them
    """
    return sorted(
        drug for drug, status in mentions.get("drug", {}).items() if status == "present" and drug in TABLE_DRUGS
    )


def present_cautions(mentions: Mentions) -> list[str]:
    """Return the ids of the cautions that the person mentioned as hers, now or before (R13)."""
    return sorted(caution for caution, status in mentions.get("caution", {}).items() if status in NOW)


SUSPICIONS = frozenset({"height_loss"})
"""Signs of a broken vertebra that the knowledge has words for."""


def suspicions(mentions: Mentions, fracture: Optional[str]) -> list[str]:
    """Return the signs of a broken vertebra that the person mentioned, as long as no broken vertebra is known."""
    found = mentions.get("suspicion", {})
    signs = sorted(sign for sign, status in found.items() if status in NOW and sign in SUSPICIONS)
    return [] if fracture == "severe_vertebral" else signs


OF_A_DOSE = ("late_denosumab", "stop_denosumab")
"""Alarms about a dose: a symptom that is as urgent comes first, and takes nothing from them.

A dose that is late by months comes before the wish to stop: "do not stop" is no help to who has stopped long ago.
"""


def most_urgent(findings: Iterable[Finding]) -> Optional[str]:
    """Return the most urgent red flag that is spoken of as the person's own, or None."""
    return min(_own_flags(findings), key=_rank, default=None)


def also_urgent(findings: Iterable[Finding], flag: str) -> Optional[str]:
    """Return the alarm about a dose that has to be told beside a symptom, where neither is for the emergency number."""
    if flag in OF_A_DOSE or _rank(flag) < _rank("late_denosumab") - 1:
        return None
    return min((each for each in _own_flags(findings) if each in OF_A_DOSE), key=_rank, default=None)


def _own_flags(findings: Iterable[Finding]) -> list[str]:
    return [str(each.value) for each in of_kind(findings, "red_flag") if each.status in NOW]


def _rank(flag: str) -> int:
    """Return how urgent a flag is, 0 the most; all alike when the knowledge cannot be read."""
    after_symptoms = OF_A_DOSE.index(flag) + 1 if flag in OF_A_DOSE else 0
    return unless_unreadable(lambda _: 3 * URGENCIES.index(urgency_of(flag)) + after_symptoms, 0)
