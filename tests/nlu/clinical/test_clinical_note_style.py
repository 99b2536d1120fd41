"""Notes as clinicians write them: shapes that are no fracture, grades, doubt behind the word, operated hips, ribs one by one."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import asked, clear, found, heard

SHAPES = [
    "78F T -1.9, L1 wedge, degenerative not #",
    "78F T -1.9, T12 wedging developmental, no fracture",
    "68F T -2.6 hip# denied, vertebral # query",
]


@pytest.mark.parametrize("text", SHAPES)
def test_a_shape_that_may_be_no_fracture_is_asked(text: str) -> None:
    assert "vertebra" not in heard(text).facts().get("fracture_sites", [])
    assert ("uncertain", ["vertebra"]) in asked(text, "fracture_site")
    assert not found(text, "vertebral_fractures")


@pytest.mark.parametrize(
    "text",
    [
        "78F T -1.9 no #, old L1 wedge on CT, incidental",
        "78F T -1.9, no #, L1 wedge on CT",
        "78F no fractures, old L1 wedge",
        "78F T -1.9 no #, L1 wedge fracture",
    ],
)
def test_a_wedge_behind_a_denial_contradicts_it(text: str) -> None:
    assert asked(text, "fracture_site") == [("contradiction", ["vertebra"])]


@pytest.mark.parametrize(
    "text",
    ["72F wrist #, VFA: gr2 T11. T -1.6", "70F T -1.9 gr1 T8", "VFA gr 2 T8, T -1.9", "70F T-1.9 (VFA: gr 2 T8)"],
)
def test_a_graded_vertebra_is_asked(text: str) -> None:
    assert ("no_fracture_word", ["vertebra"]) in asked(text, "fracture_site")


def test_a_grade_of_slip_is_no_fracture() -> None:
    assert not found("71F grade 1 L4/5 spondylolisthesis, T -2.2", "fracture_site")


BROKEN = [
    ("72F # ribs 5,6,7 at different times, T -1.3", ["rib"]),
    ("72F # ribs 5,6,7, T -1.3", ["three_ribs"]),
    ("65F T -1.5 vertebral # T2", ["upper_thoracic_spine"]),
    ("65F T -1.5 C6 vertebral #", ["cervical_spine"]),
    ("65F T -1.5 vertebral # T12", ["vertebra"]),
    ("65F T -1.5 vertebral #, T2 #", ["vertebra", "upper_thoracic_spine"]),
    ("76F NOF 2 wks post-op. No DXA.", ["hip"]),
    ("70F prev NOF, T -2.5", ["hip"]),
    ("70F NOF fixed 2021, T -2.5", ["hip"]),
    ("81F NOF '19, T -2", ["hip"]),
    ("70F prev NOF T -2.5", []),
    ("70F NOF -2.5", []),
]


@pytest.mark.parametrize(("text", "sites"), BROKEN)
def test_what_broke(text: str, sites: list[str]) -> None:
    assert clear(text, "fracture_site") == sites


@pytest.mark.parametrize("text", ["70F wrist # kicked by horse T -2.5", "70F L1 # T -2.5 after cow kick"])
def test_the_force_of_a_kick_is_asked(text: str) -> None:
    assert asked(text, "high_energy") == [("high_energy", [True, False])]


PROBLEMS = [
    "61F wrist #, T -2.8, alendronate 70 weekly: stopped, dyspeptic",
    "70F wrist # T -2.5, alendronate → ulcer",
    "risedronate d/c'd 2/2 nausea",
]


@pytest.mark.parametrize("text", PROBLEMS)
def test_intolerance_in_a_note(text: str) -> None:
    assert clear(text, "bisphosphonate_problem") == [True]


@pytest.mark.parametrize("text", ["is 150mg ibandronate monthly ok with PPI", "alendronate ok with reflux?"])
def test_a_question_tells_of_no_good_tolerance(text: str) -> None:
    assert not clear(text, "bisphosphonate_problem")


@pytest.mark.parametrize("text", ["flushes I mean none", "flushes, sorry, none", "58F T -3.3 no # flushes I mean none"])
def test_a_mended_symptom_is_absent(text: str) -> None:
    assert heard(text).facts()["climacteric_symptoms"] is False


def test_the_filtration_rate_of_today() -> None:
    assert clear("eGFR now 29", "scope") == ["severe_kidney_disease"]
    assert asked("wrist #, renal transplant", "scope") == [("kidney_stage", [])]
