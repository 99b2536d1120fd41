"""The intent training data and the development set: clean, balanced, and apart from each other.

Reads YAML and JSON only; nothing of Rasa is imported, so the checks run in seconds.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from rapidfuzz import fuzz, process

ROOT = Path(__file__).resolve().parents[2]
TRAINING_FILES = sorted((ROOT / "data" / "nlu").glob("*.yml"))
DEV = ROOT / "tests" / "data" / "dev"

MAX_LINES = 400
NEAR_DUPLICATE = 92  # rapidfuzz ratio above which two sentences count as the same wording

LABELS: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "data" / "labels.yml").read_text(encoding="utf-8"))
TOPICS: list[str] = LABELS["topics"]
LEAST: dict[str, int] = LABELS["minimum_examples"]
MINIMUM = (
    {f"ask_{topic}": LEAST["topic"] for topic in TOPICS}
    | dict.fromkeys(LABELS["dialogue"], LEAST["dialogue"])
    | {intent: LEAST[intent] for intent in ("inform", "out_of_scope", "red_flag")}
)
DRUG_PATTERNS: dict[str, str] = LABELS["drug_patterns"]
ANY_DRUG = re.compile("|".join(DRUG_PATTERNS.values()), re.IGNORECASE)
DEV_MINIMUM: dict[str, int] = LABELS["minimum_development"]
FACT_TYPES: dict[str, type] = {
    "fracture": str,
    "fracture_sites": list,
    "vertebral_fractures": int,
    "t_score": str,
    "age": int,
    "climacteric_symptoms": bool,
    "bisphosphonate_problem": bool,
    "low_peripheral_risk": bool,
    "high_energy": bool,
}


class Example(NamedTuple):
    """One training sentence and where it stands."""

    text: str
    intent: str
    file: str


def normalise(text: str) -> str:
    """Return `text` without case, punctuation and doubled blanks; a minus before a number stays a word.

    A text of signs only ("???", an emoji) is returned as it is, so that two of them are not taken for one.
    """
    spoken_minus = re.sub(r"(?<!\w)[-−–](?=\d)", "minus ", text.lower())
    words = re.sub(r"[^\w\s]", " ", re.sub(r"['’]", "", spoken_minus))
    return re.sub(r"\s+", " ", words).strip() or text


@cache
def training() -> tuple[Example, ...]:
    """Return all training examples of all files."""
    found = []
    for path in TRAINING_FILES:
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = [line for line in block["examples"].splitlines() if line.strip()]
            assert all(line.startswith("- ") for line in lines), f"{path.name}: a line of {block['intent']} lacks '- '"
            found += [Example(line[2:].strip(), block["intent"], path.name) for line in lines]
    return tuple(found)


@cache
def dev(name: str) -> tuple[dict[str, Any], ...]:
    """Return the records of tests/data/dev/<name>.jsonl."""
    lines = (DEV / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line)


@pytest.mark.parametrize("path", TRAINING_FILES, ids=lambda path: path.name)
def test_a_training_file_is_version_3_1_and_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert yaml.safe_load(text)["version"] == "3.1"
    assert len(text.splitlines()) <= MAX_LINES


def test_every_intent_of_the_guide_is_there_and_no_other() -> None:
    assert {example.intent for example in training()} == set(MINIMUM)


def test_the_labelling_guide_names_every_intent() -> None:
    guide = (ROOT / "docs" / "labelling-guide.md").read_text(encoding="utf-8")
    assert [intent for intent in MINIMUM if not re.search(rf"\b{intent}\b", guide)] == []


@pytest.mark.parametrize("intent", MINIMUM)
def test_an_intent_has_enough_examples(intent: str) -> None:
    assert Counter(example.intent for example in training())[intent] >= MINIMUM[intent]


def test_no_sentence_stands_twice_nor_under_two_intents() -> None:
    first: dict[str, Example] = {}
    repeated = []
    for example in training():
        known = first.setdefault(normalise(example.text), example)
        if known is not example:
            repeated.append((known, example))
    assert repeated == []


def test_no_two_intents_share_nearly_the_same_sentence() -> None:
    examples = training()
    texts = [normalise(example.text) for example in examples]
    clashes = []
    for index, text in enumerate(texts):
        for _, _, at in process.extract(text, texts[index + 1 :], scorer=fuzz.ratio, score_cutoff=NEAR_DUPLICATE + 1):
            other = examples[index + 1 + at]
            if other.intent != examples[index].intent:
                clashes.append((examples[index], other))
    assert clashes == []


def test_examples_carry_no_entity_marks_and_no_payloads() -> None:
    assert [e for e in training() if re.search(r"\]\s*[({]", e.text) or e.text.startswith("/")] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_asked_with_several_drugs_and_without_any(topic: str) -> None:
    texts = [example.text for example in training() if example.intent == f"ask_{topic}"]
    drugs = {d for d, pattern in DRUG_PATTERNS.items() if any(re.search(pattern, t, re.IGNORECASE) for t in texts)}
    without = [text for text in texts if not ANY_DRUG.search(text)]
    assert len(drugs) >= 4, f"{topic} names only {sorted(drugs)}"
    assert len(without) >= 10


@pytest.mark.parametrize("name", DEV_MINIMUM)
def test_a_development_file_is_large_enough_with_unique_ids_and_texts(name: str) -> None:
    records = dev(name)
    assert len(records) >= DEV_MINIMUM[name]
    assert len({record["id"] for record in records}) == len(records)
    assert len({record["text"] for record in records}) == len(records)


@pytest.mark.parametrize("name", DEV_MINIMUM)
def test_no_development_sentence_is_in_the_training_data(name: str) -> None:
    known = [normalise(example.text) for example in training()]
    leaks = []
    for record in dev(name):
        hit = process.extractOne(
            normalise(record["text"]), known, scorer=fuzz.ratio, score_cutoff=NEAR_DUPLICATE + 0.001
        )
        if hit:
            leaks.append((record["id"], record["text"], hit[0]))
    assert leaks == []


def test_gold_facts_have_the_names_and_types_of_the_contract() -> None:
    for record in (*dev("facts"), *dev("vignettes")):
        for name, value in record["facts"].items():
            assert type(value) is FACT_TYPES[name], record["id"]
        assert record["facts"].get("fracture", "none") in LABELS["fracture_classes"], record["id"]
        assert record["scope"] is None or record["scope"] in LABELS["scopes"], record["id"]
    for record in dev("facts"):
        asked = record["ask"] + record.get("may_ask", []) + record.get("unknown", [])
        assert set(asked) <= {*FACT_TYPES, "scope"}, record["id"]


def test_a_gold_t_score_keeps_its_sign_and_lies_in_range() -> None:
    for record in (*dev("facts"), *dev("vignettes")):
        score = record["facts"].get("t_score", "-2.5")
        assert re.fullmatch(r"-?\d\.?\d{0,2}", score), record["id"]
        assert -8 <= float(score) <= 5, record["id"]


def test_a_fact_is_never_both_stated_and_asked_back() -> None:
    for record in dev("facts"):
        assert not set(record["facts"]) & set(record["ask"]), record["id"]


def test_question_topics_are_known_and_all_covered() -> None:
    allowed = {*TOPICS, "out_of_scope", "other", "red_flag"}
    counts = Counter(record["topic"] for record in dev("questions"))
    assert set(counts) == allowed
    assert min(counts[topic] for topic in TOPICS) >= 8
    assert all(set(record["also"]) <= allowed - {record["topic"]} for record in dev("questions"))


def test_red_flags_cover_every_flag_and_the_ordinary() -> None:
    counts = Counter(record["flag"] for record in dev("red_flags"))
    assert set(counts) == {*LABELS["flags"], None}
    assert min(counts[flag] for flag in LABELS["flags"]) >= 5
    assert sum(counts[flag] for flag in LABELS["flags"]) >= 120
    assert counts[None] >= 150


def test_vignettes_give_options_only_where_the_table_treats() -> None:
    for record in dev("vignettes"):
        assert record["action"] in LABELS["actions"], record["id"]
        options = record["options"]
        if record["action"] == "out_of_scope":
            assert options is None, record["id"]
        elif record["action"] == "treat":
            assert options is None or (
                set(options) <= set(LABELS["options"]) and set(options.values()) <= set(LABELS["statuses"])
            ), record["id"]
            assert options is None or options["oral_bisphosphonate"] == "listed", record["id"]
        else:
            assert options == {}, record["id"]
        if record["action"] == "undetermined":
            assert record["ask"], record["id"]
