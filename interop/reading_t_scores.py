"""The T-score from FHIR Observations: the lowest of spine and hip at the newest examination (R4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, Optional

from guideline import CaseError
from guideline.values import read_t_score
from interop.codes import LOINC, Code, table
from interop.record import Record
from interop.resources import codes_of

FINAL = ("final", "amended", "corrected")
UNITS = ("", "1", "{tscore}", "{t-score}", "[t-score]", "t-score", "tscore", "sd", "{sd}", "[sd]", "{score}")
"""Units that a T-score is sent with; UCUM has none of its own. Anything else may be another quantity."""
REASONS = {
    "other_site": "a T-score of another site than spine or hip (R4)",
    "z_score": "a Z-score, not a T-score",
    "density": "a density in g/cm², not a T-score",
}


class Measured(NamedTuple):
    """One T-score: the day of the examination (ISO), the site, the value (standard deviations)."""

    day: str
    site: str
    value: Decimal


def read_t_scores(observations: Sequence[Any], record: Record) -> None:
    """Take the lowest T-score of spine and hip at the newest examination; older ones are listed as not used."""
    found = [each for one in observations for each in _measured(one, record)]
    if not found:
        record.leave_out("Observation: no T-score of spine or hip that could be used; the T-score is not known")
        return
    newest = max(each.day for each in found)
    now = [each for each in found if each.day == newest]
    lowest = min(now, key=lambda each: each.value)
    record.facts["t_score"] = str(lowest.value)
    record.read.append(f"T-score {lowest.value} ({lowest.site.replace('_', ' ')}, {newest})")
    if len(found) > len(now):
        record.leave_out(f"Observation: {len(found) - len(now)} T-scores older than {newest} are not used")


def _measured(observation: Any, record: Record) -> Iterator[Measured]:
    name = f"Observation/{observation.id}" if observation.id else "Observation"
    for part in (observation, *(observation.component or [])):
        site = _site(codes_of(part.code), name, record)
        if site is None:
            continue
        problem = _problem(observation, part, record.today)
        if problem:
            record.leave_out(f"{name}: {problem}")
        else:
            yield Measured(_day(observation) or "", site, Decimal(part.valueQuantity.value))


def _site(codes: Sequence[Code], name: str, record: Record) -> Optional[str]:
    scores = table("t_scores")
    values = [code.value for code in codes if code.system == LOINC]
    for value in values:
        if value in scores["not_used"]:
            record.leave_out(f"{name}: {REASONS[scores['not_used'][value]]}")
    return next((scores["used"][value] for value in values if value in scores["used"]), None)


def _problem(observation: Any, part: Any, today: date) -> Optional[str]:
    """Return why a T-score cannot be used, or None."""
    quantity = part.valueQuantity
    if observation.status not in FINAL:
        return f"its status is “{observation.status}”, so its T-score is not used"
    day = _day(observation)
    if day is None:
        return "a T-score without the day of the examination is not used"
    if day > today.isoformat():
        return f"its day, {day}, is still to come"
    if quantity is None or quantity.value is None:
        return "a T-score without a number"
    if quantity.comparator:
        return f"its T-score is given as “{quantity.comparator} {quantity.value}”, not as a value"
    unit = str(quantity.code or quantity.unit or "").lower().replace(" ", "")
    if unit not in UNITS:
        return f"its unit “{unit[:20]}” is not the one of a T-score"
    try:
        read_t_score("t_score", Decimal(quantity.value))
    except CaseError as error:
        return error.reason
    return None


def _day(observation: Any) -> Optional[str]:
    when = observation.effectiveDateTime
    if when is None and observation.effectivePeriod is not None:
        when = observation.effectivePeriod.start
    return None if when is None else str(when)[:10]
