"""The table of item OIC-128-08-B typed a second time, by hand from its text, in another form than the product's.

Complete cases only. Numbers are tenths of a T-score, so that nothing here shares the product's arithmetic.
"""

from __future__ import annotations

from typing import Optional

BISPHOSPHONATES = {"oral_bisphosphonate": "listed", "injectable_bisphosphonate": "listed"}


def yes_no(condition: bool) -> str:
    return "listed" if condition else "excluded"


def hormones(age: int, symptoms: bool) -> str:
    # "if between 50 and 60 years of age and presence of climacteric disorders"
    return yes_no(50 <= age <= 60 and symptoms)


def second_table(
    fracture: str, count: Optional[int], tenths: int, age: int, symptoms: bool, problem: bool, low_risk: bool
) -> tuple[str, Optional[str], dict[str, str]]:
    """Return action, strength and the status of each drug that the item mentions for the case."""
    if fracture in ("severe_vertebral", "severe_nonvertebral"):
        # "treatment is imperative regardless of age if the T-score is ≤ - 1"
        if tenths > -10:
            # "In the event of a T-score > - 1, the opinion of a specialist in bone pathology is recommended"
            return "refer", None, {}
        if fracture == "severe_nonvertebral":
            # "an oral or injectable bisphosphonate or denosumab as a second-line treatment (intolerance or failure of BP)"
            return "treat", "imperative", {**BISPHOSPHONATES, "denosumab": yes_no(problem)}
        return (
            "treat",
            "imperative",
            {
                **BISPHOSPHONATES,
                "denosumab": "listed",
                "raloxifene": yes_no(low_risk),
                "teriparatide": yes_no(count is not None and count >= 2),
                "menopausal_hormone_therapy": hormones(age, symptoms),
            },
        )
    others = {
        **BISPHOSPHONATES,
        "raloxifene": yes_no(low_risk),
        "denosumab": yes_no(problem),
        "menopausal_hormone_therapy": hormones(age, symptoms),
    }
    if fracture == "non_severe":
        if tenths <= -20:  # "treatment is proposed if the T-score is ≤ - 2"
            return "treat", "proposed", others
        if tenths <= -10:  # "In the event of a T-score > - 2 and ≤ - 1, the opinion of a specialist"
            return "refer", None, {}
        return "no_treatment", None, {}  # "If T-score > - 1, no treatment."
    if tenths <= -30:  # "Treatment is initiated if T-score ≤ - 3"
        return "treat", "initiated", others
    if tenths <= -20:  # "> - 3 and ≤ - 2, the opinion of a bone pathology specialist"
        return "refer", None, {}
    return "no_treatment", None, {}  # "If the T-score is > - 2, treatment is not recommended."
