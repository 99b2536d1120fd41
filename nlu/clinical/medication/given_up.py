"""Stories of a bisphosphonate that was given up: the trouble and the end of it, in a sentence after the drug was named."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.medication.drugs import bisphosphonates
from nlu.clinical.medication.status import drug_status
from nlu.clinical.medication.trouble import MAY_COME, OTHER_MEDICINE, TO_COME, is_denied
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

# The end of it is told in the sentence that names the drug, or in one of so many after it, and not farther off in characters.
_SENTENCES, _BEFORE, _AFTER = 2, 200, 300
_NO_BONE_DRUG = ("calcium", "vitamin_d", "ppi")

_GIVEN_UP = Pattern("bisphosphonate", "given_up")


def given_up(analysis: Analysis, ownership: Ownership, drug: Mention) -> re.Match[str] | None:
    """Return the words that tell it, where no other drug stands in these sentences and the drug was her own."""
    first = analysis.sentence_index(drug.start)
    last = min(first + _SENTENCES, len(analysis.sentences) - 1)
    start = max(analysis.sentences[first].start, drug.start - _BEFORE)
    end = min(analysis.sentences[last].end, drug.end + _AFTER)
    if not _GIVEN_UP.search(analysis.plain, start, end):
        return None
    if drug_status(analysis, ownership, drug) not in ("present", "past", "unknown"):
        return None
    end = min(end, _end_of_story(analysis, drug, first, last))
    for match in _GIVEN_UP.finditer(analysis.plain, start, end):
        lead = analysis.between(analysis.sentence(match.start()).start, match.start())
        if is_denied(analysis, match) or MAY_COME.search(lead) or analysis.in_question(match.start()):
            continue
        if OTHER_MEDICINE.search(lead + match.group()):
            continue
        if match.end() <= drug.start and TO_COME.search(analysis.between(match.end(), drug.start)):
            continue
        if ownership.fact_status(*match.span()) == "present":
            return match
    return None


def _end_of_story(analysis: Analysis, drug: Mention, first: int, last: int) -> int:
    """Return where the sentences about this drug end: the first that names another one is not of them."""
    others = [
        m
        for m in analysis.theme("drug")
        if m.concept != drug.concept and m.concept != "bisphosphonate" and m.concept not in _NO_BONE_DRUG
    ]
    end = analysis.sentences[first].start
    for index in range(first, last + 1):
        sentence = analysis.sentences[index]
        if any(sentence.start <= m.start < sentence.end and not _is_same_class(m) for m in others):
            return end
        end = sentence.end
    return end


def _is_same_class(drug: Mention) -> bool:
    return drug.concept in bisphosphonates() or drug.concept == "osteoporosis_drug"
