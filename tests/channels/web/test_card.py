"""The card of a decision: its slider says for every T-score what the table says."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, product
from typing import Any

import pytest

from answers.facts import action_name
from answers.register import CLINICIAN, PATIENT
from channels.web.card import decision_card
from guideline import Case, decide

FRACTURES = [
    {},
    {"fracture": "none"},
    {"fracture_sites": ["wrist"]},
    {"fracture_sites": ["hip"]},
    {"fracture_sites": ["vertebra"]},
]
AGES: list[dict[str, Any]] = [{}, {"age": 55}, {"age": 72}]
TENTHS = [Decimal(each) / 10 for each in range(-50, 11)]


def decision_of(facts: dict[str, Any], audience: str = PATIENT) -> dict[str, Any]:
    decision: dict[str, Any] = decide(Case.from_facts(facts))
    return {**decision, "audience": audience, "unknown": [], "changed_from": None, "hypothetical": False}


def band_at(bands: list[dict[str, Any]], t_score: Decimal) -> dict[str, Any]:
    return next(band for band in bands if band["up_to"] is None or t_score <= Decimal(str(band["up_to"])))


@pytest.mark.parametrize(("fracture", "age", "symptoms"), list(product(FRACTURES, AGES, [None, True, False])))
def test_each_tenth_of_the_slider_lies_in_the_band_of_its_action(
    fracture: dict[str, Any], age: dict[str, Any], symptoms: bool | None
) -> None:
    facts = {**fracture, **age, "climacteric_symptoms": symptoms}
    what_if = decision_card(decision_of({**facts, "t_score": "-2.4"}))["what_if"]
    if what_if is None:
        actions = {decide(Case.from_facts({**facts, "t_score": t}))["action"] for t in TENTHS}
        assert actions == {"undetermined"}
        return
    assert what_if["value"] == -2.4
    assert [band["up_to"] for band in what_if["bands"]][-1] is None
    for t_score in TENTHS:
        action = decide(Case.from_facts({**facts, "t_score": t_score}))["action"]
        band = band_at(what_if["bands"], t_score)
        assert (band["action"], band["text"]) == (action, action_name(action, PATIENT)), t_score


def test_neighbouring_bands_differ() -> None:
    for fracture in FRACTURES:
        what_if = decision_card(decision_of({**fracture, "t_score": "-2"}))["what_if"]
        actions = [band["action"] for band in what_if["bands"]] if what_if else []
        assert all(one != other for one, other in pairwise(actions))


def test_options_are_listed_first_and_each_that_is_not_says_why() -> None:
    card = decision_card(decision_of({"fracture_sites": ["hip"], "t_score": "-2.4", "bisphosphonate_problem": False}))
    statuses = [option["status"] for option in card["options"]]
    assert statuses == sorted(statuses, key=["listed", "conditional", "excluded"].index)
    assert all(bool(option["why"]) == (option["status"] != "listed") for option in card["options"])
    assert "denosumab" not in card["compare"]


def test_a_clinician_has_the_options_in_the_text_only() -> None:
    assert decision_card(decision_of({"fracture_sites": ["hip"], "t_score": "-2.4"}, CLINICIAN))["options"] == []


def test_only_a_message_that_says_nothing_but_the_options_is_covered() -> None:
    decision = decision_of({"fracture_sites": ["hip"], "t_score": "-2.4", "bisphosphonate_problem": False})
    listed = "On your list: bisphosphonate tablets.\nNot on your list: denosumab injections: kept for later."
    assert decision_card(decision, listed)["covers"] == 1
    assert decision_card(decision, listed + "\nSee a dentist first.")["covers"] == 0
    assert decision_card(decision, "")["covers"] == 0
