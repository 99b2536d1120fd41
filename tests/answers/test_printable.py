"""The summary on paper: all of the case, all of the answer, every word escaped, in both registers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from answers.facts import action_name
from answers.printable import printable_page
from answers.register import CLINICIAN, PATIENT, Audience
from guideline import Case, decide

TODAY = date(2026, 3, 4)
CASES: list[dict[str, Any]] = [
    {"fracture_sites": ["hip"], "t_score": "-2.4", "age": 63, "bisphosphonate_problem": False},
    {"fracture_sites": ["vertebra"], "vertebral_fractures": 3, "t_score": "-3.4", "age": 71},
    {"fracture": "none", "t_score": "-1.2"},
    {"fracture": "none"},
    {},
]


def page(facts: dict[str, Any], audience: Audience, unsure: tuple[str, ...] = ()) -> str:
    case = Case.from_facts(facts, frozenset(unsure))
    return printable_page(case.as_facts(), unsure, decide(case), TODAY, audience)


@pytest.mark.parametrize("audience", [PATIENT, CLINICIAN])
@pytest.mark.parametrize("facts", CASES)
def test_it_has_the_answer_its_source_and_every_option(facts: dict[str, Any], audience: Audience) -> None:
    decision = decide(Case.from_facts(facts))
    made = page(facts, audience)
    assert "4 March 2026" in made
    assert action_name(decision["action"], audience).lower() in made.lower()
    assert decision["rule_version"] in made
    assert made.count('<th scope="row">') == (len(decision["options"]) + 1 if decision["options"] else 0)
    assert "<script src=" in made
    assert "style=" not in made


def test_without_an_answer_it_says_so() -> None:
    made = printable_page(Case().as_facts(), (), None, TODAY, PATIENT)
    assert "I have given no answer yet." in made
    assert "You have told me nothing about your bones yet." in made


def test_what_the_person_does_not_know_is_on_it() -> None:
    made = page({"fracture_sites": ["hip"], "age": 63}, PATIENT, ("t_score",))
    assert "You said that you don’t know: " in made
    assert "T-score" in made.partition("don’t know")[2]


def test_every_word_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = "<img src=x onerror=alert(1)>"
    for name in ("told", "doctor_questions"):
        monkeypatch.setattr(f"answers.printable.{name}", lambda *_: [bad])
    made = page(CASES[0], PATIENT)
    assert bad not in made
    assert made.count("&lt;img src=x onerror=alert(1)&gt;") == 2
