"""The message as a whole: whose case, corrections, questions, suppositions, register, bare numbers."""

from __future__ import annotations

import json

import pytest
from clinical_helpers import clear, found, heard

from nlu.clinical import read

CASES = [
    (
        "my mother is 80, broke her hip, T -3: what should she do?",
        {"age": 80, "t_score": "-3", "fracture_sites": ["hip"]},
    ),
    (
        "My mother, 84, slipped and broke her hip. Her T-score was minus 2.9.",
        {"age": 84, "t_score": "-2.9", "fracture_sites": ["hip"]},
    ),
    ("it's for my gran, 93, broken wrist, T -2.9", {"age": 93, "t_score": "-2.9", "fracture_sites": ["wrist"]}),
    ("I'm 45, the patient is my mum who's 77", {"age": 77}),
    ("my mother broke her hip at 80; I'm 62 and T -1.9", {"age": 62, "t_score": "-1.9"}),
    ("72F, mother had hip #, T -2.7", {"age": 72, "t_score": "-2.7"}),
    ("My daughter says I should ask: I'm 70 and broke my wrist", {"age": 70, "fracture_sites": ["wrist"]}),
    ("I broke my hip like my mother", {"fracture_sites": ["hip"]}),
    (
        "mère : fracture du col du fémur ; patiente 63 ans sans fracture, T -2,3",
        {"age": 63, "t_score": "-2.3", "fracture": "none"},
    ),
    ("she is 80 and broke her hip", {"age": 80, "fracture_sites": ["hip"]}),
    ("my friend is on Prolia and broke her pelvis, I take nothing", {}),
    ("My aunt had osteoporosis", {}),
    ("My mum broke her hip", {}),
    (
        "72F hip fx. Her mother had a wrist fracture. She takes alendronate. T -2.8",
        {"age": 72, "fracture_sites": ["hip"], "t_score": "-2.8"},
    ),
]


@pytest.mark.parametrize(("text", "facts"), CASES)
def test_the_right_person_is_the_case(text: str, facts: dict[str, object]) -> None:
    got = heard(text).facts()
    for name in ("age", "t_score", "fracture_sites", "fracture"):
        assert got.get(name) == facts.get(name), name


@pytest.mark.parametrize(
    "text",
    [
        "sorry, I meant -2.3",
        "no, it's 71",
        "actually it's -3.2",
        "correction: 58",
        "I made a mistake, I'm 62",
        "not -2.3 but -3.2",
        "oops, -2.5",
        "I'm actually 71",
        "wait, my T-score is -2.6",
        "that's wrong, I'm 60",
        "en fait -2,3",
        "scratch that",
    ],
)
def test_corrections_are_heard(text: str) -> None:
    assert heard(text).corrects


@pytest.mark.parametrize(
    "text",
    [
        "I'm 62",
        "sorry to bother you",
        "no",
        "no fractures",
        "I actually broke my hip",
        "T -2.5",
        "sorry, I don't know",
        "",
        "I'm sorry but what is a T-score?",
    ],
)
def test_ordinary_messages_correct_nothing(text: str) -> None:
    assert not heard(text).corrects


@pytest.mark.parametrize(
    "text",
    [
        "what if my T-score were -1.9?",
        "suppose she were 62",
        "/whatif T -1.9",
        "if I were 62 would it change?",
        "what if I broke my hip?",
        "imagine my T-score was -3",
        "would a T-score of -1.9 change this?",
    ],
)
def test_suppositions_are_heard(text: str) -> None:
    reading = heard(text)
    assert reading.hypothetical
    assert reading.facts() == {}


@pytest.mark.parametrize(
    "text",
    [
        "I'm 62",
        "what if I stop Prolia?",
        "if you need it, my T-score is -2.5",
        "I wonder if I broke it",
        "hip fracture risk",
        "",
    ],
)
def test_these_suppose_nothing_of_the_case(text: str) -> None:
    assert not heard(text).hypothetical


@pytest.mark.parametrize(
    "text",
    [
        "what is a T-score?",
        "Fosamax?",
        "tell me about Prolia",
        "should I be treated",
        "how long do I take it",
        "I'd like to know about HRT",
        "can I stop",
        "I'm 72, T -2.7, what now",
        "est-ce que je dois traiter ?",
    ],
)
def test_questions_are_heard(text: str) -> None:
    assert heard(text).asks


@pytest.mark.parametrize(
    "text",
    [
        "I'm 72",
        "no fractures",
        "72F, hip fx, T -2.7",
        "I broke my hip when I fell",
        "my mother, who is 80, broke her hip",
        "yes",
        "have broken my wrist",
        "is taking calcium",
    ],
)
def test_statements_ask_nothing(text: str) -> None:
    assert not heard(text).asks


@pytest.mark.parametrize(
    ("text", "register"),
    [
        ("72F, hip fx, T -2.7", "clinician"),
        ("pt with VCF on ALN", "clinician"),
        ("I'm worried about my bones", "patient"),
        ("my mum broke her hip", "patient"),
        ("-2.5", None),
        ("yes", None),
        ("fx vert x2, T -2,7, 58 a, BVM+", "clinician"),
        ("72F, # NOF, T -2.8", "clinician"),
        ("cheville, T -1,3, 63 a", "clinician"),
        ("pt 71, eGFR 28, T -3.1", "clinician"),
        # What a patient reads from a report.
        ("my egfr is 32", "patient"),
        ("eGFR 41, BMD 0.71, T -2.4", None),
        ("check my case, hip fracture, T -2.5, age 70", None),
        ("68, T -2.8, broke two fingers in a door", None),
        ("Check my mum's case: T -2.1, 74, wrist", "patient"),
        ("my patient is 74, T -2.1, eGFR 40", "clinician"),
    ],
)
def test_the_register_is_a_hint(text: str, register: str | None) -> None:
    assert heard(text).register == register


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("72", "72"),
        ("2.7", "2.7"),
        ("2,7", "2.7"),
        ("two", "2"),
        ("about 65", "65"),
        ("it's 72", "72"),
        ("72 I think", "72"),
        ("-2.7", "-2.7"),
        ("minus 2", "-2"),
        ("deux", "2"),
        ("the paper says 2.7", "2.7"),
        ("it says 2,7 on the letter", "2.7"),
        ("it's 1.9 on the report", "1.9"),
        ("soixante-douze", "72"),
    ],
)
def test_a_bare_number_is_offered_as_an_answer(text: str, number: str) -> None:
    assert clear(text, "number") == [number]


@pytest.mark.parametrize(
    "text", ["72F", "70 mg", "T -2.7, 72", "I broke two ribs", "no", "", "in 2019", "call 112 now please"]
)
def test_numbers_in_sentences_are_not_bare(text: str) -> None:
    assert found(text, "number") == []


def test_a_bare_negative_number_is_a_t_score_too() -> None:
    assert clear("-2.7", "t_score") == ["-2.7"]
    assert found("72", "t_score") == []
    assert found("2.7", "t_score") == []


def test_a_reading_is_json() -> None:
    findings = [f.as_dict() for f in read("72F, broke my arm, T 2.7").findings]
    assert json.loads(json.dumps(findings)) == findings


FRENCH = [
    (
        "fx vert x2, T -2,7, 58 a, BVM+",
        {
            "fracture_sites": ["vertebra"],
            "vertebral_fractures": 2,
            "t_score": "-2.7",
            "age": 58,
            "climacteric_symptoms": True,
        },
    ),
    (
        "femme 72 ans, ménopausée, pas de fracture, T -1,8",
        {"age": 72, "scope": "in_scope", "fracture": "none", "t_score": "-1.8"},
    ),
    (
        "62 a, FESF sur chute simple, T -2,0",
        {"age": 62, "fracture_sites": ["hip"], "t_score": "-2.0", "high_energy": False},
    ),
    (
        "60 a, cheville, T -2,1, bouffées de chaleur",
        {"age": 60, "fracture_sites": ["ankle"], "t_score": "-2.1", "climacteric_symptoms": True},
    ),
    (
        "poignet, 58 a, BVM-, T -2,5",
        {"fracture_sites": ["wrist"], "age": 58, "climacteric_symptoms": False, "t_score": "-2.5"},
    ),
]


@pytest.mark.parametrize(("text", "facts"), FRENCH)
def test_french_shorthand(text: str, facts: dict[str, object]) -> None:
    got = heard(text).facts()
    assert {name: got.get(name) for name in facts} == facts
