"""A decision as a card: the answer in a few words, its options, and where another T-score would change it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from answers.facts import action_name, drug_name, told
from answers.printable import why_not_listed
from answers.register import PATIENT, Audience
from answers.strings import theme
from guideline import Case, CaseError, decide
from guideline.table_file import default_table

Decision = Mapping[str, Any]

LOWEST, HIGHEST, STEP = Decimal("-5"), Decimal("1"), Decimal("0.1")
"""The T-scores that the slider offers: all limits of the table with room on both sides."""
STATUSES = ("listed", "conditional", "excluded")


def decision_card(decision: Decision, next_text: str = "") -> dict[str, Any]:
    """Return the card of a decision.

    `action`: in words. `told`: the facts in words. `options`: name, status and the reason for it, the listed ones first (for
    patients; a clinician has them in the text). `covers`: 1 when the next message says nothing but those options.
    `what_if`: the T-score, and the bands in which the action is the same; null where a T-score alone settles nothing.
    """
    audience: Audience = decision["audience"]
    options = _options(decision) if audience == PATIENT else []
    return {
        "action": action_name(decision["action"], audience),
        "told": told(decision["facts"], audience),
        "options": options,
        "covers": int(bool(options) and _only_lists_options(next_text)),
        "what_if": _what_if(decision, audience),
        "compare": [each["drug"] for each in decision["options"] if each["status"] != "excluded"],
    }


def _options(decision: Decision) -> list[dict[str, str]]:
    return [
        {"drug": each["drug"], "name": _capital(drug_name(each["drug"], PATIENT)), "status": status, "why": why}
        for status in STATUSES
        for each in decision["options"]
        if each["status"] == status
        for why in [why_not_listed(decision, each, PATIENT)]
    ]


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _only_lists_options(text: str) -> bool:
    """Say whether every line of a message begins as the lines do that list options."""
    words = theme("decision")[PATIENT]
    beginnings = tuple(words[key].partition("{")[0] for key in (*STATUSES, "by_fracture"))
    return bool(text) and all(line.startswith(beginnings) for line in text.splitlines())


def _what_if(decision: Decision, audience: Audience) -> dict[str, Any] | None:
    bands = _bands(decision["facts"])
    if not bands or {action for _, action in bands} == {"undetermined"}:
        return None
    value = decision["facts"].get("t_score")
    return {
        "value": None if value is None else float(value),
        "from": float(LOWEST),
        "to": float(HIGHEST),
        "step": float(STEP),
        "bands": [
            {"up_to": None if up_to is None else float(up_to), "action": action, "text": action_name(action, audience)}
            for up_to, action in bands
        ],
    }


def _bands(facts: Mapping[str, Any]) -> list[tuple[Decimal | None, str]]:
    """Return the bands of the T-score for this case: the limit that ends each (None: no limit), and its action."""
    limits: list[Decimal | None] = [*default_table().limits, None]
    bands: list[tuple[Decimal | None, str]] = []
    for limit in limits:
        try:
            action = decide(Case.from_facts({**facts, "t_score": str(HIGHEST if limit is None else limit)}))["action"]
        except CaseError:
            return []
        if bands and bands[-1][1] == action:
            bands.pop()
        bands.append((limit, action))
    return bands
