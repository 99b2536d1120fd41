"""Behavioural tests (Ribeiro et al. 2020, CheckList): what must not change a decision, and in which direction it moves."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest
from clinical_helpers import asked, heard

from guideline import Case, CaseError, decide

DEV = Path(__file__).parents[2] / "data" / "dev"
# The share of messages whose decision may change with the way they are written.
MOST_CHANGED = 0.01


@lru_cache(maxsize=1)
def messages() -> list[str]:
    files = (DEV / "facts.jsonl", DEV / "vignettes.jsonl")
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


@lru_cache(maxsize=4096)
def decided(text: str) -> tuple[object, ...]:
    """Return what the table says of the facts of a message."""
    try:
        decision = decide(Case.from_facts(dict(heard(text).facts())))
    except CaseError as error:
        return (error.fact,)
    options = tuple((option["drug"], option["status"]) for option in decision["options"])
    return decision["action"], decision["row"], tuple(decision["possible_actions"]), options


def changed(write: Callable[[str], str]) -> list[str]:
    return [text for text in messages() if decided(write(text)) != decided(text)]


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def with_other_signs(text: str) -> str:
    """Write minus, apostrophe, quotes and spaces as phones and word processors do."""
    return text.replace("-", "\u2212").replace("'", "\u2019").replace(" ", "\u00a0")


def with_a_typo(text: str) -> str:
    """Change round two letters inside one longer word, always the same ones for a message."""
    chance = random.Random(text)
    words = text.split(" ")
    long = [index for index, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if not long:
        return text
    index = chance.choice(long)
    word = words[index]
    at = chance.randrange(1, len(word) - 2)
    words[index] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


WRITTEN: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "lower case": str.lower,
    "title case": str.title,
    "without accents": without_accents,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "full width": lambda text: unicodedata.normalize("NFKC", text),
    "other signs": with_other_signs,
    "no final point": lambda text: text.rstrip(" .!"),
    "shouted": lambda text: text.rstrip(" .") + "!!!",
    "trailing off": lambda text: text.rstrip(" .") + "...",
    "doubled spaces": lambda text: text.replace(" ", "  "),
    "a space before each comma": lambda text: text.replace(", ", " , "),
    "greeting and thanks": lambda text: f"Hello, {text}\nThanks",
    "quoted": lambda text: f"\u201c{text}\u201d",
    "no apostrophes": lambda text: text.replace("'t ", "t ").replace("'m ", "m ").replace("'ve ", "ve "),
}


@pytest.mark.parametrize("way", list(WRITTEN))
def test_the_way_of_writing_hardly_ever_changes_the_decision(way: str) -> None:
    different = changed(WRITTEN[way])
    assert len(different) <= MOST_CHANGED * len(messages()), different


def test_a_typo_hardly_ever_changes_the_decision() -> None:
    different = changed(with_a_typo)
    assert len(different) <= MOST_CHANGED * len(messages()), different


CASES = [
    "72F, hip fracture, T {}",
    "I'm 66, I broke my wrist tripping on the rug and my T-score is {}",
    "59F, no fracture, T-score {}, no hot flushes",
    "femme 68 ans, tassement L1, T {}",
    "my mum is 81, broken pelvis after a simple fall, T score {}",
]
# From the lowest to the highest, across the limits of the table.
SCORES = ["-4.0", "-3.0", "-2.9", "-2.5", "-2.4", "-2.0", "-1.9", "-1.0", "-0.9", "0.0"]
STRENGTH = {"no_treatment": 0, "refer": 1, "treat": 2}


@pytest.mark.parametrize("case", CASES)
def test_a_lower_t_score_never_weakens_the_decision(case: str) -> None:
    read = [heard(case.format(score)).facts() for score in SCORES]
    assert [Decimal(str(facts["t_score"])) for facts in read] == [Decimal(score) for score in SCORES]
    strengths = [STRENGTH[str(decide(Case.from_facts(facts))["action"])] for facts in read]
    assert strengths == sorted(strengths, reverse=True)


NEGATED = [
    ("I have broken my hip", "I have not broken my hip", "fracture_sites"),
    ("wrist fracture", "no wrist fracture", "fracture_sites"),
    ("two vertebral fractures", "no vertebral fractures", "fracture_sites"),
    ("I take steroids every day", "I don't take steroids", "scope"),
    ("I am on dialysis", "I am not on dialysis", "scope"),
    ("she has bone metastases", "she has no bone metastases", "scope"),
    ("I am pregnant", "I am not pregnant", "scope"),
    ("secondary osteoporosis", "no secondary osteoporosis", "scope"),
]


@pytest.mark.parametrize(("told", "denied", "fact"), NEGATED)
def test_a_negation_takes_the_fact_away(told: str, denied: str, fact: str) -> None:
    assert heard(told).facts().get(fact)
    assert not heard(denied).facts().get(fact)


@pytest.mark.parametrize(
    ("told", "denied", "fact"),
    [
        ("I have hot flushes", "I have no hot flushes", "climacteric_symptoms"),
        ("I can't tolerate alendronate", "I tolerate alendronate well", "bisphosphonate_problem"),
        ("alendronate failed", "never had alendronate", "bisphosphonate_problem"),
    ],
)
def test_a_negation_turns_the_answer_round(told: str, denied: str, fact: str) -> None:
    assert heard(told).facts()[fact] is True
    assert heard(denied).facts()[fact] is False


@pytest.mark.parametrize(
    "text", ["I don't know if I broke anything", "not sure whether I have hot flushes", "I can't remember my T-score"]
)
def test_not_knowing_is_never_a_no(text: str) -> None:
    assert not heard(text).facts()


def test_a_sign_left_out_is_asked() -> None:
    assert [reason for reason, _ in asked("72F, hip fracture, T 2.7", "t_score")] == ["sign_missing"]
