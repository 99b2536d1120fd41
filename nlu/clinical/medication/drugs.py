"""Reads drugs: one finding for each drug and what the person does with it."""

from __future__ import annotations

import re

from nlu.clinical import lexicon_files
from nlu.clinical.analysis import Analysis
from nlu.clinical.medication.status import drug_status
from nlu.clinical.model import CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.pipeline import Mention

_FIRST_WORDS = re.compile(r"^\W*(?:and|or|but|vs|versus)?\W*$")


_BISPHOSPHONATES = "bisphosphonate"


def bisphosphonates() -> frozenset[str]:
    """Return the drug ids of the bisphosphonate class."""
    return frozenset(lexicon_files.load("drugs")["classes"][_BISPHOSPHONATES])


def read(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return one finding for each drug and status."""
    found: dict[tuple[str, str], Finding] = {}
    for mention in analysis.theme("drug"):
        if _is_substance_level(analysis, mention):
            continue
        status = drug_status(analysis, ownership, mention)
        finding = analysis.finding("drug", mention.concept, (mention.start, mention.end), CLEAR, status)
        found.setdefault((mention.concept, status), finding)
    return list(found.values())


def _is_substance_level(analysis: Analysis, mention: Mention) -> bool:
    """True for calcium and vitamin D as a laboratory value, and for "calcium" in food talk."""
    if mention.concept not in ("calcium", "vitamin_d"):
        return False
    if _reads_laboratory(analysis, mention):
        return True
    after = analysis.after(mention.end, 30)
    return bool(
        re.match(
            r"\s*(?:level\w*|deficien\w*|insufficien\w*|is (?:low|high)|was (?:low|high)|low|high|\(?25|"
            r"\d+[.,]?\d*\s*(?:nmol|ng|mmol|mg/dl)|=|:\s*\d|\d[.,]\d+)",
            after,
        )
    )


def _reads_laboratory(analysis: Analysis, mention: Mention) -> bool:
    """True where the next number is a laboratory value of the substance ("my vitamin D was 28")."""
    following = next((n for n in analysis.numbers if n.start >= mention.end), None)
    return (
        bool(following)
        and following.start - mention.end < 12
        and analysis.labels.get(following.start) == "laboratory"
        and following.magnitude < 400
        if following
        else False
    )
