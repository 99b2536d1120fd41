"""A few words as typed into a search box tell of nobody; a case in few words is still a case."""

from __future__ import annotations

import pytest

from nlu.clinical import read

OWN = {"present", "absent", "past", "never", "unknown"}


@pytest.mark.parametrize(
    "text",
    [
        "NNT alendronate hip fracture",
        "RRR for vertebral fx in the FREEDOM trial?",
        "evista hot flashes side effects",
        "Prolia discontinuation spine fractures",
        "vertebral fractures after stopping denosumab",
        "bisphosphonate thigh fracture risk per year",
        "T-score -2.7 hip meaning",
        "osteopenia vs osteoporosis",
        "hip fracture mortality one year",
        "teriparatide after hip fracture",
        "treatment of vertebral fractures",
        "alendronate intolerance alternatives",
        "of 100 women on risedronate how many break a hip",
        "if 1000 women take Fosamax how many fewer break a wrist",
        "Vit D 4000 iu every day too much at 70",
    ],
)
def test_a_heading_asks_and_tells_of_nobody(text: str) -> None:
    reading = read(text)
    assert reading.heading and reading.asks and not reading.hypothetical
    assert [each for each in reading.findings if each.status in OWN] == []


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("hip fracture", {"fracture_sites": ["hip"]}),
        ("wrist fracture, treatment?", {"fracture_sites": ["wrist"]}),
        ("2 VCF, options?", {"fracture_sites": ["vertebra"], "vertebral_fractures": 2}),
        ("Hip fx, T -1.5: treat?", {"fracture_sites": ["hip"], "t_score": "-1.5"}),
        ("Colles T -2.6 treatment", {"fracture_sites": ["wrist"], "t_score": "-2.6"}),
        ("72F hip fracture, mortality?", {"age": 72, "fracture_sites": ["hip"]}),
        ("broke my hip, side effects of Prolia", {"fracture_sites": ["hip"]}),
        ("T12 fracture last year, dose of Aclasta", {"fracture_sites": ["vertebra"], "vertebral_fractures": 1}),
        ("peripheral fracture risk low", {"low_peripheral_risk": True}),
        ("wrist fracture, T -1.2, too little for treatment", {"fracture_sites": ["wrist"], "t_score": "-1.2"}),
        ("no fractures, T -2.6, guidelines", {"fracture": "none", "t_score": "-2.6"}),
        ("evidence of a vertebral fracture on x-ray", {"fracture_sites": ["vertebra"]}),
    ],
)
def test_a_case_in_few_words_is_no_heading(text: str, facts: dict[str, object]) -> None:
    reading = read(text)
    assert not reading.heading
    assert {name: reading.facts().get(name) for name in facts} == facts


def test_a_danger_stays_one() -> None:
    assert [each.value for each in read("cannot breathe since Prolia, risk?").findings if each.kind == "red_flag"]
