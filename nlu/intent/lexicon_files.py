"""Reads the topic lexicon (`lexicon/*.yml`) and the names of the drugs, which the clinical extractor keeps."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

LEXICON = Path(__file__).parent / "lexicon"
DRUGS = Path(__file__).parents[1] / "clinical" / "lexicon" / "drugs.yml"

DRUG_PREFIX = "drug:"
GROUP_OF = {
    "alendronate": "oral_bisphosphonate",
    "risedronate": "oral_bisphosphonate",
    "ibandronate": "oral_bisphosphonate",
    "etidronate": "oral_bisphosphonate",
    "clodronate": "oral_bisphosphonate",
    "pamidronate": "other_intravenous",
    "zoledronic_acid": "zoledronic_acid",
    "bisphosphonate": "bisphosphonate",
    "denosumab": "denosumab",
    "raloxifene": "serm",
    "bazedoxifene": "serm",
    "teriparatide": "anabolic",
    "abaloparatide": "anabolic",
    "romosozumab": "romosozumab",
    "menopausal_hormone_therapy": "hormone_therapy",
    "tibolone": "hormone_therapy",
    "strontium": "other_bone_drug",
    "calcitonin": "other_bone_drug",
    "osteoporosis_drug": "unnamed_bone_drug",
}
"""What a question asks seldom depends on which drug of a group is named; so the classifier sees the group."""

BONE_DRUGS = frozenset(set(GROUP_OF.values()) - {"hormone_therapy", "unnamed_bone_drug"})
"""Groups whose names stand for one another in a question. Hormones are left out: they are a topic of their own."""


@lru_cache(maxsize=1)
def lexicon() -> dict[str, list[str]]:
    """Return every concept with its terms, the drugs as `drug:<group>`.

    Raises FileNotFoundError if a file is missing and ValueError if one is not a mapping of lists.
    """
    found: dict[str, list[str]] = {}
    for path in sorted(LEXICON.glob("*.yml")):
        for concept, terms in _mapping(path).items():
            found.setdefault(concept, []).extend(str(term) for term in terms)
    for drug, terms in _mapping(DRUGS)["themes"]["drug"].items():
        found.setdefault(DRUG_PREFIX + GROUP_OF.get(drug, drug), []).extend(str(term) for term in terms)
    return found


def _mapping(path: Path) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    if not isinstance(content, dict):
        raise ValueError(f"The lexicon file {path.name} is not a mapping of concepts. Correct it and train again.")
    return content
