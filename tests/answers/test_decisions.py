"""The words of every answer that the table can give: both registers agree, nothing steers, nothing is too long."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from answers.decision import decision_messages
from answers.facts import action_name, drug_name, limit, signed
from answers.limits import MOST_WORDS, words
from answers.message import Message
from answers.occasion import Occasion
from answers.quick_query import flags_first
from answers.register import Audience
from guideline import Case, decide, near_limit

FRACTURES = [
    {},
    {"fracture": "none"},
    {"fracture_sites": ["wrist"]},
    {"fracture_sites": ["hip"]},
    {"fracture_sites": ["vertebra"]},
    {"fracture_sites": ["vertebra"], "vertebral_fractures": 1},
    {"fracture_sites": ["vertebra"], "vertebral_fractures": 2},
    {"fracture_sites": ["vertebra", "hip"], "vertebral_fractures": 2},
    {"fracture_sites": ["hand"]},
    {"fracture_sites": ["hip"], "high_energy": True},
]
T_SCORES = [None, "-3.4", "-3", "-2.9", "-2", "-1.5", "-1", "-0.9", "0.4"]
AGES: list[dict[str, Any]] = [{}, {"age": 55}, {"age": 72}, {"age_range": [70, 79]}]
TRUTHS = [None, True, False]
STEERING = ("you should take", "you must take", "i recommend", "we recommend you", "diagnos")


def cases() -> list[Case]:
    found = []
    for fracture, t_score, age, symptoms, problem, low_risk in product(
        FRACTURES, T_SCORES, AGES, TRUTHS, TRUTHS, TRUTHS
    ):
        facts = {**fracture, **age, "t_score": t_score}
        facts |= {"climacteric_symptoms": symptoms, "bisphosphonate_problem": problem, "low_peripheral_risk": low_risk}
        found.append(Case.from_facts(facts))
    return found


CASES = cases()


NO_REMARKS = Occasion()
MANY_REMARKS = Occasion(changed_from="refer", drugs=["alendronate"], cautions=["blood_clot", "kidney_disease"])


def said(case: Case, audience: Audience, remarks: Occasion = NO_REMARKS) -> list[str]:
    decision = decide(case)
    occasion = replace(remarks, near=near_limit(case), scope_is_assumed=audience == "clinician")
    return [message.text for message in decision_messages(decision, audience, occasion)]


def drugs_named(text: str, audience: Audience, drugs: list[str]) -> set[str]:
    return {drug for drug in drugs if drug_name(drug, audience).lower() in text.lower()}


def test_both_registers_name_the_same_action_and_the_same_drugs_for_every_answer() -> None:
    """Over every answer that the table can give, with unknown facts too."""
    seen = set()
    for case in CASES:
        decision = decide(case)
        drugs = [option["drug"] for option in decision["options"]]
        patient, clinician = "\n".join(said(case, "patient")), "\n".join(said(case, "clinician"))
        assert drugs_named(patient, "patient", drugs) == set(drugs), patient
        assert drugs_named(clinician, "clinician", drugs) == set(drugs), clinician
        assert ACTION_WORDS["patient"][decision["action"]] in patient
        assert ACTION_WORDS["clinician"][decision["action"]] in clinician
        seen.add((decision["action"], tuple((each["drug"], each["status"]) for each in decision["options"])))
    assert len(seen) > 60


ACTION_WORDS = {
    "patient": {
        "treat": "The table says: treatment",
        "refer": "The table says: ask a bone specialist",
        "no_treatment": "The table says: no drug treatment for now",
        "undetermined": "I cannot settle this yet",
    },
    "clinician": {
        "treat": "TREAT (",
        "refer": "REFER to a bone specialist",
        "no_treatment": "NO DRUG TREATMENT",
        "undetermined": "UNDETERMINED (",
    },
}


def test_a_patient_gets_at_most_three_messages_of_bearable_length() -> None:
    for case in CASES:
        for texts in (said(case, "patient"), said(case, "patient", MANY_REMARKS)):
            assert len(texts) <= 3
            assert all(words(text) <= MOST_WORDS for text in texts), max(texts, key=len)


def test_a_clinician_gets_one_message_that_begins_with_a_headline() -> None:
    for case in CASES:
        [text] = said(case, "clinician")
        assert len(text.splitlines()[0]) <= 140


@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_nothing_steers(audience: Audience) -> None:
    for case in CASES:
        text = " ".join(said(case, audience)).lower()
        assert not [words for words in STEERING if words in text]


@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_the_first_message_carries_the_decision_of_the_contract(audience: Audience) -> None:
    case = Case.from_facts({"fracture_sites": ["hip"], "t_score": "-2"})
    occasion = Occasion(changed_from="refer", unknown=["age"], hypothetical=True, supposed={"t_score": -2.0})
    first, *rest = decision_messages(decide(case), audience, occasion)
    assert first.custom is not None
    told = {name: first.custom[name] for name in ("type", "audience", "unknown", "changed_from", "hypothetical")}
    assert told == {
        "type": "decision",
        "audience": audience,
        "unknown": ["age"],
        "changed_from": "refer",
        "hypothetical": True,
    }
    assert all(message.custom is None for message in rest)


def test_an_option_that_a_mentioned_illness_touches_is_marked_and_the_row_stays() -> None:
    case = Case.from_facts({"fracture_sites": ["hip"], "t_score": "-2"})
    [message] = decision_messages(decide(case), "clinician", Occasion(cautions=["kidney_disease"]))
    assert message.custom is not None
    cautions = {option["drug"]: option["cautions"] for option in message.custom["options"]}
    assert "kidney_disease" in cautions["injectable_bisphosphonate"]
    assert message.custom["row"] == "severe-nonvertebral/treat"


@pytest.mark.parametrize(
    ("value", "text"), [("-2.7", "−2.7"), ("-3", "−3.0"), ("0", "0.0"), ("0.8", "+0.8"), ("-2.35", "−2.35")]
)
def test_a_score_is_written_with_a_true_minus_and_a_decimal(value: str, text: str) -> None:
    assert signed(value) == text


def test_a_limit_is_written_as_in_the_table() -> None:
    assert limit(-3.0) == "−3"


@pytest.mark.parametrize("action", ["treat", "refer", "no_treatment", "undetermined", "out_of_scope"])
def test_every_action_has_a_name_in_both_registers(action: str) -> None:
    assert action_name(action, "patient")
    assert action_name(action, "clinician")


def test_an_alarm_that_no_list_names_stands_in_a_clinicians_answer_in_words() -> None:
    decision = decide(Case.from_facts({"fracture_sites": ["hip"], "t_score": "-2.7", "age": 72}))
    [message] = decision_messages(decision, "clinician", Occasion(flags=["unnamed"]))
    [line] = [each for each in message.text.splitlines() if each.startswith("RED FLAG")]
    assert line == "RED FLAG, not on the list: Possible acute problem: assess today, emergency call if severe."


def test_an_alarm_stands_right_below_a_clinicians_headline() -> None:
    decision = decide(Case.from_facts({"fracture_sites": ["hip"], "t_score": "-2.7", "age": 72}))
    [message] = decision_messages(decision, "clinician", Occasion(flags=["unnamed"]))
    assert message.text.splitlines()[1].startswith("RED FLAG")


def test_an_alarm_comes_before_all_else_where_no_decision_is_first() -> None:
    decision = decide(Case.from_facts({"fracture_sites": ["hip"], "t_score": "-2.7", "age": 72}))
    decided = decision_messages(decision, "clinician", Occasion(flags=["unnamed"]))
    question = Message("Which value?")
    assert flags_first(decided, ["unnamed"]) == decided
    assert flags_first([question], []) == [question]
    first, *rest = flags_first([question, *decided], ["unnamed"])
    assert first.text.startswith("RED FLAG")
    assert rest == [question, *decided]
    assert flags_first([], ["unnamed"]) == [first]
