"""What the dialogue offers by name is read as exactly that, and short answers say no more than they say."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, flags, found, heard

from answers.strings import theme

OFFERED = [(site, name) for site, name in theme("facts")["sites"]["patient"].items() if site != "other"]


@pytest.mark.parametrize(("site", "name"), OFFERED)
def test_a_site_offered_by_name_is_read_as_that_site(site: str, name: str) -> None:
    sentence = theme("clarify")["site_payload"].format(site=name)
    assert [(f.value, f.certainty, f.status) for f in found(sentence, "fracture_site")] == [(site, "clear", "present")]


@pytest.mark.parametrize("scope", list(theme("clarify")["scopes"]))
def test_a_reason_offered_for_being_outside_the_table_is_read(scope: str) -> None:
    sentence = theme("clarify")["scopes"][scope].split("|")[1].strip()
    read = set(clear(sentence, "scope")) | {"man" for sex in clear(sentence, "sex") if sex == "male"}
    assert scope in read


@pytest.mark.parametrize(
    "text", ["I broke my spine", "I broke my back and my spine", "a broken spine", "spinal fracture", "fx spine"]
)
def test_a_broken_spine_gives_no_number_of_vertebrae(text: str) -> None:
    assert clear(text, "fracture_site") == ["vertebra"]
    assert not found(text, "vertebral_fractures")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I broke a bone in my spine", 1),
        ("one vertebral fracture", 1),
        ("I have a fracture in my spine", 1),
        ("two broken vertebrae", 2),
    ],
)
def test_a_bone_of_the_spine_is_counted(text: str, count: int) -> None:
    assert clear(text, "vertebral_fractures") == [count]


@pytest.mark.parametrize(
    ("text", "count"), [("two vertebrae", 2), ("3 vertebrae", 3), ("it's two vertebrae", 2), ("deux vertèbres", 2)]
)
def test_a_number_of_vertebrae_without_a_word_for_breaking_is_asked(text: str, count: int) -> None:
    assert asked(text, "vertebral_fractures") == [("no_fracture_word", [count])]
    assert not clear(text, "fracture_site")


@pytest.mark.parametrize("text", ["broke another bone", "I broke another bone", "another broken bone"])
def test_another_bone_needs_its_name(text: str) -> None:
    assert [f.value for f in found(text, "fracture")] == ["unspecified"]
    assert asked(text, "fracture") == [("site_missing", [])]


@pytest.mark.parametrize(
    "text",
    [
        "my wrist not my hip",
        "my wrist, not my hip",
        "sorry, wrist not hip",
        "I meant wrist, not hip",
        "the wrist and not the hip",
        "I broke my wrist not my hip",
        "it's my wrist not my hip that broke",
    ],
)
def test_the_part_put_aside_is_not_broken(text: str) -> None:
    assert clear(text, "fracture_site") == ["wrist"]
    assert clear(text, "fracture_site", "absent") == ["hip"]


@pytest.mark.parametrize("text", ["my hip hurts not my wrist", "my hip not my back is what hurts"])
def test_a_pain_put_aside_tells_of_no_fracture(text: str) -> None:
    assert not found(text, "fracture_site")


@pytest.mark.parametrize(
    "text", ["my daughter is 12 and broke her wrist", "my granddaughter is 15 and has osteoporosis"]
)
def test_a_child_is_outside_the_table(text: str) -> None:
    assert clear(text, "scope") == ["minor"]


@pytest.mark.parametrize(
    "text",
    [
        "I have a daughter who is 12 and I broke my wrist",
        "my son is 7. I'm 63 and broke my wrist",
        "I broke my hip and my son is 16",
        "my daughter is 9 months pregnant",
        "my daughter is 42 and drives me",
    ],
)
def test_a_child_of_the_writer_puts_nobody_outside_the_table(text: str) -> None:
    assert "minor" not in clear(text, "scope")


@pytest.mark.parametrize(
    ("text", "age"),
    [("I have a sister who is 80 and I broke my wrist", []), ("my sister, who's 80, lives here. I'm 66", [66])],
)
def test_the_age_of_somebody_told_aside_is_not_hers(text: str, age: list[int]) -> None:
    assert clear(text, "age") == age


@pytest.mark.parametrize(
    "text", ["secondary osteoporosis excluded", "no secondary osteoporosis", "what is secondary osteoporosis"]
)
def test_secondary_osteoporosis_asked_or_excluded_changes_no_scope(text: str) -> None:
    assert not clear(text, "scope")


@pytest.mark.parametrize(
    "text",
    [
        "I had a clot ten years ago",
        "my mother had jaw necrosis",
        "my dentist said my mother got ONJ from Fosamax",
        "a DVT twenty years ago",
        "my sister had a pulmonary embolism",
    ],
)
def test_a_past_story_raises_no_flag(text: str) -> None:
    assert not flags(text)


def test_a_report_about_a_relative_tells_nothing_of_the_writer() -> None:
    assert "bisphosphonate_problem" not in heard("my dentist said my mother got ONJ from Fosamax").facts()


def test_bisphosphonate_naive_is_never_tried() -> None:
    assert clear("68F, NOF #, T -2.1, BP naive", "bisphosphonate_problem", "never") == [False]


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("72F severe non-vertebral fracture, T -2.1", "severe_nonvertebral"),
        ("66F, non-severe fx, T -2.2", "non_severe"),
    ],
)
def test_a_class_of_the_table_in_its_own_words_is_read(text: str, class_: str) -> None:
    assert heard(text).facts()["fracture"] == class_


@pytest.mark.parametrize(
    "text", ["no severe fracture, T -2.6", "no non-vertebral fractures", "no peripheral fracture", "no other fractures"]
)
def test_a_denial_of_some_fractures_leaves_the_others_open(text: str) -> None:
    assert "fracture" not in heard(text).facts()
    assert asked(text, "fracture") == [("limited", [])]


@pytest.mark.parametrize(
    "text",
    [
        "FRAX MOF 18, hip 5.2, T FN -2.1",
        "10 yr risk of major osteoporotic fracture 22%",
        "MOF 21%",
        "FRAX 18% MOF",
        "FRAX: 23% (MOF), 8% hip",
        "10y MOF 15 %",
    ],
)
def test_a_risk_is_no_fracture(text: str) -> None:
    assert not found(text, "fracture")
    assert not found(text, "fracture_site")
    assert not found(text, "high_energy")


def test_a_year_behind_it_is_no_risk() -> None:
    assert asked("hx MOF 2019", "fracture") == [("site_missing", [])]


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("I broke my tibia", ["tibial_shaft", "proximal_tibia", "ankle"]),
        ("I broke my thigh bone, can't recall which end", ["femoral_shaft", "hip", "distal_femur"]),
    ],
)
def test_a_bone_of_several_parts_is_asked(text: str, candidates: list[str]) -> None:
    assert asked(text, "fracture_site") == [("site_unclear", candidates)]


MINUS_BEHIND = [
    ("2.4. With minus.", "-2.4"),
    ("three point wan. 3.1. minus.", "-3.1"),
    ("2.4, minus", "-2.4"),
    ("2.4", "2.4"),
]


@pytest.mark.parametrize(("text", "number"), MINUS_BEHIND)
def test_a_minus_behind_the_number_is_its_sign(text: str, number: str) -> None:
    assert [each.value for each in heard(text).of("number")] == [number]


@pytest.mark.parametrize("text", ["3.1. 2.4. minus", "2.4 minus 2.1 spine"])
def test_a_minus_between_two_numbers_gives_the_first_no_sign(text: str) -> None:
    assert not heard(text).of("number")


READ_OUT = ['He says it says "proximal humerus" on the letter', "The top of the arm bone at the shoulder"]


@pytest.mark.parametrize("text", READ_OUT)
def test_a_part_read_out_may_answer_the_question_for_it(text: str) -> None:
    assert [each.candidates for each in heard(text).of("fracture_site")] == [("proximal_humerus",)]


@pytest.mark.parametrize("text", ["it says hip", "the letter says spine -2.1"])
def test_what_may_be_the_site_of_the_scan_is_not_read_out_as_broken(text: str) -> None:
    assert not heard(text).of("fracture_site")


RATES = [
    "How many per 10,000 get that jaw rot, how many get the thigh fracture?",
    "How often is a broken thigh seen?",
]


@pytest.mark.parametrize("text", RATES)
def test_a_question_for_a_frequency_tells_of_no_bone(text: str) -> None:
    assert not heard(text).of("fracture_site")


def test_a_frequency_of_her_own_bones_is_still_read() -> None:
    assert heard("How often is it seen? I broke my wrist").facts()["fracture_sites"] == ["wrist"]


@pytest.mark.parametrize("text", ["No steroids. T unknown", "80F, # pubic ramus, T not done", "T: pending"])
def test_a_score_named_by_its_letter_may_be_unknown(text: str) -> None:
    assert [each.status for each in heard(text).of("t_score")] == ["unknown"]
