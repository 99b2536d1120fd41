"""Numbers and denials told in passing: in a first scan, inside a question, of a wrist alone, of a retired teacher of 71."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

LOWEST_OF_ONE_SCAN = [
    ("I'm 66 and had my first dexa: lumbar spine -2.4, femoral neck -1.9", "-2.4"),
    ("First scan last week. Spine -3.1, hip -2.0. 64, nothing broken.", "-3.1"),
    ("never been scanned before: hip -2.7, spine -1.2", "-2.7"),
    ("baseline DXA: LS -2.8, FN -2.1, 70F", "-2.8"),
    ("initial scan LS -2.6, TH -1.4", "-2.6"),
    ("Had my first one in May, spine came out at -2.9, hip -1.1", "-2.9"),
    ("two weeks ago, my first ever scan, hip -2.2 and spine -1.6", "-2.2"),
    ("my first dexa was -2.4, -1.9 and -1.1", "-2.4"),
    ("my scan last year: spine -2.5, hip -1.8", "-2.5"),
    ("prior to any treatment: LS -3.2, FN -2.3", "-3.2"),
    ("-2.6 is the neck and -3 the spine. 75 next month.", "-3"),
    ("six months ago: neck -2.5, total hip -2.1, lumbar -3.0", "-3.0"),
]


@pytest.mark.parametrize(("text", "value"), LOWEST_OF_ONE_SCAN)
def test_the_lowest_of_one_scan_counts_whenever_it_was(text: str, value: str) -> None:
    assert clear(text, "t_score") == [value]


LATER_SCAN = [
    ("first scan -2.4, now -1.9", "-1.9"),
    ("first dexa: spine -2.4; the latest: spine -2.0", "-2.0"),
    ("previous spine -2.4, spine -2.0", "-2.0"),
    ("used to be -2.9, T-score -2.1", "-2.1"),
    ("baseline LS -2.8, currently LS -2.2", "-2.2"),
    ("T -2.3 two years ago and -2.8 now, aged 64", "-2.8"),
    ("-2.9 two years ago and -2.4 this spring, aged 64", "-2.4"),
]


@pytest.mark.parametrize(("text", "value"), LATER_SCAN)
def test_a_later_scan_of_the_same_place_counts(text: str, value: str) -> None:
    assert clear(text, "t_score") == [value]


IN_A_QUESTION = [
    ("Broke an ankle in March. T score was -0.6 so basically normal? I'm 58.", "-0.6", None),
    ("The DEXA came back at -2.2, is that a worry?", "-2.2", None),
    ("Is -3.0 bad enough for treatment if nothing has ever broken? age 65", "-3.0", "none"),
    ("Would -2.4 call for a tablet if I have never broken a bone? I'm 61", "-2.4", "none"),
    ("Is it true that at -2.6 without any fracture you dont get treated? I am 63, fit as a fiddle", "-2.6", "none"),
    ("Is it right that nobody treats -2.3 with no broken bones? I'm 60 and slim", "-2.3", "none"),
    ("What do I do with a T score of -1.8 and no fractures? I'm 59.", "-1.8", "none"),
    ("What should I take with a T-score of -3.1, 68 and no breaks ever?", "-3.1", "none"),
    ("Do I need tablets at -2.9 when nothing has broken? 71 years old", "-2.9", "none"),
    ("Does -2.7 and never a fracture mean pills? I'm 66", "-2.7", "none"),
    ("I'm 64. Is -2.2 without fractures something to treat?", "-2.2", "none"),
    ("Hi, 62 here. Does one get medication at -3.2 having never broken anything?", "-3.2", "none"),
    ("If I've never had a fracture, is -2.1 enough to start alendronate? I'm 70", "-2.1", "none"),
    ("why would they not treat -2.7 in a 66 year old with no fracture?", "-2.7", "none"),
    ("Should -1.4 bother me? 72, never broke anything", "-1.4", "none"),
    ("I'm 63. Is -2.6 osteoporosis?", "-2.6", None),
    ("Is it okay to do nothing at -1.9 if there's been no fracture? 63 years old", "-1.9", "none"),
    ("Is treatment wise for me: 68, -2.3, never a broken bone?", "-2.3", "none"),
    ("At 67, no fractures, should -2.0 worry me?", "-2.0", "none"),
    ("Est-ce que -3,1 sans aucune fracture justifie un traitement ? 70 ans", "-3.1", "none"),
]


@pytest.mark.parametrize(("text", "value", "fracture"), IN_A_QUESTION)
def test_facts_inside_a_question_are_hers_where_she_tells_of_herself(
    text: str, value: str, fracture: str | None
) -> None:
    assert heard(text).facts().get("t_score") == value
    if fracture:
        assert heard(text).facts().get("fracture") == fracture
    assert not heard(text).hypothetical


NOT_HERS = [
    "Is -3.0 bad enough for treatment if nothing has ever broken?",
    "Is it true that at -2.6 without any fracture you don't get treated?",
    "Are women with a T-score of -2.6 and no fractures treated? I'm 63",
    "I'm 63. Does a T-score below -2.5 mean osteoporosis?",
    "What if nothing had ever broken and I were at -2.0? I'm 65",
    "Does a T-score of -2.5 mean osteoporosis? I'm 61.",
    "Would you treat someone at -2.7 with no fracture? I am 70",
    "What does my friend do with -3.1 and no fractures? I'm 59",
    "Do they only treat from -2.5? I'm 64.",
    "If I had never had a fracture, would I be treated? I'm 70",
    "I'm 61. What's a T-score of -2.5?",
    "Can someone at -2.5 with no breaks skip the pills? I'm 64",
]


@pytest.mark.parametrize("text", NOT_HERS)
def test_a_general_question_tells_no_fact(text: str) -> None:
    facts = heard(text).facts()
    assert "t_score" not in facts
    assert "fracture" not in facts


def test_the_value_of_a_question_does_not_replace_the_one_she_told() -> None:
    text = "I'm 63, T-score -1.9. Is it true that at -2.6 you get treated?"
    assert heard(text).facts()["t_score"] == "-1.9"
    assert "t_score" not in heard("I'm 63, no scan yet. Is it true that at -2.6 you get treated?").facts()


def test_what_is_hoped_of_a_drug_denies_no_fracture() -> None:
    for text in (
        "Will I have no fractures on Prolia? I'm 66",
        "Does alendronate mean no fractures? I'm 64",
        "Can it be that no bone breaks at all on it? I'm 64",
        "If I take it, will nothing break? I'm 64",
        "Do you think no fracture will come if I take it? T -2.6, 65",
    ):
        assert "fracture" not in heard(text).facts()


PERIPHERAL = [
    "Only my forearm was scanned, at the pharmacy open day, T score -3.1. No fractures, I'm 65.",
    "Only T-score of the avant-bras available, -3,3, 64 years, no fracture.",
    "They could only do my wrist. T-score -2.8. I'm 70.",
    "A machine in the chemist's measured my heel, T score -2.6, I'm 62",
    "They put my finger in a scanner at the fair: T -2.9. 66, nothing broken",
    "My forearm got measured as I have two new hips. T-score -3.4, 74",
    "DXA of the radius alone (obese). T -2.7, 69F, no fx",
    "heel ultrasound at the health fair, T-score -2.2, 61",
    "Scanner de l'avant-bras seulement, T -3,1, 66 ans",
    "the T score of my wrist, which is all they measured, is -2.8",
    "T -2.8 but that's the forearm; they couldn't do the hip",
    "DXA non-dominant forearm only (bilat THR, lumbar fusion): -2.9. 77F",
    "Only heel was done, came out -2.7, I'm 59",
    "Seul le poignet a été mesuré : T -3. 72 ans",
    "My hips are both replaced so they scanned forearm: -2.6, 70",
]


@pytest.mark.parametrize("text", PERIPHERAL)
def test_a_score_of_forearm_or_heel_alone_is_asked_back(text: str) -> None:
    assert asked(text, "t_score") == [("peripheral_site", [])]
    assert "t_score" not in heard(text).facts()


CENTRAL = [
    ("I broke my forearm in May. T-score -3.1, I'm 65", "-3.1"),
    ("My wrist was x-rayed and it was broken. T-score -2.6", "-2.6"),
    ("Broke my wrist, so they scanned me: T -2.7", "-2.7"),
    ("Forearm was scanned too, but the spine was -2.1 and is the worst", "-2.1"),
    ("my finger hurts. T-score -2.4", "-2.4"),
    ("Only broke my wrist, nothing else. T -2.4, 63", "-2.4"),
    ("Only my hip was scanned, T -2.4; wrist broken in 2020", "-2.4"),
    ("my wrist hurts and the scan says -2.4", "-2.4"),
    ("They scanned both hips and the wrist; the worst was -2.6", "-2.6"),
    ("They couldn't use the spine (metalwork), hip was -2.2, 69F", "-2.2"),
    ("I had my finger x-rayed and a dexa which said -2.2", "-2.2"),
]


@pytest.mark.parametrize(("text", "value"), CENTRAL)
def test_a_broken_forearm_is_no_scanned_one(text: str, value: str) -> None:
    assert clear(text, "t_score") == [value]


LEFT_OUT_LEVELS = [
    ("68F no fx, L3-4 excluded for OA so LS = L1-2 -2.2, FN -1.9. Next?", "-2.2"),
    ("70F, no #, L4 excluded (degenerative), LS L1-3 -2.6", "-2.6"),
    ("66F. No fractures. L1 omitted from analysis, L2-4 T -1.9", "-1.9"),
]


@pytest.mark.parametrize(("text", "value"), LEFT_OUT_LEVELS)
def test_a_level_left_out_of_the_scan_is_no_fracture_and_no_denial_of_one(text: str, value: str) -> None:
    assert clear(text, "t_score") == [value]
    assert heard(text).facts().get("fracture") == "none"
    assert found(text, "fracture_site") == []


AGES = [
    ("Mme 56 y, menopause at 49, T-score lumbar -2,7", 56),
    ("Mme 62 ans, T -2,1", 62),
    ("Mrs, 71, T -2.4, no fx", 71),
    ("I am a retired teacher of 71. In 2015 I broke my kneecap", 71),
    ("I'm a fairly fit farmer's wife of 66 with a T-score of -2.2", 66),
    ("a grandmother of 68, T -2", 68),
    ("Former nurse of 73 here, spine -2.8", 73),
    ("As a slim woman of 59 I wonder about my bones, T -1.9", 59),
    ("Being a vegetarian of 63, do I need tablets? T -2.4", 63),
    ("retired headmistress of 77, never broken a thing", 77),
    ("I am a healthy sixty-four year old. T -2.1", 64),
    ("Diabetic of 64, T -2.2", 64),
    ("a widow of 74 with two grandsons of 12, T -2.2", 74),
    ("I'm a carer of 90 year olds, 61 myself, T -2.4", 61),
    ("Broke my hip at 72, score -2.4, now nearly 80", 79),
    ("If I take it, will nothing break? I'm 64", 64),
]


@pytest.mark.parametrize(("text", "age"), AGES)
def test_an_age_behind_what_somebody_is_is_hers(text: str, age: int) -> None:
    assert heard(text).facts().get("age") == age


NO_AGES = [
    "I have a BMI of 22 and a weight of 58",
    "I am a mother of 4 and a runner of 40 miles a week",
    "I'm on a dose of 70 a week",
    "I had a fever of 39",
    "a family history of 60 years of porridge",
    "I am a smoker of 40 a day",
    "I was a teacher of 60 children",
    "I'm a survivor of 2 cancers",
    "I am a member of 60plus club",
    "As a grandmother of five, T -2.4",
    "I am a smoker of 40 years, T -2",
    "I'm a size 12 lady of leisure, T -2",
    "I am the wife of a man of 80, T -2",
    "Snapped my ankle at 64, should I take something?",
]


@pytest.mark.parametrize("text", NO_AGES)
def test_other_numbers_behind_of_are_no_age(text: str) -> None:
    assert [f for f in found(text, "age") if f.status == "present"] == []


AGE_THEN = [
    ("Broken nose walking into a glass door at 66 😅 T-score -2.4. Anything to take for my bones?", 66),
    ("Wrist broken on the ice at 61. DEXA -2.2.", 61),
    ("Cracked a rib coughing at 70, T score -2.9, what now?", 70),
    ("Pelvis broken at 69 slipping in the shower and T is -2.6", 69),
]


@pytest.mark.parametrize(("text", "age"), AGE_THEN)
def test_an_age_told_of_the_fracture_alone_is_asked(text: str, age: int) -> None:
    assert "age" not in heard(text).facts()
    assert asked(text, "age") == [("age_then", [age])]


def test_a_general_question_says_of_no_fracture_that_it_is_not_known() -> None:
    assert found("Do they treat -2.7 with no fracture?", "fracture") == []
