"""Climacteric symptoms, drugs with their status, problems with a bisphosphonate, peripheral risk."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

SYMPTOMS = [
    ("hot flushes, no", False),
    ("no menopausal symptoms any more", False),
    ("hot flushes", True),
    ("I still get hot flashes every day", True),
    ("night sweats", True),
    ("drenched at night", True),
    ("vaginal dryness", True),
    ("sex is painful", True),
    ("BVM+", True),
    ("BVM++", True),
    ("bouffées de chaleur", True),
    ("sueurs nocturnes", True),
    ("VMS+", True),
    ("hot flushes: yes", True),
    ("Hot flushes? Yes, every night", True),
    ("hot flushes present", True),
    ("flushes are back again", True),
    ("I've had hot flushes for the past 3 years", True),
    ("no hot flushes", False),
    ("hot flushes until last year", False),
    ("she had hot flushes until 2020", False),
    ("hot flushes until now", True),
    ("my hot flushes are finally over", False),
    ("no more flushes thank God, those stopped ten years ago", False),
    ("Hot flashes gone since I was 56", False),
    ("hot flushes again since spring", True),
    ("the flushes were over by Christmas", False),
    ("the flushes are not over", True),
    ("I get hot flushes all over my body", True),
    ("I don't have hot flushes", False),
    ("I never had hot flushes", False),
    ("no flushes or night sweats", False),
    ("denies hot flushes, night sweats and vaginal dryness", False),
    ("BVM-", False),
    ("BVM -, T -2.5", False),
    ("pas de bouffées de chaleur", False),
    ("hot flushes: none", False),
    ("hot flushes - no", False),
    ("VMS absent", False),
    ("hot flushes? no", False),
    ("72F, no fx, hot flushes, T -2.1", True),
    ("no fx T -3.0 VMS", True),
    ("no hot flushes, but night sweats", True),
]


@pytest.mark.parametrize(("text", "value"), SYMPTOMS)
def test_climacteric_symptoms_are_heard(text: str, value: bool) -> None:
    assert heard(text).facts().get("climacteric_symptoms") is value


@pytest.mark.parametrize(
    "text",
    [
        "hot flushes years ago, gone now",
        "I used to get night sweats but they stopped",
        "had hot flushes in the past, none now",
        "no longer have hot flushes",
        "the hot flushes left me years ago",
    ],
)
def test_symptoms_that_ended_count_as_none(text: str) -> None:
    assert [(f.value, f.status) for f in found(text, "climacteric_symptoms")] == [(False, "past")]


@pytest.mark.parametrize(
    "text",
    ["I can't sleep", "mood swings", "joint pain", "I'm always tired", "weight gain", "palpitations", "brain fog"],
)
def test_unspecific_symptoms_are_asked(text: str) -> None:
    assert asked(text, "climacteric_symptoms") == [("unspecific", [True, False])]


@pytest.mark.parametrize(
    "text",
    [
        "no hot flushes and night sweats",
        "VMS not documented",
        "not sure if they are hot flushes",
        "don't know if I'd call them hot flushes",
        "Can HRT help with hot flushes?",
        "raloxifene can cause hot flushes",
        "my sister has hot flushes",
        "flush the toilet",
        "hot weather",
        "",
    ],
)
def test_doubt_questions_and_others_are_no_fact(text: str) -> None:
    assert "climacteric_symptoms" not in heard(text).facts()


DRUGS = [
    ("no BP so far", "bisphosphonate", "never"),
    ("on oral BP", "bisphosphonate", "present"),
    ("I had zoledronic acid", "zoledronic_acid", "past"),
    ("raloxifene 5 years, then stopped", "raloxifene", "past"),
    ("I had to stop Fosamax", "alendronate", "past"),
    ("Alendronate for two years, stopped because of heartburn", "alendronate", "past"),
    ("I take Fosamax 70 mg weekly", "alendronate", "present"),
    ("I'm on Prolia", "denosumab", "present"),
    ("on ALN", "alendronate", "present"),
    ("I've been on risedronate for 3 years", "risedronate", "present"),
    ("taking Boniva", "ibandronate", "present"),
    ("started Evenity last month", "romosozumab", "present"),
    ("sous Aclasta", "zoledronic_acid", "present"),
    ("my Forteo injections", "teriparatide", "present"),
    ("I took Actonel for 5 years", "risedronate", "past"),
    ("I used to take Evista", "raloxifene", "past"),
    ("stopped Fosamax in 2019", "alendronate", "past"),
    ("came off HRT last year", "menopausal_hormone_therapy", "past"),
    ("previous alendronate", "alendronate", "past"),
    ("I couldn't tolerate risedronate", "risedronate", "past"),
    ("my doctor prescribed Prolia", "denosumab", "planned"),
    ("my GP wants me to take alendronate", "alendronate", "planned"),
    ("I am about to start Fosamax", "alendronate", "planned"),
    ("thinking of HRT", "menopausal_hormone_therapy", "planned"),
    ("prescribed Fosamax but I haven't started it", "alendronate", "planned"),
    ("I refuse to take Fosamax", "alendronate", "refused"),
    ("I was offered Evenity but declined", "romosozumab", "refused"),
    ("I don't want to take Prolia", "denosumab", "refused"),
    ("never took a bisphosphonate", "bisphosphonate", "never"),
    ("I have never been on HRT", "menopausal_hormone_therapy", "never"),
    ("not on HRT", "menopausal_hormone_therapy", "absent"),
    ("no HRT", "menopausal_hormone_therapy", "absent"),
    ("I don't take alendronate", "alendronate", "absent"),
    ("does Prolia cause jaw pain?", "denosumab", "question"),
    ("Fosamax?", "alendronate", "question"),
    ("should I take alendronate?", "alendronate", "question"),
    ("how does Evenity work", "romosozumab", "question"),
    ("my mum takes Prolia, I'm 60", "denosumab", "family"),
    ("what if I took Prolia", "denosumab", "hypothetical"),
    ("THM ?", "menopausal_hormone_therapy", "question"),
    ("fosomax every week, I take it", "alendronate", "unknown"),
    ("I take alandronate", "alendronate", "present"),
    ("I'm on prolea", "denosumab", "present"),
    ("I take ibandronic acid monthly", "ibandronate", "present"),
    ("zoledronate infusion in March, on zoledronate", "zoledronic_acid", "present"),
    ("I take calcium and vitamin D", "vitamin_d", "present"),
    ("on prednisone 5 mg", "glucocorticoid", "present"),
    ("I take abaloparatide", "abaloparatide", "present"),
    ("my six-monthly injection", "denosumab", "present"),
    ("I have the yearly infusion", "zoledronic_acid", "present"),
    ("Premarin since 2015", "menopausal_hormone_therapy", "present"),
]


@pytest.mark.parametrize(("text", "drug", "status"), DRUGS)
def test_a_drug_is_heard_with_its_status(text: str, drug: str, status: str) -> None:
    assert status in [f.status for f in found(text, "drug") if f.value == drug]


def test_a_switch_ends_one_drug_and_begins_the_other() -> None:
    assert {(f.value, f.status) for f in found("switched from alendronate to denosumab", "drug")} == {
        ("alendronate", "past"),
        ("denosumab", "present"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "my vitamin D was 18",
        "calcium 2.35",
        "low calcium",
        "BP 130/80",
        "BP meds",
        "BP is high",
        "my blood pressure tablets",
        "my BP is high",
        "steroid cream",
        "forte piano",
        "evidently",
        "this is a project",
        "the actual problem",
        "premier league",
        "prolific writer",
        "evening walk",
        "calcium channel blocker",
        "25OHD 61",
    ],
)
def test_ordinary_words_and_laboratory_values_are_no_drugs(text: str) -> None:
    assert found(text, "drug") == []


PROBLEMS = [
    ("Fosamax upsets my stomach", True),
    ("GERD on alendronate", True),
    ("reflux since starting Fosamax", True),
    ("alendronate gave me terrible heartburn", True),
    ("couldn't stay upright after the Fosamax", True),
    ("intolerant to BP", True),
    ("intolérance aux biphosphonates", True),
    ("could not tolerate risedronate", True),
    ("I had to stop alendronate because of stomach pain", True),
    ("broke another bone on alendronate", True),
    ("fracture despite 3 years of risedronate", True),
    ("BMD fell on Fosamax", True),
    ("alendronate failed", True),
    ("failed bisphosphonates", True),
    ("got worse on Fosamax", True),
    ("I took Fosamax for a month. It gave me awful heartburn so I stopped.", True),
    ("bone tablets burned my gullet so I stopped them", None),
    ("tolerates alendronate well", False),
    ("no problems with Fosamax", False),
    ("Four years of Actonel without a hitch", False),
    ("BP-naive", False),
    ("never took a bisphosphonate", False),
    ("never had bone tablets", False),
    ("I have GERD, can I take Fosamax?", None),
    ("I have reflux and my doctor wants me on Fosamax", None),
    ("does Fosamax upset the stomach?", None),
    ("I'm worried Fosamax will upset my stomach", None),
    ("Prolia gave me a rash", None),
    ("my sister couldn't tolerate Fosamax, I'm 60", None),
    ("I take Fosamax", None),
    ("swallowed a second risedronate by accident", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "value"), PROBLEMS)
def test_a_problem_with_a_bisphosphonate(text: str, value: bool | None) -> None:
    assert heard(text).facts().get("bisphosphonate_problem") is value


@pytest.mark.parametrize("text", ["the weekly tablet made me ill"])
def test_a_problem_with_a_drug_not_named_is_asked(text: str) -> None:
    assert asked(text, "bisphosphonate_problem") == [("drug_unclear", [True, False])]


RISK = [
    ("low risk of peripheral fracture", True),
    ("low peripheral fracture risk", True),
    ("low risk of non-vertebral fracture", True),
    ("peripheral risk low", True),
    ("low periph risk", True),
    ("risque périphérique faible", True),
    ("high risk of peripheral fracture", False),
    ("peripheral fracture risk is high", False),
    ("not at low risk of peripheral fracture", False),
    ("low risk", None),
    ("I rarely fall", None),
    ("what is a low risk of peripheral fracture?", None),
    ("high fracture risk", None),
]


@pytest.mark.parametrize(("text", "value"), RISK)
def test_peripheral_risk_only_when_said(text: str, value: bool | None) -> None:
    assert heard(text).facts().get("low_peripheral_risk") is value


def test_symptoms_of_the_drug_are_not_symptoms_of_the_menopause() -> None:
    assert clear("Evista gave me hot flushes", "climacteric_symptoms", "present") in ([], [True])


BISPHOSPHONATE_TALK = [
    ("pubic rami # 84F, T -2.7 neck of femur, never on any bone Rx", False),
    ("Femoral shaft #, simple fall, no hx of BP use so not atypical. 72F T -2.3 at hip", False),
    ("no prior BPs, 70F T -2.4", False),
    ("no previous bisphosphonate, T -2.2", False),
    ("no BP exposure, 69F", False),
    ("no bisphosphonate use ever", False),
    ("never been on osteoporosis treatment", False),
    ("no bone Rx to date, T -2.9", False),
    ("nil bone meds so far", False),
    ("never prescribed anything for my bones", False),
    ("Doctor says the Fosamax didn't fail me, I just never collected the second box! It never upset me.", False),
    ("I took Fosamax for years and it never upset my stomach", False),
    ("alendronate never gave me any bother", False),
    ("risedronate for 5 years, it has never disagreed with me", False),
    ("Actonel didn't cause me any heartburn", False),
    ("no history of alendronate intolerance", False),
    ("Pt c/o heartburn w/ Fosamax, stopped after 2 wks. Hip -2.2. She's 63. next?", True),
    ("nausea d/t risedronate, 70F", True),
    ("reflux 2/2 alendronate", True),
    ("indigestion whenever I took the Actonel", True),
    ("stomach cramps from the blasted Fosamax", True),
    ("I was sick every time I took alendronic acid", True),
    ("flu-like symptoms after zoledronate, refuses a second", True),
    ("dyspepsia w/ weekly alendronate", True),
    ("not on any bone Rx at present", None),
    ("no current bisphosphonate", None),
    ("no hx of high BP", None),
    ("BP 140/80, no hx of stroke", None),
    ("my mother was never on any bone Rx", None),
    ("heartburn w/ omeprazole stopped, wants Fosamax", None),
    ("Fosamax w/ food?", None),
    ("nausea with boniva", None),
    ("severe bone and muscle pain with alendronate FDA warning", None),
    ("tummy ache since starting alendronic acid, is that usual?", True),
    ("is there nausea with Fosamax?", None),
    ("reflux since 2015, should I take Fosamax?", None),
    ("worried about heartburn from Fosamax", None),
    ("does Actonel give heartburn?", None),
    ("she never collected the Fosamax", False),
    ("Fosamax didn't work, broke my hip on it", True),
    ("Fosamax never upset me but it failed, new fracture on it", True),
]


@pytest.mark.parametrize(("text", "problem"), BISPHOSPHONATE_TALK)
def test_trouble_with_a_bisphosphonate_is_told_in_many_ways(text: str, problem: bool | None) -> None:
    assert heard(text).facts().get("bisphosphonate_problem") is problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("sacral insuff fx on MRI, T-score -2.5, tolerates weekly risedronate no GI SE", [False]),
        ("new hip # on alendronate", [True]),
        ("couldn't get on with ibandronate", [True]),
        ("I can't get along with Fosamax", [True]),
        ("I can't get on with my neighbour", []),
    ],
)
def test_a_problem_with_a_bisphosphonate_in_more_words(text: str, problem: list[bool]) -> None:
    assert clear(text, "bisphosphonate_problem") == problem
