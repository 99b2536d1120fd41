"""Facts in words: one value, a whole case in a line, what was noted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from answers.register import Audience
from answers.strings import theme

Facts = Mapping[str, Any]

TOLD_ORDER = (
    "age",
    "age_range",
    "fracture",
    "vertebral_fractures",
    "t_score",
    "climacteric_symptoms",
    "bisphosphonate_problem",
    "low_peripheral_risk",
    "high_energy",
)


def signed(t_score: Decimal | float | str) -> str:
    """Return a T-score as people read it: a true minus sign, at least one decimal, a plus sign above zero."""
    number = Decimal(str(t_score))
    places = max(1, -int(number.as_tuple().exponent))
    return f"{'−' if number < 0 else '+' if number > 0 else ''}{abs(number):.{places}f}"


def limit(t_score: float) -> str:
    """Return a limit of the table as people read it: a whole number with a true minus sign."""
    return f"{t_score:g}".replace("-", "−")


def name_of(fact: str, audience: Audience) -> str:
    """Return what a fact is called."""
    return str(theme("facts")["names"][audience].get(fact, fact))


def drug_name(drug: str, audience: Audience) -> str:
    """Return what an option of the table is called."""
    return str(theme("facts")["drugs"][audience][drug])


def action_name(action: str, audience: Audience) -> str:
    """Return an action in two to five words."""
    return str(theme("facts")["actions"][audience][action])


def site_names(sites: Iterable[str], audience: Audience) -> str:
    """Return broken bones by name, with commas and an "and"."""
    return listed(str(theme("facts")["sites"][audience][site]) for site in sites)


def value_of(fact: str, value: Any, audience: Audience) -> str:
    """Return the value of a fact in words; the value is known."""
    words = theme("facts")
    if fact == "t_score":
        return signed(value)
    if fact == "age_range":
        return f"{value[0]} to {value[1]}"
    if fact == "fracture_sites":
        return site_names(value, audience)
    if fact == "fracture":
        return str(words["classes"][audience][value])
    if isinstance(value, bool):
        return str(words["yes_no"][audience][fact][0 if value else 1])
    return str(value)


OPEN = "open"
"""The class of broken bones that are known while it is not known whether they count."""


def told(facts: Facts, audience: Audience) -> list[str]:
    """Return each known fact of a case in a few words, as it would be said back to the person."""
    said = []
    for fact in TOLD_ORDER:
        value = facts.get(fact)
        if fact == "fracture" and value is None and facts.get("fracture_sites"):
            value = OPEN  # the force of the fall is asked
        if value is None or (fact == "high_energy" and not value):
            continue
        said.append(_said(fact, value, facts, audience))
    return said


def _said(fact: str, value: Any, facts: Facts, audience: Audience) -> str:
    if fact == "fracture" and facts.get("fracture_sites"):
        return f"{_broken(audience)} {site_names(facts['fracture_sites'], audience)}"
    if fact == "vertebral_fractures":
        name = name_of(fact, audience)
        return f"{value} {theme('facts')['one'][audience] if value == 1 else name}"
    if fact == "t_score":
        return f"T-score {signed(value)}" if audience == "patient" else f"T {signed(value)}"
    if fact in ("age", "age_range"):
        return f"age {value_of(fact, value, audience)}"
    return value_of(fact, value, audience)


def _broken(audience: Audience) -> str:
    return "broken:" if audience == "patient" else "fracture:"


def listed(parts: Iterable[str], last: str = "and") -> str:
    """Return parts joined by commas and, before the last, a word."""
    words = list(parts)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""
