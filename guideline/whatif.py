"""How far a case is from another answer: the nearest change of each fact, and the distance to each limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, Optional

from guideline.case import Case
from guideline.fractures import CLASSES
from guideline.judge import Standing, judge
from guideline.table_file import default_table

STEP = Decimal("0.1")
"""The last digit that a densitometry report prints."""

FACTS = (
    "fracture",
    "vertebral_fractures",
    "t_score",
    "age",
    "climacteric_symptoms",
    "bisphosphonate_problem",
    "low_peripheral_risk",
)


def nearest_changes(case: Case) -> list[dict[str, Any]]:
    """Return for each fact its nearest change that alters the action.

    Each item: `fact`; `value`, the changed value, or null when no change of this fact alters the action; `action`, that
    it would then be; `distance`, of a T-score in standard deviations, else null.
    """
    action = judge(case).action
    return [_nearest(case, fact, action) for fact in FACTS]


def _nearest(case: Case, fact: str, action: str) -> dict[str, Any]:
    for changed in _changes_of(case, fact):
        other = judge(changed).action
        if other != action:
            value, distance = getattr(changed, fact), None
            if isinstance(value, Decimal):
                distance = float(abs(value - case.t_score)) if case.t_score is not None else None
                value = float(value)
            return {"fact": fact, "value": value, "action": other, "distance": distance}
    return {"fact": fact, "value": None, "action": None, "distance": None}


def _changes_of(case: Case, fact: str) -> Iterator[Case]:
    """Yield the case with this one fact changed, the nearest change first."""
    if fact == "fracture":
        here = CLASSES.index(case.fracture_class) if case.fracture_class else 0
        for other in sorted(CLASSES, key=lambda each: abs(CLASSES.index(each) - here)):
            if other != case.fracture_class:
                yield replace(case, fracture=other, fracture_sites=(), vertebral_fractures=None, high_energy=None)
    elif fact == "vertebral_fractures":
        if case.fracture_class == "severe_vertebral":
            yield from (
                replace(case, vertebral_fractures=count) for count in (1, 2) if count != case.vertebral_fractures
            )
    elif fact == "t_score":
        limits = default_table().limits
        values = [value for limit in limits for value in (limit, limit + STEP)]
        here_t = case.t_score if case.t_score is not None else Decimal(0)
        yield from (replace(case, t_score=value) for value in sorted(values, key=lambda each: abs(each - here_t)))
    elif fact == "age":
        here_age = case.age or 0
        yield from (replace(case, age=age) for age in sorted(_ages_at_limits(), key=lambda each: abs(each - here_age)))
    else:
        yield from (_with(case, fact, value) for value in (True, False) if value is not getattr(case, fact))


def _with(case: Case, fact: str, value: Any) -> Case:
    return replace(case, **{fact: value})


def _ages_at_limits() -> list[int]:
    """Return the ages on both sides of each limit that the table sets for an age."""
    asked = [condition for condition in default_table().conditions if condition.fact == "age"]
    first = [age for each in asked if each.at_least is not None for age in (each.at_least - 1, each.at_least)]
    last = [age for each in asked if each.at_most is not None for age in (each.at_most, each.at_most + 1)]
    return first + last


def distances(case: Case) -> list[dict[str, Any]]:
    """Return how far each known number of the case is from the limits next to it.

    Each item: `fact`; `threshold`; `distance` (T-score: standard deviations; age: years); `action_beyond`, the action
    on the other side of the limit; for an age `option_beyond`, the drug whose status changes there.
    """
    return [*_t_score_distances(case), *_age_distances(case)]


def _t_score_distances(case: Case) -> list[dict[str, Any]]:
    if case.t_score is None:
        return []
    found = []
    for limit in default_table().limits:
        below, above = (judge(replace(case, t_score=value)) for value in (limit, limit + STEP))
        there = above if case.t_score <= limit else below
        if below.rows != above.rows:
            found.append(
                {
                    "fact": "t_score",
                    "threshold": float(limit),
                    "distance": float(abs(case.t_score - limit)),
                    "action_beyond": there.action,
                    "row_beyond": there.row.id if there.row else None,
                }
            )
    return sorted(found, key=lambda each: each["distance"])


def _age_distances(case: Case) -> list[dict[str, Any]]:
    verdict = judge(case)
    asking = next((each for each in verdict.standings if _asks_for_age(each)), None)
    if case.age is None or asking is None:
        return []
    limits = [limit for each in asking.option.requires if each.fact == "age" for limit in (each.at_least, each.at_most)]
    nearest = min((limit for limit in limits if limit is not None), key=lambda limit: abs(limit - (case.age or 0)))
    return [
        {
            "fact": "age",
            "threshold": nearest,
            "distance": abs(case.age - nearest),
            "action_beyond": verdict.action,
            "option_beyond": asking.drug,
        }
    ]


def _asks_for_age(standing: Standing) -> bool:
    return any(condition.fact == "age" for condition in standing.option.requires)


def near_limit(case: Case) -> Optional[dict[str, Any]]:
    """Return the distance item of a limit within 0.1 of the T-score beyond which the action differs, or None.

    0.1 is the last digit that a densitometry report prints.
    """
    action = judge(case).action
    near = [
        each
        for each in _t_score_distances(case)
        if each["action_beyond"] != action and Decimal(str(each["distance"])) <= STEP
    ]
    return near[0] if near else None
