"""An atypical break of the thigh, which a bone drug may cause, and a jaw that died: reasons for care, and no fracture of the table."""

from __future__ import annotations

import pytest

from nlu.clinical import read

THIGH, JAW = "previous_thigh_break", "previous_jaw_problem"


def _sites(text: str) -> list[tuple[object, str, str, str]]:
    return [(f.value, f.status, f.certainty, f.reason) for f in read(text).findings if f.kind == "fracture_site"]


def _cautions(text: str) -> set[tuple[object, str]]:
    return {(f.value, f.status) for f in read(text).findings if f.kind == "caution"}


@pytest.mark.parametrize(
    "text",
    [
        "68F AFF on alendronate 2019, T -2.6",
        "74F, atypical femoral fracture after 9 y risedronate, T -2.9",
        "I had an atypical femoral fracture on Fosamax, T -2.8, 70",
        "atypical femur fracture last year while on Prolia",
        "she had an atypical fracture of the femoral shaft in 2021",
        "incomplete AFF L 2023, on zol",
        "My thigh bone broke because of Fosamax",
        "I broke my femur halfway down, caused by taking alendronate",
        "the middle of my thigh bone snapped, my surgeon blames the Actonel",
        "midshaft femur # attributed to alendronate, 71F",
    ],
)
def test_an_atypical_break_is_asked_about_and_calls_for_care(text: str) -> None:
    assert [(status, certainty, reason) for _, status, certainty, reason in _sites(text)] == [
        ("past", "ask", "atypical")
    ]
    assert (THIGH, "present") in _cautions(text)


@pytest.mark.parametrize(
    "text",
    [
        "femoral shaft fracture after a fall from standing, on alendronate 8 years, T -2.7, 74F",
        "midshaft femur # after tripping, 71F",
        "I broke my thigh bone in the middle when I slipped in the kitchen",
        "hip fracture, then I was put on Fosamax because of it",
        "I take Fosamax because of my broken thigh bone",
    ],
)
def test_a_break_that_nobody_lays_to_a_drug_counts_as_before(text: str) -> None:
    assert all(reason != "atypical" for *_, reason in _sites(text))
    assert (THIGH, "present") not in _cautions(text)


@pytest.mark.parametrize(
    "text",
    [
        "no AFF",
        "never had an atypical femoral fracture",
        "My aunt had an AFF on Fosamax. I am 66, T-score -2.2.",
        "what is the risk of an atypical femoral fracture on alendronate?",
        "what if I get an atypical thigh fracture?",
        "I'm scared of atypical fractures",
        "AFF prodrome description",
    ],
)
def test_an_atypical_break_of_nobody_is_no_reason_for_care(text: str) -> None:
    assert (THIGH, "present") not in _cautions(text)


def test_another_fracture_beside_it_still_counts() -> None:
    assert ("hip", "present", "clear", "") in _sites("AFF right femur 2019 on aln, hip # left 2022, T -2.7, 75F")


@pytest.mark.parametrize(
    "text",
    [
        "I had osteonecrosis of the jaw two years ago, T -2.8, 70",
        "71F, previous MRONJ on zol, T -3.1",
        "h/o ONJ on denosumab",
        "she has had BRONJ stage 1",
        "PMH: MRONJ 2020, healed",
        "I've had jaw necrosis from Prolia",
        "I was diagnosed with osteonecrosis of the jaw in 2019",
        "Past ONJ, T -2.6, 66F, no #",
        "71F 2 VCF T -3.1 on aln 4y, MRONJ 2023",
        "75F, zol x3, ONJ stage 1, T -2.9",
        "my jaw necrosis has healed. T-score -2.7",
    ],
)
def test_a_jaw_that_died_before_calls_for_care(text: str) -> None:
    assert JAW in {value for value, status in _cautions(text) if status in ("present", "past")}


@pytest.mark.parametrize(
    "text",
    [
        "never had osteonecrosis of the jaw",
        "no ONJ, no AFF",
        "no history of MRONJ",
        "no ONJ stage 1",
        "AAOMS position paper on MRONJ 2022?",
        "my mother had ONJ",
        "is MRONJ common?",
        "I have read about osteonecrosis of the jaw",
        "I'm afraid of getting jaw necrosis",
        "what if I got osteonecrosis of the jaw?",
        "could I have ONJ?",
        "I had heard of ONJ",
        "after MRONJ, when can treatment go on?",
        "Has anyone had jaw necrosis?",
    ],
)
def test_a_jaw_of_nobody_is_no_reason_for_care(text: str) -> None:
    assert JAW not in {value for value, status in _cautions(text) if status in ("present", "past")}
