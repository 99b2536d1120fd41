"""Whose story it is when somebody else speaks or is cared for, what only nearly happened, and how far a "no" reaches in a list."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import asked, clear, found, heard

SOMEBODY_ELSES = [
    "my mate at bingo broke her hip",
    "I know someone who fell and broke her hip",
    "mum says she broke her hip",
    "my neighbour told me she broke her wrist",
    "my friend says that she had a spine fracture",
    "my neighbour says fosamax burned her",
]


@pytest.mark.parametrize("text", SOMEBODY_ELSES)
def test_what_somebody_says_of_herself_is_not_the_writers(text: str) -> None:
    assert heard(text).facts() == {}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("my doctor says I broke my hip", {"fracture_sites": ["hip"]}),
        ("my daughter says she thinks I broke my wrist", {"fracture_sites": ["wrist"]}),
        ("my husband says that fosamax upset my stomach", {"bisphosphonate_problem": True}),
    ],
)
def test_what_somebody_says_of_the_writer_is_hers(text: str, facts: dict[str, object]) -> None:
    assert facts.items() <= heard(text).facts().items()


TWO_PEOPLE = [
    (
        "my twin and i are both 66, her T is -3.4 mine is -1.8. she broke a hip i didn't",
        {"age": 66, "t_score": "-1.8"},
    ),
    (
        "Im 57 with -1.4 no breaks, and im caring for mum, 81, broke hip, T -2.8",
        {"age": 57, "t_score": "-1.4", "fracture": "none"},
    ),
    ("My mother, she is 84, kidney at 25 percent, spine fracture. And me 60, T -2.2", {"age": 60, "t_score": "-2.2"}),
    ("Grandma 90 hip broken, am I at risk? 61, T -1.4", {"age": 61, "t_score": "-1.4"}),
    ("I'm on dialysis no wait that's my brother. 67 T-2.9", {"age": 67, "t_score": "-2.9"}),
]


@pytest.mark.parametrize(("text", "facts"), TWO_PEOPLE)
def test_each_keeps_her_own_facts(text: str, facts: dict[str, object]) -> None:
    assert heard(text).facts() == facts


def test_an_illness_that_was_a_sisters_is_not_the_writers() -> None:
    assert not clear("I had breast cancer NOT, that was my sister. 66", "caution", "past")


@pytest.mark.parametrize(
    "text",
    [
        "nearly broke my wrist last week, just a sprain",
        "i almost broke my hip last year, only bruised",
        "i dreamt i broke my spine lol",
        "I had all but broken my ankle",
    ],
)
def test_what_nearly_happened_did_not(text: str) -> None:
    assert not found(text, "fracture_site")


def test_nearly_an_age_is_no_near_miss() -> None:
    assert clear("I'm nearly 70 and broke my hip", "fracture_site") == ["hip"]


LISTS = [
    "70, T-2.2, wrist, no steroids cancer or dialysis",
    "70, T-2.2, no cancer clots stroke or kidney trouble, no breaks",
    "no clots strokes or heart trouble",
    "no history of cancer stroke or clots",
]


@pytest.mark.parametrize("text", LISTS)
def test_a_no_reaches_to_the_end_of_a_list_without_commas(text: str) -> None:
    assert not [f for f in found(text, "caution") if f.status != "absent"]
    assert not clear(text, "scope")


@pytest.mark.parametrize(
    "text", ["no steroids, but cancer and dialysis", "no steroids. cancer or dialysis", "no fx T -3.0, clots"]
)
def test_and_no_further(text: str) -> None:
    assert [f for f in found(text, "caution") if f.status == "present"] or clear(text, "scope")


@pytest.mark.parametrize(
    "text",
    ["mri says vertebral deformity, not sure if fracture. T-2.4", "report: mild anterior wedging T11. 69, T -2.2"],
)
def test_a_mere_shape_is_asked(text: str) -> None:
    assert ("uncertain", ["vertebra"]) in asked(text, "fracture_site")


DECIMALS = [
    ("T score minus two comma nine. 70, no fracture", "-2.9"),
    ("T-score: - 2 , 7", "-2.7"),
    ("T -2 comma 5", "-2.5"),
]


@pytest.mark.parametrize(("text", "score"), DECIMALS)
def test_a_spoken_comma_and_one_apart_are_decimal(text: str, score: str) -> None:
    assert clear(text, "t_score") == [score]


@pytest.mark.parametrize(
    "text",
    ["my periods stopped 3 months ago, 50, -2.6", "periods ended a few weeks ago", "periods stopped two months ago"],
)
def test_periods_that_stopped_of_late_are_asked(text: str) -> None:
    assert "scope" not in heard(text).facts()


def test_periods_that_stopped_years_ago_are_over() -> None:
    assert heard("my periods stopped 3 years ago").facts()["scope"] == "in_scope"
    assert heard("my periods stopped 14 months ago").facts()["scope"] == "in_scope"


def test_no_longer_flushes_is_past() -> None:
    assert heard("59. No longer flushes. T -3.1").facts()["climacteric_symptoms"] is False


@pytest.mark.parametrize("text", ["kidneys are at stage 4", "my kidneys are stage 5", "kidney function at stage four"])
def test_kidneys_at_a_stage(text: str) -> None:
    assert clear(text, "scope") == ["severe_kidney_disease"]


@pytest.mark.parametrize(
    "text",
    [
        "I fell off my bike aged 9 and broke collarbone but since then nothing",
        "# none bar a toe age 20",
        "broke my arm aged 12",
    ],
)
def test_a_young_age_beside_a_bone_is_that_of_the_break(text: str) -> None:
    assert not found(text, "age") and not clear(text, "scope")


@pytest.mark.parametrize(("text", "age"), [("me -2.2 60 nothing broken", 60), ("-2.3 70", 70), ("T -2.3, 70", 70)])
def test_an_age_behind_the_score(text: str, age: int) -> None:
    assert heard(text).facts()["age"] == age


@pytest.mark.parametrize("text", ["-2.3 70 alendronate", "-2.3 70 mg", "T -2.3 70% done"])
def test_another_number_behind_the_score_is_none(text: str) -> None:
    assert not found(text, "age")


def test_words_in_brackets_tell_of_the_bone_before_them() -> None:
    text = "69F #s: wrist(1998, ice), ribs x2 (2015), L1 (2023, osteoporotic), T12 # 2024. T -1.9"
    assert clear(text, "fracture_site") == ["rib", "vertebra"]
    assert asked(text, "fracture_site") == [("high_energy", ["wrist"])]


@pytest.mark.parametrize(
    "text",
    [
        "I fell in garden and did my wrist",
        "I did my hip in last year",
        "a car broke my shin in 1991 and I've done my wrist",
    ],
)
def test_a_bone_that_somebody_did_is_asked(text: str) -> None:
    assert "no_fracture_word" in [reason for reason, _ in asked(text, "fracture_site")]


def test_dyspeptic_on_a_tablet_is_intolerance() -> None:
    assert clear("dyspeptic on alendronate", "bisphosphonate_problem") == [True]


@pytest.mark.parametrize(("text", "age"), [("Postmeno 59, T -2.4", 59), ("55 surgical menopause at 42, T -2.7", 55)])
def test_the_age_beside_the_menopause_is_that_of_today(text: str, age: int) -> None:
    assert heard(text).facts()["age"] == age


def test_a_doubt_on_the_score_is_none_on_the_bones() -> None:
    text = "im 71 dont know t score had wrist and ankle fractured last 2 yrs both falls in the house"
    assert clear(text, "fracture_site") == ["wrist", "ankle"]


def test_ribs_counted_behind_the_break() -> None:
    assert clear("I broke my ribs coughing, three of them", "fracture_site") == ["three_ribs"]
    assert clear("I broke my ribs coughing, two of them", "fracture_site") == ["rib"]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("my last scan was -2.4 and the one before -2.1, 65", "-2.4"),
        ("T -2.8, the scan before -2.3", "-2.8"),
        ("-2.3 before, -2.8 now", "-2.8"),
    ],
)
def test_the_scan_before_is_an_earlier_one(text: str, score: str) -> None:
    assert clear(text, "t_score") == [score]


def test_never_behind_the_drug_and_never_broken_at_the_end() -> None:
    assert heard("hip # 3/52 ago, 79F, bisphos never").facts()["bisphosphonate_problem"] is False
    assert heard("T-score -2.6, 61, never broken").facts()["fracture"] == "none"
    assert "fracture" not in heard("my hip, never broken").facts()


def test_an_age_before_post_menopausal() -> None:
    assert heard("osteopenia -2.2 no fractures 59 post-menopausal").facts()["age"] == 59


def test_who_broke_it_together_with_a_sister_broke_it() -> None:
    assert clear("me and my sister both broke our wrists. I'm 61, T -2.3", "fracture_site") == ["wrist"]


def test_an_age_before_the_score() -> None:
    assert heard("took vitamin D for a month in 2015, 70 -2.1").facts()["age"] == 70


@pytest.mark.parametrize(
    "text",
    [
        "no other illness, past menopause, 70, broke my hip",
        "no other medicines, broke my hip last year",
        "no new pain, broke my hip",
    ],
)
def test_no_other_illness_limits_no_fracture(text: str) -> None:
    assert clear(text, "fracture_site") == ["hip"]


@pytest.mark.parametrize("text", ["no other fractures or hip breaks", "no new falls, fractures or pain"])
def test_a_limited_denial_of_fractures_stays_limited(text: str) -> None:
    assert not clear(text, "fracture_site")


def test_the_crash_of_one_bone_is_not_that_of_the_other() -> None:
    text = "ankle and wrist, but the wrist was a car crash"
    assert not found(text, "high_energy")
    assert [(f.value, f.candidates) for f in found(text, "site_force")] == [("high", ("wrist",))]
    assert clear("I broke my ankle and wrist in a car crash", "high_energy") == [True]


def test_the_number_of_all_fractures_is_not_that_of_one_bone() -> None:
    text = "I've had 3 fractures: wrist 2015, ribs 2018, vertebra 2021. T -2.9. 74"
    assert clear(text, "fracture_site") == ["wrist", "vertebra"]
    assert clear(text, "vertebral_fractures") != [3]
    assert clear("two fractures, spine and wrist", "vertebral_fractures") != [2]
    assert clear("3 fractures of the spine", "vertebral_fractures") == [3]


@pytest.mark.parametrize(
    "text",
    [
        "femur neck T-score -2.5, L1-L4 -3.1, no fracture, menopause 15 years back",
        "osteoporosis minus 3.4 spine and i had a fracture of the vertebra 2 years ago",
    ],
)
def test_the_years_of_something_else_make_no_score_old(text: str) -> None:
    assert "earlier" not in [f.reason for f in found(text, "t_score")]


@pytest.mark.parametrize(
    "text",
    [
        "I broke my wrist skiing and my hip in the bathroom",
        "I broke my wrist in a car crash. I broke my hip in the bathroom.",
        "I broke my hip in a car crash, my wrist slipping in the kitchen",
    ],
)
def test_the_force_of_a_bone_behind_the_accident_of_another_is_asked(text: str) -> None:
    assert not found(text, "high_energy")
    assert [reason for reason, _ in asked(text, "fracture_site")] == ["high_energy", "high_energy"]


def test_one_accident_of_two_bones_is_that_of_both() -> None:
    assert clear("in a car crash I broke my hip and my wrist", "high_energy") == [True]
    assert not asked("I broke my hip and wrist in a car crash", "fracture_site")


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("67F no fx T -3.1 (previously -2.6)", "-3.1"),
        ("67F no fx T -2.5 (2019: -3.1)", "-2.5"),
        ("DEXA 2024 T -2.4 vs 2020 -3.0", "-2.4"),
        ("DXA 2016: -1.9. DXA 2020: -2.3. DXA 2024: -2.8. I'm 59", "-2.8"),
    ],
)
def test_the_score_in_brackets_or_of_an_earlier_year_is_not_hers_now(text: str, score: str) -> None:
    assert [(f.value, f.reason) for f in found(text, "t_score")] == [(score, "")]


def test_an_accident_of_the_son_is_not_hers() -> None:
    assert not found("72F hip fx T -2.7, husband in a car accident last year", "high_energy")


@pytest.mark.parametrize("text", ["72F hip fx? T -2.4", "L1 fracture? T -2.4"])
def test_a_question_mark_before_the_score_is_a_doubt(text: str) -> None:
    assert not clear(text, "fracture_site")


def test_a_drug_listed_behind_a_fracture_has_not_failed() -> None:
    assert heard("67F T -2.9 wrist fx, on alendronate no problems").facts()["bisphosphonate_problem"] is False
    assert "bisphosphonate_problem" not in heard("67F T -2.9 wrist fx, on alendronate").facts()
    assert heard("71F VCF L2 on alendronate >2y, T -2.6").facts()["bisphosphonate_problem"] is True


@pytest.mark.parametrize("text", ["72F vertebral fx x3 T -1.6", "vertebral fractures x3 T -1.6"])
def test_a_count_before_the_score_is_no_score(text: str) -> None:
    assert clear(text, "t_score") == ["-1.6"] and clear(text, "vertebral_fractures") == [3]


def test_what_nearly_was_a_heart_attack_was_none() -> None:
    assert not found("I nearly had a heart attack when I saw the bill", "caution")


def test_a_doubt_on_the_menopause_is_asked() -> None:
    assert "scope" not in heard("I'm 51, not sure if I am past the menopause").facts()


def test_a_drug_she_has_had_for_years_she_still_has() -> None:
    assert clear("I've had denosumab for 3 years", "drug") == ["denosumab"]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("sorry, it was not the hip, it was the wrist", ["wrist"]),
        ("not a wrist fracture, hip", ["hip"]),
        ("not the hip but the wrist", ["wrist"]),
    ],
)
def test_one_bone_instead_of_another(text: str, sites: list[str]) -> None:
    assert clear(text, "fracture_site") == sites


def test_flushes_that_stopped_are_past() -> None:
    assert heard("I'm wrong about the flushes, they stopped last year").facts()["climacteric_symptoms"] is False


def test_an_age_beside_another_supposition_is_supposed() -> None:
    assert clear("what if I was 55 and had hot flushes?", "age", "hypothetical") == [55]


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("no it was a simple fall", False),
        ("no that was a simple fall", False),
        ("no it was a car crash", True),
        ("no car crash", False),
        ("it was no car crash", False),
    ],
)
def test_a_no_that_answers_denies_no_force(text: str, high: bool) -> None:
    assert clear(text, "high_energy") == [high]
