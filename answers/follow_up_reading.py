"""What an answer in the follow-up means: a choice by its words, a number of doses, or a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Optional

from dateutil.relativedelta import relativedelta

from answers.choosing import choice_of, label_of_choice, plain
from answers.dates import Span, dates_in
from answers.exercise import Step
from answers.follow_up import OVERDUE, STOPPED, UNKNOWN

INTERVAL = relativedelta(months=6)
"""From one denosumab injection to the next (source in the knowledge base: denosumab, how often)."""
GRACE = timedelta(days=7)
"""Days round the due date on which the injection is due rather than overdue."""
LONGEST_WORRY = 80


def read_drug(step: Step, text: str, drugs: Sequence[str]) -> Optional[str]:
    """Return the drug that an answer names, `none`, or None when it names no single drug of ours."""
    known = [drug for drug in dict.fromkeys(drugs) if any(drug == each.id for each in step.choices)]
    return known[0] if len(known) == 1 else None if known else choice_of(step, text)


def read_answer(step: Step, text: str, today: date) -> Optional[str]:
    """Return the answer to any other question, or None when the message is none."""
    offered = label_of_choice(step, text)
    if offered:
        return offered
    readers = {"missed_doses": _doses, "denosumab_dates": _injection, "since": _since}
    special = readers.get(step.id) or (_ago if step.id in WITHIN else None)
    return (special(step, text, today) if special else None) or choice_of(step, text)


def read_worry(step: Step, text: str) -> str:
    """Return the worry that was chosen, or the person's own words on one line."""
    words = " ".join(text.split())
    return choice_of(step, text) or (words if len(words) <= LONGEST_WORRY else words[: LONGEST_WORRY - 1] + "…")


def _doses(step: Step, text: str, _: date) -> Optional[str]:
    numbers = re.findall(r"\d+", text)
    if len(numbers) != 1 or choice_of(step, text) == STOPPED:
        return None
    return {0: "none", 1: "one"}.get(int(numbers[0]), "several")


def _injection(step: Step, text: str, today: date) -> Optional[str]:
    if choice_of(step, text) in (STOPPED, UNKNOWN):
        return None
    spans = [span for span in dates_in(text, today) if span.earliest <= today]
    return injection_state(spans[0], today) if spans else None


def injection_state(last: Span, today: date) -> str:
    """Return `on_time`, `due` or `overdue` for the day of the last injection; `due` where the span leaves it open."""
    states = {_state(day, today) for day in (last.earliest, last.latest)}
    return states.pop() if len(states) == 1 else "due"


def _state(last: date, today: date) -> str:
    due = last + INTERVAL
    return "on_time" if today < due else "due" if today <= due + GRACE else OVERDUE


def is_far_apart(text: str, today: date) -> bool:
    """Say whether the last and the next date that were given leave more than six months between them."""
    spans = dates_in(text, today)
    last = [span for span in spans if span.latest <= today]
    coming = [span for span in spans if span.earliest > today]
    return bool(last and coming) and coming[0].earliest > last[0].latest + INTERVAL + GRACE


def _since(_: Step, text: str, today: date) -> Optional[str]:
    spans = [span for span in dates_in(text, today) if span.earliest <= today]
    if spans:
        return _bucket((today - spans[0].earliest).days / 365.25)
    bare = re.fullmatch(r"(\d{1,2})(?: or so)?", plain(text))
    return _bucket(float(bare.group(1))) if bare else None


def _bucket(years: float) -> str:
    limits = ((1.0, "under_1"), (3.0, "one_to_3"), (5.0, "three_to_5"))
    return next((name for limit, name in limits if years < limit), "over_5")


WITHIN = {"dentist": (1, "within_year"), "scan": (3, "within_3")}
"""For questions when something was last done: the years within which all is well, and the answer that says so."""


def _ago(step: Step, text: str, today: date) -> Optional[str]:
    years, well = WITHIN[step.id]
    spans = [span for span in dates_in(text, today) if span.earliest <= today]
    if not spans:
        return None
    return well if spans[0].earliest >= today - relativedelta(years=years, days=7) else "longer"
