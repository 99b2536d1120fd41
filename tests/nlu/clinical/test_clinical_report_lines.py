"""Lines of reports and letters: risk figures, scanned forearms, doses given in vain, counts of back bones."""

from __future__ import annotations

import pytest

from nlu.clinical import read


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("L1-L4 +0.4, FN -1.9, FRAX MOF 11%. No fx hx.", {"t_score": "-1.9", "fracture": "none"}),
        ("63F FN -2.7, LS -2.9, no fragility #, FRAX 9% MOF", {"t_score": "-2.9", "fracture": "none"}),
        ("10-year risk of a major osteoporotic fracture 14%", {"fracture": None, "fracture_sites": None}),
        ("61F forearm (1/3 radius) T -3.1, TH -1.8, LS -1.5", {"t_score": "-1.8"}),
        ("forearm (distal radius) -2.9, spine -1.2", {"t_score": "-1.2"}),
        ("whats the treatment for -3.8 spine no fractures age 71", {"t_score": "-3.8", "fracture": "none", "age": 71}),
        ("Does a broken ankle count? I'm 66.", {"fracture_sites": None, "age": 66}),
        ("What happens to women with a -1.4 and a broken ankle? I'm 66.", {"fracture_sites": None}),
        ("she broke 3 bones in her back", {"vertebral_fractures": 3}),
        ("broke her hip and two bones in her back", {"vertebral_fractures": 2}),
        ("On risedronate 4 yrs, adherent, now new L4 compression fx", {"bisphosphonate_problem": True}),
        ("alendronate since 2019 and now a new wrist fracture", {"bisphosphonate_problem": True}),
        ("oral alendronate led to erosive gastritis", {"bisphosphonate_problem": True}),
        ("zol x1 with severe acute phase reaction, declines more", {"bisphosphonate_problem": True}),
        (
            "Fosamax six years, no trouble, then my vertebra cracked. 73. It isn't working.",
            {"bisphosphonate_problem": True},
        ),
        ("Fosamax six years, no trouble with it. The scanner isn't working.", {"bisphosphonate_problem": False}),
        ("broke my wrist while on weekly Fosamax", {"bisphosphonate_problem": True}),
        ("broke her hip on oral alendronate", {"bisphosphonate_problem": True}),
        ("ankle broken on a kerb, never had a bisphosphonate", {"bisphosphonate_problem": False}),
        ("broke my wrist on the ice and I have never taken Fosamax", {"bisphosphonate_problem": False}),
        ("fractured hip on holiday, not on alendronate", {"bisphosphonate_problem": None}),
        ("broke my wrist on a step, now I am on Actonel", {"bisphosphonate_problem": None}),
        ("broke my wrist in May and was put on Actonel", {"bisphosphonate_problem": None}),
        ("DXA -2.3 femoral neck, -1.8 spine", {"t_score": "-2.3"}),
        ("64F, -1.8 neck of femur, -2.3 lumbar spine", {"t_score": "-2.3"}),
        ("spine -1.2, femoral neck -2.6", {"t_score": "-2.6"}),
        ("My mum has osteopenia, T-score -2.2. She's 77 and has never had a fracture", {"age": 77, "fracture": "none"}),
        ("My mum has osteoporosis. I'm 61, T -2.2, no fractures", {"age": 61, "t_score": "-2.2"}),
        ("Two ribs went when my husband hugged me. 76 yrs, T -2.7", {"age": 76, "scope": None}),
        ("options please: woman 65, T-score -3.0 lumbar, no fragility fractures", {"t_score": "-3.0", "age": 65}),
        ("never previously treated for osteoporosis", {"bisphosphonate_problem": False}),
        ("she wants HRT, not a bisphosphonate, which she has never tried", {"bisphosphonate_problem": False}),
        ("I have never been given any for my bones", {"bisphosphonate_problem": False}),
        ("he mentioned Forsteo. I've never had any of the other drugs", {"bisphosphonate_problem": False}),
        ("took risedronate the whole time and I kept on breaking", {"bisphosphonate_problem": True}),
        ("I gave up on Fosamax because it set off awful reflux", {"bisphosphonate_problem": True}),
        ("is -2.5 bad", {"t_score": None}),
        ("is -2.5 bad? I'm 66 and that's my hip", {"t_score": "-2.5"}),
        ("She has had no treatment for osteoporosis to date", {"bisphosphonate_problem": False}),
        ("F/88, T-score -3.3, on nothing for bones previously", {"bisphosphonate_problem": False}),
        ("I can't swallow big tablets but I've never tried the bone ones", {"bisphosphonate_problem": False}),
        ("weekly alendronate 4 years, then this fracture happened anyway", {"bisphosphonate_problem": True}),
        ("BP not tried yet", {"bisphosphonate_problem": False}),
        ("I take nothing for my bones and never have", {"bisphosphonate_problem": False}),
    ],
)
def test_a_line_of_a_report_is_read(text: str, facts: dict[str, object]) -> None:
    heard = read(text).facts()
    assert {name: heard.get(name) for name in facts} == facts


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("broke my femur halfway down the shaft, which medicines are there?", []),
        ("the tablet is stuck halfway down", ["oesophagus"]),
        ("my lower tooth is wobbling and there is pus, I get the yearly drip", ["jaw"]),
    ],
)
def test_halfway_down_a_bone_is_no_gullet(text: str, flags: list[str]) -> None:
    assert [each.value for each in read(text).of("red_flag")] == flags


@pytest.mark.parametrize(
    "text",
    [
        "FN T-score -2.6, printed summary says +2.6. 71F",
        "my hip T-score is -1.8 in the table but -2.8 in the paragraph underneath",
    ],
)
def test_two_values_on_one_paper_are_asked_about(text: str) -> None:
    assert [(each.certainty, each.reason) for each in read(text).of("t_score")] == [("ask", "contradiction")]


def test_another_place_on_the_paper_is_another_value() -> None:
    assert read("hip -1.8 in the table but the summary says spine -2.8").facts()["t_score"] == "-2.8"


def test_a_history_that_is_not_in_the_notes_is_not_known() -> None:
    assert [each.status for each in read("T -3.6, 70F. Fracture history not in the notes.").of("fracture")] == [
        "unknown"
    ]
