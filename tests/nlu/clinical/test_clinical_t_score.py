"""T-scores: the value and its sign are right, or the person is asked."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard
from hypothesis import given
from hypothesis import strategies as st

CLEAR = [
    ("FRAX 18 %, no fractures, T -2.3", "-2.3"),
    ("i m 65 t score - 2.6 wrist", "-2.6"),
    ("height was 165, now 160, T -2.2", "-2.2"),
    ("-2.5", "-2.5"),
    ("−2.5", "-2.5"),
    ("–2.5", "-2.5"),
    ("‑2.5", "-2.5"),
    ("－２．５", "-2.5"),
    ("-2,5", "-2.5"),
    ("minus two point five", "-2.5"),
    ("minus 2.5", "-2.5"),
    ("minus two and a half", "-2.5"),
    ("negative 2.5", "-2.5"),
    ("neg 2.5", "-2.5"),
    ("moins deux et demi", "-2.5"),
    ("moins 2,5", "-2.5"),
    ("moins deux virgule sept", "-2.7"),
    ("-3", "-3"),
    ("minus 3", "-3"),
    ("-1.85", "-1.85"),
    ("-.9", "-0.9"),
    ("T -2.5", "-2.5"),
    ("T-2.5", "-2.5"),
    ("T=-2.5", "-2.5"),
    ("T: -2.5", "-2.5"),
    ("T = - 2.5", "-2.5"),
    ("T−2,7", "-2.7"),
    ("T -3", "-3"),
    ("t -1.8", "-1.8"),
    ("T-score of -2.5 SD", "-2.5"),
    ("T-score -2.5", "-2.5"),
    ("T score: -2.5", "-2.5"),
    ("Tscore=-2.5", "-2.5"),
    ("t_score -2.5", "-2.5"),
    ("T-score is minus 2.7", "-2.7"),
    ("t score is 2.5 below", "-2.5"),
    ("my T-score is 2.7 below normal", "-2.7"),
    ("my bone density is 2.5 standard deviations below average", "-2.5"),
    ("T-score 2.5 SD below the young adult mean", "-2.5"),
    ("My T-score is -2.5 and I am 62.", "-2.5"),
    ("the scan said -2.9", "-2.9"),
    ("my dexa came back at -3.1", "-3.1"),
    ("DXA -2.2 femoral neck", "-2.2"),
    ("BMD -2.4", "-2.4"),
    ("bone density score was -1.7", "-1.7"),
    ("score T à -2,7", "-2.7"),
    ("T à -2,7", "-2.7"),
    ("DMO: T -2,1", "-2.1"),
    ("T-score = −3.0", "-3.0"),
    ("T-score of – 2.5", "-2.5"),
    ("T-score<b>-2.5</b>", "-2.5"),
    ("T-score &minus;2.5", "-2.5"),
    ("T-score âˆ’2.5", "-2.5"),
    ('{"t_score": -2.5, "age": 72}', "-2.5"),
    ("T-score +1.0", "1.0"),
    ("T-score plus 0.5", "0.5"),
    ("T-score 0", "0"),
    ("T-score 0.0", "0.0"),
    ("72F, hip fx, -2.7", "-2.7"),
    ("it's -2.7", "-2.7"),
    ("it was minus 2.7 I think", "-2.7"),
    ("-2.7 is my T-score", "-2.7"),
    ("a -2.8 T-score", "-2.8"),
    ("I'm 62 with a T-score of -1.9, what should I do?", "-1.9"),
    ("Should I be treated with a T-score of -2.7?", "-2.7"),
    ("Is my T-score of -2.7 bad?", "-2.7"),
    ("T -2.6, FRAX 18%/4.2%, weight 58 kg", "-2.6"),
    ("eGFR 62, Ca 2.35, vit D 18, T -2.2", "-2.2"),
    ("alendronate 70 mg weekly, T -2.2", "-2.2"),
    ("DXA 12/03/2024: T -2.3", "-2.3"),
    ("call me on 01 42 34 56 78, my T is -2.3", "-2.3"),
    ("TSH 1.2, T4 1.1, T-score -2.6", "-2.6"),
    ("T12 fracture, T -2.6", "-2.6"),
    ("L1-L4 T-score -3.2", "-3.2"),
    ("L1-L4 -3", "-3"),
    ("L1-4: -2.1", "-2.1"),
    ("Z-score -1.2, T-score -2.4", "-2.4"),
    ("T-score -2.4 (Z-score -1.2)", "-2.4"),
    ("BMD 0.782 g/cm2, T-score -2.9", "-2.9"),
    ("T-score was -2.5 in 2019", "-2.5"),
    ("my doctor told me my t-score is -2.3 last week", "-2.3"),
    ("tscore of minus three point two", "-3.2"),
    ("T-score: ‒2.1", "-2.1"),
    ("T -8.0", "-8.0"),
    ("T-score +5.0", "5.0"),
    ("my hip score is -2.1", "-2.1"),
    ("my spine is -2.6", "-2.6"),
    ("the lowest was -3.4 at the hip", "-3.4"),
    ("my t scor is -2.2", "-2.2"),
    ("T-socre -2.2", "-2.2"),
    ("I have a -2.6 in my spine", "-2.6"),
    ("-2.6 lumbar", "-2.6"),
    ("my T-score is -2.5\xa0SD", "-2.5"),
    ("T score  -  2.5", "-2.5"),
    ("T (-2.5)", "-2.5"),
    ("T-score (lumbar spine) = -2.8", "-2.8"),
    ("t-score at the femoral neck of -2.2", "-2.2"),
    ("Femoral neck T-score: -2.2", "-2.2"),
    ("🙂 T-score -2.5 🙂", "-2.5"),
]


@pytest.mark.parametrize(("text", "value"), CLEAR)
def test_a_plain_t_score_is_read_with_its_sign(text: str, value: str) -> None:
    assert clear(text, "t_score") == [value]
    assert heard(text).facts()["t_score"] == value


CHOSEN = [
    ("-2.5 (L1-L4) / -1.9 FN", "-2.5", {"-1.9"}),
    ("spine -2.5, hip -1.9", "-2.5", {"-1.9"}),
    ("hip -1.9, spine -2.5, neck -2.1", "-2.5", {"-1.9", "-2.1"}),
    ("T-scores: lumbar -1.2, femoral neck -2.6, total hip -2.0", "-2.6", {"-1.2", "-2.0"}),
    ("T-scores of -2.5 and -1.9", "-2.5", {"-1.9"}),
    ("T-score -1.9 at the hip and -3.1 at the spine", "-3.1", {"-1.9"}),
    ("LS -2.1 FN -2.4 TH -1.8", "-2.4", {"-2.1", "-1.8"}),
    ("T -2.1 (rachis), -1.5 (col)", "-2.1", {"-1.5"}),
    ("forearm -3.5, spine -2.0", "-2.0", {"-3.5"}),
    ("spine -2.0, hip -1.5, forearm -3.5", "-2.0", {"-1.5", "-3.5"}),
    ("T score went from -2.1 to -2.6", "-2.6", {"-2.1"}),
    ("T-score dropped from -1.8 to -2.3", "-2.3", {"-1.8"}),
    ("was -3.3, now -2.9", "-2.9", {"-3.3"}),
    ("my T-score was -3.3 and is now -2.9", "-2.9", {"-3.3"}),
    ("T-score -2.1 in 2018 and -2.6 in 2023", "-2.6", {"-2.1"}),
    ("T-score 2023: -2.6; 2018: -2.1", "-2.6", {"-2.1"}),
    ("T-score improved to -2.1 from -2.6 after treatment", "-2.1", {"-2.6"}),
    ("T -2.1 -> -2.6", "-2.6", {"-2.1"}),
    ("T-score left hip -2.1, right hip -2.4", "-2.4", {"-2.1"}),
    ("spine -2.5 hip 1.9", "-2.5", set()),
]


@pytest.mark.parametrize(("text", "value", "others"), CHOSEN)
def test_the_lowest_site_and_the_latest_date_count(text: str, value: str, others: set[str]) -> None:
    assert clear(text, "t_score") == [value]
    assert {f.value for f in found(text, "t_score_other")} == others


def test_the_forearm_is_asked_about_when_it_is_alone() -> None:
    assert asked("T-score forearm -2.9", "t_score") == [("peripheral_site", [])]
    assert "t_score" not in heard("T-score forearm -2.9").facts()


REPAIRED = [
    ("-2.3, sorry, -3.2", "-3.2"),
    ("my T-score is -2.3 no wait -3.2", "-3.2"),
    ("T -2.3. Sorry, I meant -3.2", "-3.2"),
    ("-2.3, I mean -3.2", "-3.2"),
    ("T-score -2.3 (correction: -3.2)", "-3.2"),
    ("it's not -2.3 but -3.2", "-3.2"),
    ("it's -3.2, not -2.3", "-3.2"),
    ("T -1.5 oops -2.5", "-2.5"),
    ("T-score -1.5, no, -2.5", "-2.5"),
    ("sorry, my T-score is -2.3, I read the wrong line", "-2.3"),
    ("no, it's -2.3, I was looking at the wrong page", "-2.3"),
    ("oops, -2.3. I copied the wrong row", "-2.3"),
]


@pytest.mark.parametrize(("text", "value"), REPAIRED)
def test_a_value_taken_back_is_replaced(text: str, value: str) -> None:
    assert clear(text, "t_score") == [value]
    assert heard(text).corrects


ASKED = [
    ("T-score 2.7", "sign_missing", ["-2.7", "2.7"]),
    ("T-score of 2.5", "sign_missing", ["-2.5", "2.5"]),
    ("my t score is 2,7", "sign_missing", ["-2.7", "2.7"]),
    ("T 2.7", "sign_missing", ["-2.7", "2.7"]),
    ("T=2.7", "sign_missing", ["-2.7", "2.7"]),
    ("T-score two point seven", "sign_missing", ["-2.7", "2.7"]),
    ("T score 3", "sign_missing", ["-3", "3"]),
    ("my dexa was 2.7", "sign_missing", ["-2.7", "2.7"]),
    ("T-score 1.0 at the hip", "sign_missing", ["-1.0", "1.0"]),
    ("72F hip fx T 2.7", "sign_missing", ["-2.7", "2.7"]),
    ("T-score ?2.5", "sign_missing", ["-2.5", "2.5"]),
    ("T-score — 2.7", "sign_missing", ["-2.7", "2.7"]),
    ("Age - 72, T-score - 2.7, fracture - hip", "sign_missing", ["-2.7", "2.7"]),
    ("T-scores: spine 2.5, hip 1.9", "sign_missing", ["-2.5", "1.9"]),
    ("spine T-score -2.5, hip 2.9", "sign_missing", ["-2.9", "-2.5"]),
    ("between -2 and -2.5", "range", ["-2.5", "-2"]),
    ("my T-score is between -2 and -2.5", "range", ["-2.5", "-2"]),
    ("T-score -2 to -2.5", "range", ["-2.5", "-2"]),
    ("T-score -2.0 or -2.5, not sure", "range", ["-2.5", "-2.0"]),
    ("Z-score -2", "z_score", []),
    ("my z score was -2.1", "z_score", []),
    ("Z -1.8", "z_score", []),
    ("0.782 g/cm2", "g_cm2", []),
    ("my bone density is 0.782 g/cm²", "g_cm2", []),
    ("BMD 0.655", "g_cm2", []),
    ("I have osteopenia", "category_without_number", []),
    ("my scan was normal", "category_without_number", []),
    ("DXA in the osteoporosis range", "category_without_number", []),
    ("my bone density is low", "category_without_number", []),
    ("dexa showed osteoporosis", "category_without_number", []),
    ("osteopenic", "category_without_number", []),
    ("T-score -2.5. My T-score is -3.1.", "contradiction", ["-3.1", "-2.5"]),
    ("hip T-score -1.5 ... hip T-score -2.5", "contradiction", ["-2.5", "-1.5"]),
]


@pytest.mark.parametrize(("text", "reason", "candidates"), ASKED)
def test_a_doubtful_t_score_is_asked_never_guessed(text: str, reason: str, candidates: list[object]) -> None:
    assert asked(text, "t_score") == [(reason, candidates)]
    assert clear(text, "t_score") == []
    assert "t_score" not in heard(text).facts()


REFUSED = [
    ("T-score -25", "-25", "out_of_range", ["-2.5"]),
    ("T-score 25", "25", "out_of_range", ["-2.5"]),
    ("T -8.1", "-8.1", "out_of_range", []),
    ("T-score -9", "-9", "out_of_range", []),
    ("T-score +5.1", "5.1", "out_of_range", []),
    ("T-score -2.555", "-2.555", "too_precise", ["-2.55"]),
    ("T-score -1.998", "-1.998", "too_precise", ["-1.99"]),
]


@pytest.mark.parametrize(("text", "value", "reason", "candidates"), REFUSED)
def test_an_impossible_t_score_is_refused(text: str, value: str, reason: str, candidates: list[object]) -> None:
    (finding,) = found(text, "t_score")
    assert (finding.value, finding.certainty, finding.reason) == (value, "reject", reason)
    assert list(finding.candidates) == candidates


UNKNOWN = [
    "I don't know my T-score",
    "I dont know my t score",
    "no DXA yet",
    "never had a scan",
    "I've never had a bone density test",
    "haven't had a DEXA",
    "T-score unknown",
    "T-score pending",
    "waiting for my scan results",
    "pas de DMO",
    "no idea what my T-score is",
    "no bone density done",
    "I have not had a bone scan yet",
    "can't remember my T-score",
    "DXA not done",
    "72F hip fracture, no DXA",
    "jamais eu de densitométrie",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_an_unknown_t_score_is_told_apart_from_silence(text: str) -> None:
    (finding,) = found(text, "t_score")
    assert (finding.value, finding.status) == (None, "unknown")
    assert "t_score" not in heard(text).facts()


NOT_A_T_SCORE = [
    "FRAX 18% / 4.2%",
    "I weigh 58 kg",
    "alendronate 70 mg weekly",
    "alendronate 10",
    "T12 fracture",
    "T4 1.2",
    "TSH 2.5",
    "vitamin D 18",
    "eGFR 35",
    "calcium 2.35 mmol/L",
    "my BP is 130/80",
    "call 0123 456 789",
    "L1-L4",
    "on 12/03/2024",
    "I am 1.62 m",
    "lost 2.5 cm",
    "2.5 mg of risedronate",
    "I take 2 tablets",
    "it was -5 degrees outside",
    "covid-19",
    "- two eggs\n- 2 apples",
    "BMD fell by 2.5%",
    "the T-score fell by 0.4",
    "my brother is 2.5 years older",
    "T2 fracture",
    "what is a T-score?",
    "how is the T-score worked out?",
    "BMI 22.5",
    "version 2.5",
    "room 2.5",
    "I paid $2.5",
    "call me at 2.30 pm",
    "",
    "hello",
]


@pytest.mark.parametrize("text", NOT_A_T_SCORE)
def test_other_numbers_are_no_t_scores(text: str) -> None:
    assert found(text, "t_score") == []


NOT_OWN = [
    ("what if my T-score were -1.9?", "hypothetical", "-1.9"),
    ("/whatif T -1.9", "hypothetical", "-1.9"),
    ("suppose my T-score was -3", "hypothetical", "-3"),
    ("What happens if my T-score drops to -3.1?", "hypothetical", "-3.1"),
    ("Does a T-score of -2.7 mean osteoporosis?", "question", "-2.7"),
    ("What does a T-score of -1.5 mean?", "question", "-1.5"),
    ("my sister's T-score is -3.1, I'm 58 and mine is unknown", "family", "-3.1"),
]


@pytest.mark.parametrize(("text", "status", "value"), NOT_OWN)
def test_a_t_score_that_is_not_the_persons_own_is_no_fact(text: str, status: str, value: str) -> None:
    assert [(f.status, f.value) for f in found(text, "t_score") if f.value] == [(status, value)]
    assert "t_score" not in heard(text).facts()


STORIES = [
    # Taken back.
    ("T score -3.4, no hold on, that's the Z-score. T is -1.7. I'm 66.", "-1.7"),
    ("My dexa says -4.2. Ah no, ignore that, that is the change in percent. It is -2.1.", "-2.1"),
    ("-1.9 for the hip, forget that, I was looking at my sister's letter, mine is -2.4", "-2.4"),
    ("spine -3.6 (disregard, old report), spine -1.8", "-1.8"),
    ("Hip T-score -3.2 - cancel that, misread it, -2.2", "-2.2"),
    ("71F NOF #. T -1.6 -- strike that -- T -2.6 FN", "-2.6"),
    ("T score is -1.2 sorry that's her z score, T -2.7", "-2.7"),
    ("-4.1% change since 2019, T-score -1.4", "-1.4"),
    ("T -3.3, apologies, typed it wrong, -2.3 it is", "-2.3"),
    ("I put -1.5 before, that was wrong. T -2.5.", "-2.5"),
    ("Spine T -2.9, I'm 62, sorry 63, hip -1.9", "-2.9"),
    ("T -2.9. I'm 71, no wait 72. Hip -1.2", "-2.9"),
    ("Spine -2.9, fell in 2019, actually 2020, hip -1.4", "-2.9"),
    ("Spine -3.0, hip -1.3, sorry for the long message", "-3.0"),
    ("Ignore my last message. T -3.0", "-3.0"),
    ("T -2.7. Forget the exercises, should I take tablets?", "-2.7"),
    ("T -2.7, please ignore the typos", "-2.7"),
    ("my T score is -2.8 and the doctor said ignore it", "-2.8"),
    # Hers not mine.
    ("My sister is at -3.6, I'm only -1.9, 61, no breaks", "-1.9"),
    (
        "Two friends with osteoporosis, the younger one was -3.9. Me, 63, T -2.2, broke my wrist tripping on a kerb.",
        "-2.2",
    ),
    ("Mum was -4.1 at my age! Mine is -1.6. 58.", "-1.6"),
    ("my mother has osteoporosis, hers was -3.8, mine is -1.7, I'm 64", "-1.7"),
    ("In my family everyone has thin bones, one aunt had -4.0 and the other -3.3. I am 62 with -2.1", "-2.1"),
    ("My identical twin got -2.9, so I had my dexa done: -1.8. 60.", "-1.8"),
    ("my sibling scored -3.0; I scored -1.3", "-1.3"),
    ("Friend from bingo is -3.7 and gets an injection. I'm 70, T -2.4.", "-2.4"),
    ("I have a twin. My T-score is -2.5", "-2.5"),
    ("I have a twin brother, 62, T-score -2.5", "-2.5"),
    ("62F, mum of twins, T -2.5", "-2.5"),
    ("Two falls, one at Christmas. T -2.5", "-2.5"),
    ("I have two scores, one at -2.6 for the hip and one at -1.9 for the spine", "-2.6"),
    ("My mum is 80, T-score -3.1, no fractures", "-3.1"),
    ("I had two scans, one was -1.9 in 2015 and now -2.4", "-2.4"),
    ("Sister broke her hip. I'm 64, one fracture, T -2.7", "-2.7"),
    # Sites.
    ("75F w/ degenerative spine LS +2.1, L hip -1.9, R hip -1.7, 1/3 radius -2.8. no #s.", "-1.9"),
    ("63F. Spine T -2.7, fem neck -2.2, total hip -1.6, Ward's -3.4 (which I ignore). No fracture clinically", "-2.7"),
    ("65F. No fx. T -3.2 forearm & -2.8 hip", "-2.8"),
    ("64, T-score -3.1 at the forearm and -2.4 at the spine. No fractures.", "-2.4"),
    ("RFN -2.1 LFN -2.4 LS -1.1", "-2.4"),
    ("Lt hip -2.6, Rt hip -2.2, no #", "-2.6"),
    ("L fem neck -2.5, R fem neck -2.1, 72F", "-2.5"),
    ("DXA L1-4 -2.6 L neck -1.9 R neck -2.0", "-2.6"),
    ("total hip R -1.9 L -2.3", "-2.3"),
    ("hips -1.9 (R), -2.3 (L), 70F no fx", "-2.3"),
    ("Ward's triangle -3.3, FN -1.9, LS -1.2", "-1.9"),
    ("T-scores: neck -1.9, Wards -2.9, troch -1.4", "-1.9"),
    ("Neck -2.1, trochanter -2.8, Ward -3.5, total -1.9. 68F no #", "-2.1"),
    ("my wrist reading is -3.6, my hip -2.0", "-2.0"),
    ("Hip -2.0. Heel -3.3", "-2.0"),
    ("lowest is -3.0 at the 1/3 radius; LS -1.6, TH -1.1", "-1.6"),
    ("distal third radius T -3.0, lumbar -1.6", "-1.6"),
    ("spine -1.4, hip -1.2, forearm (non-dominant) -2.7", "-1.4"),
    ("L/S -1.4, L-hip -1.2, R-hip -1.1", "-1.4"),
    ("Left NOF -2.6, right NOF -2.3, L-spine -1.1", "-2.6"),
    ("lumbosacral -2.2, hip -1.4", "-2.2"),
    ("65F wrist fracture, T -2.3", "-2.3"),
    ("i m 65 t score - 2.6 wrist", "-2.6"),
    ("broke my forearm last year, T score -2.2", "-2.2"),
    ("67F distal radius fx T -2.2", "-2.2"),
    ("wrist # 2019, T -2.9", "-2.9"),
    ("broken wrist, -2.4, 66", "-2.4"),
    ("66, T -2.4, wrist", "-2.4"),
    ("66, T -2.4. Wrist fracture", "-2.4"),
    ("T-score -2.4 forearm fracture 2019", "-2.4"),
    ("T -2.4 wrist fracture in 2019, 66F", "-2.4"),
    ("T-score -2.4, heel broken", "-2.4"),
    ("80F Colles wrist -3.0", "-3.0"),
    # Normal.
    ("my scan was normal, -0.7, I'm 66", "-0.7"),
    ("Bone density normal (T -0.8), 59, broke an ankle", "-0.8"),
    ("DEXA: normal, -0.3", "-0.3"),
    ("bone scan came back normal at -0.9", "-0.9"),
    ("T-score normal -0.6", "-0.6"),
    ("DXA normal +0.4, 61F wrist fx", "0.4"),
    ("dexa osteopenia -1.8", "-1.8"),
    ("BMD osteoporosis -2.6, 70F", "-2.6"),
    ("scan normal minus 0.2", "-0.2"),
    ("T -2.6 (normal -1.0 or above)", "-2.6"),
    ("my score is -2.6, normal is -1 and above", "-2.6"),
    ("T -2.6, normal T-score ≥ -1.0", "-2.6"),
    ("normal above -1, mine -2.6", "-2.6"),
    # Contradictions.
    ("The report says spine T -2.9, hip T -1.4", "-2.9"),
    ("body of the report T -2.7, conclusion T -2.7", "-2.7"),
    ("Report: T -1.9 hip, conclusion: osteoporosis, lowest T -2.7 spine", "-2.7"),
    ("report says T -2.2, doctor says osteopenia", "-2.2"),
    ("T -2.1 in 2019, T -2.5 this year", "-2.5"),
    # Lost sign.
    ("Score -2.2 last year and -2.5 this year", "-2.5"),
    # Placement.
    ("64F, T -2.6 spine (L2-4). does that count?", "-2.6"),
    ("T -2.4 AP spine (L1-L3), 66F no fx", "-2.4"),
    ("T score -2.1 at spine L1-L4", "-2.1"),
    # Near neighbours.
    ("spine -3.6 (disregard, old report), spine -1.8", "-1.8"),
    ("T -2.9. It's my mum's birthday so quick question, hip -1.2, tablets?", "-2.9"),
    ("T -2.9 spine. It's a change from before. Hip -1.2", "-2.9"),
    ("The hip is my worst, T -2.9", "-2.9"),
    ("Broke my wrist, T -2.9, hip -1.4", "-2.9"),
    ("broken wrist T -2.9, hip T -1.4", "-2.9"),
    ("fractured forearm -2.9, hip T -1.4", "-2.9"),
    ("wrist # T -2.9, hip -1.4", "-2.9"),
    ("my wrist went in 2019, T -2.9, hip -1.4", "-2.9"),
    ("wrist, 2019. spine -2.9, hip -1.4", "-2.9"),
    ("# distal radius 2021, T: LS -2.9, TH -1.4", "-2.9"),
    ("wrist and ribs broken, spine -2.9, hip -1.4", "-2.9"),
    ("wrist healed badly, -2.9 spine, -1.4 hip", "-2.9"),
    ("T -2.4 in 2019, T -2.4 now", "-2.4"),
    ("T -1.9 in 2020, -2.4 now, 66", "-2.4"),
    ("T -2.9 and the wrist is in plaster, hip -1.0", "-2.9"),
    ("heel pain, T -2.9", "-2.9"),
    ("admitted to ward 7, T -2.9", "-2.9"),
    ("on the ward, T -2.9, 80F NOF #", "-2.9"),
    ("80F intertrochanteric # T -2.9", "-2.9"),
    ("80F intertroch # T -2.9, FN -2.0", "-2.9"),
    ("greater trochanter fracture, T -2.9", "-2.9"),
    ("neck pain and back pain, T -2.9", "-2.9"),
    ("T -2.9 sister broke wrist", "-2.9"),
    ("L hip fracture, T -2.9 R hip", "-2.9"),
    ("left hip replaced, right hip -1.9", "-1.9"),
    ("-2.6 L, -2.2 R hip", "-2.6"),
    ("Spine 1.2, hip -2.6 L and -2.4 R", "-2.6"),
    ("T -2.3 in 2019, sorry, -3.2", "-3.2"),
    ("T -2.9 spine, going the wrong way, hip -1.9", "-2.9"),
    ("spine -2.9, sorry for the long message, hip -1.9", "-2.9"),
    ("spine T -2.9, actually worse than the hip T -1.9", "-2.9"),
    ("Spine -2.9. Wait times are awful. Hip -1.9", "-2.9"),
    ("Spine -2.9, my GP was wrong about the tablets, hip -1.9", "-2.9"),
    ("spine -2.9, is something wrong? hip -1.9", "-2.9"),
    ("DXA 2023: spine -2.9, hip -1.4", "-2.9"),
    ("In 2018, T -2.1; in 2023, T -2.6", "-2.6"),
    ("DXA 2019, -2.1; DXA 2024, -2.6", "-2.6"),
    ("spine -2.9 in 2019, hip -1.4", "-2.9"),
    ("T -1.9 in 2019, T -2.4", "-2.4"),
    ("Hip broken in 2020, T-score -2.0", "-2.0"),
]


@pytest.mark.parametrize(("text", "value"), STORIES)
def test_of_several_numbers_the_one_that_stands_is_hers(text: str, value: str) -> None:
    own = [f for f in found(text, "t_score") if f.status == "present"]
    assert [(f.value, f.certainty) for f in own] == [(value, "clear")]
    assert heard(text).facts()["t_score"] == value


DOUBTED = [
    # Taken back.
    ("T-score -2.9, no ignore that, that's not mine", "unclear"),
    ("My T score is -3.1. Scrap that, wrong letter, I'll look for mine.", "unclear"),
    ("my score is -2.9. Oh wait that's the Z-score", "z_score"),
    # Sites.
    ("T -3.1 radius, 67F", "peripheral_site"),
    ("1/3 radius T-score -2.8, 70F, no fractures", "peripheral_site"),
    ("Ward's triangle T -3.4, 66F", "peripheral_site"),
    ("my wrist scan came back -2.9", "peripheral_site"),
    ("forearm DXA T -2.7 as she is 160 kg", "peripheral_site"),
    # Normal.
    ("DEXA normal", "category_without_number"),
    ("scan normal, 63", "category_without_number"),
    ("DEXA normal, I weigh 60 kg", "category_without_number"),
    # Contradictions.
    ("The table says T -3.1 but the summary says T -2.1, 70F", "contradiction"),
    ("One page of my report says -2.9, the next page says -1.9", "contradiction"),
    ("Report text T -1.9; images T -2.9", "contradiction"),
    ("GP letter says T-score -2.0, hospital letter says T-score -3.0", "contradiction"),
    ("My letter says -2.2 but the consultant told me -3.2", "contradiction"),
    ("Conclusion: T -1.4. Table: T -2.4.", "contradiction"),
    ("typed report T score -2.7, handwritten note T score -3.2", "contradiction"),
    # Lost sign.
    ("T score 1.9 in 2020, 2.4 now, 66", "sign_missing"),
    ("my score went from 2.1 to 2.6, I'm 65", "sign_missing"),
    ("my T-score is -2.3, I read the wrong line", "unclear"),
    ("sorry -2.3, that's the Z-score", "z_score"),
    # Near neighbours.
    ("T -2.5. Right, my T-score is -3.1.", "contradiction"),
    ("R hip T -2.5, right hip T -1.5", "contradiction"),
    ("hip T -2.5 ... hip T -1.5", "contradiction"),
    ("-2.3 sorry about that -3.2", "contradiction"),
]


@pytest.mark.parametrize(("text", "reason"), DOUBTED)
def test_what_is_taken_back_or_stands_against_itself_is_asked(text: str, reason: str) -> None:
    own = [f for f in found(text, "t_score") if f.status == "present"]
    assert [(f.certainty, f.reason) for f in own] == [("ask", reason)]
    assert "t_score" not in heard(text).facts()


HERS_IS_OPEN = [
    # Hers not mine.
    "My twin sister's score is -3.1. I've not been scanned.",
    # Implausible.
    "T -31, 70F",
    "my score says minus 27",
]


@pytest.mark.parametrize("text", HERS_IS_OPEN)
def test_another_persons_or_an_impossible_number_is_no_fact(text: str) -> None:
    assert "t_score" not in heard(text).facts()


def test_the_levels_a_scan_covers_are_no_fractures() -> None:
    for text in ("64F, T -2.6 spine (L2-4)", "66F T -2.4 AP spine (L1-L3), hip -1.2", "T -2.1 lumbar L1-L4, 70F"):
        assert found(text, "fracture_site") == []
    assert clear("T -2.6 spine, L2 fracture, 66F", "fracture_site") == ["vertebra"]
    assert clear("66F T -2.6 spine L2 wedge", "fracture_site") == ["vertebra"]


def test_a_radius_beside_a_score_of_the_hip_is_the_bone_that_broke() -> None:
    assert clear("70F distal radius T-score -1.0 fem neck", "fracture_site") == ["wrist"]
    assert found("70F distal radius T-score -1.0", "fracture_site") == []


def test_an_age_behind_a_cry_is_read() -> None:
    assert clear("Score -2.2 last year and -2.5 this year, going the wrong way! 62, menopause at 51", "age") == [62]


@given(
    tenths=st.integers(min_value=0, max_value=80),
    lead=st.sampled_from(["T {}", "T-score {}", "my t-score is {}", "72F, hip fx, T {}", "DXA {}", "T={}", "{}"]),
    minus=st.sampled_from(["-", "−", "–", "minus ", "moins ", "negative "]),
    comma=st.booleans(),
)
def test_a_signed_value_never_changes_its_sign(tenths: int, lead: str, minus: str, comma: bool) -> None:
    digits = f"{tenths // 10}.{tenths % 10}"
    text = lead.format(minus + (digits.replace(".", ",") if comma else digits))
    expected = digits if tenths == 0 else "-" + digits
    assert clear(text, "t_score") == [expected]


@given(
    tenths=st.integers(min_value=1, max_value=50),
    lead=st.sampled_from(["T-score {}", "my t score is {}", "T={}", "T-score: {}"]),
)
def test_a_lost_sign_is_always_asked(tenths: int, lead: str) -> None:
    digits = f"{tenths // 10}.{tenths % 10}"
    assert asked(lead.format(digits), "t_score") == [("sign_missing", [f"-{digits}", digits])]


def test_a_third_of_the_radius_is_no_ratio_of_the_score_before_it() -> None:
    assert clear("66F; DXA T: LS -2.2 / FN -2.6 / 1/3 radius -3.3", "t_score") == ["-2.6"]
    assert clear("DXA: LS -2.2 / FN -2.6 / TH -1.9", "t_score") == ["-2.6"]


def test_a_distal_forearm_named_behind_its_score_does_not_count() -> None:
    assert clear("58F, T -3.2 distal forearm, -2.7 LS, no fx", "t_score") == ["-2.7"]
