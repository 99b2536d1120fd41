"""Reading one fact's value from what a program or a command line gives, and refusing what cannot be.

The limits are plausibility limits, not medical thresholds: outside them a value is far likelier a slip of the
pen than a finding (a T-score without its point, a year instead of an age).
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from guideline import fractures
from guideline.errors import CaseError

T_SCORE_LOWEST = Decimal("-8")
T_SCORE_HIGHEST = Decimal("5")
T_SCORE_PLACES = 2
AGE_ADULT = 18
AGE_HIGHEST = 110
VERTEBRAL_FRACTURES_HIGHEST = 24
"""There are 24 vertebrae above the sacrum."""

SCOPES = (
    "in_scope",
    "man",
    "premenopausal",
    "minor",
    "pregnancy",
    "glucocorticoids",
    "cancer_or_metastases",
    "secondary_osteoporosis",
    "severe_kidney_disease",
)
AUDIENCES = ("patient", "clinician")


def read_t_score(name: str, value: Any) -> Decimal:
    """Return a T-score (standard deviations) exactly as given, −8.0 to +5.0, at most two decimals.

    :param value: Decimal, int or str; never a binary float
    :raises CaseError: outside the range, more than two decimals, or no number
    """
    if isinstance(value, (bool, float)) or not isinstance(value, (Decimal, int, str)):
        raise CaseError(name, value, "a T-score is a number such as -2.5")
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise CaseError(name, value, "a T-score is a number such as -2.5") from None
    if not number.is_finite():
        raise CaseError(name, value, "a T-score is a number such as -2.5")
    if not T_SCORE_LOWEST <= number <= T_SCORE_HIGHEST:
        raise CaseError(name, value, "a T-score lies between -8.0 and +5.0; look for the decimal point on the report")
    if -int(number.as_tuple().exponent) > T_SCORE_PLACES:
        raise CaseError(name, value, "a T-score has one or two decimals, as on the report")
    return number


def read_age(name: str, value: Any) -> int:
    """Return an age in whole years, 0 to 110 (0 to 17 leads to `scope: minor`).

    :raises CaseError: not a whole number, or outside the range
    """
    age = _read_whole(name, value, "an age is given in whole years, such as 72")
    if not 0 <= age <= AGE_HIGHEST:
        raise CaseError(name, value, f"an age lies between {AGE_ADULT} and {AGE_HIGHEST} years here")
    return age


def read_age_range(name: str, value: Any) -> tuple[int, int]:
    """Return the first and the last possible age, both in whole years. :raises CaseError: when they are not that."""
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise CaseError(name, value, "an age range is two whole years, such as 70 and 79")
    first, last = (read_age(name, each) for each in value)
    if not AGE_ADULT <= first <= last:
        raise CaseError(name, value, f"an age range begins at {AGE_ADULT} or later and does not end before it begins")
    return first, last


def read_count(name: str, value: Any) -> int:
    """Return a number of vertebral fractures, 0 to 24.

    :raises CaseError: not a whole number, or outside the range
    """
    count = _read_whole(name, value, "give the number of vertebral fractures as a whole number, such as 2")
    if not 0 <= count <= VERTEBRAL_FRACTURES_HIGHEST:
        raise CaseError(
            name, value, f"the number of vertebral fractures lies between 0 and {VERTEBRAL_FRACTURES_HIGHEST}"
        )
    return count


def read_bool(name: str, value: Any) -> bool:
    """Return true or false. :raises CaseError: for anything else, also for words and for 0 and 1."""
    if not isinstance(value, bool):
        raise CaseError(name, value, "this is answered by true or false (leave it out when it is not known)")
    return value


def read_sites(name: str, value: Any) -> tuple[str, ...]:
    """Return the site ids, each once, in the order given. :raises CaseError: for an id that is not known."""
    if not isinstance(value, (list, tuple)):
        raise CaseError(name, value, "the fracture sites are a list, such as hip, wrist")
    for site in value:
        if not isinstance(site, str) or site not in fractures.SITES:
            raise CaseError(name, site, f"this site is not known; the sites are {', '.join(sorted(fractures.SITES))}")
    return tuple(dict.fromkeys(value))


def _read_choice(choices: tuple[str, ...]) -> Callable[[str, Any], str]:
    def read(name: str, value: Any) -> str:
        if not isinstance(value, str) or value not in choices:
            raise CaseError(name, value, f"the values are {', '.join(choices)}")
        return value

    return read


def _read_whole(name: str, value: Any, otherwise: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise CaseError(name, value, otherwise)
    return value


READERS: dict[str, Callable[[str, Any], Any]] = {
    "fracture": _read_choice(fractures.CLASSES),
    "fracture_sites": read_sites,
    "vertebral_fractures": read_count,
    "t_score": read_t_score,
    "age": read_age,
    "age_range": read_age_range,
    "climacteric_symptoms": read_bool,
    "bisphosphonate_problem": read_bool,
    "low_peripheral_risk": read_bool,
    "scope": _read_choice(SCOPES),
    "high_energy": read_bool,
    "audience": _read_choice(AUDIENCES),
}
"""The facts of a case by name, each with the function that checks its value."""
