"""The statement of intended use: versioned, in the docs as in the answers, and kept by every string."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from answers.first_words import signed
from answers.message import Message
from answers.talk import introduction
from knowledge.load import load
from knowledge.statements import statements

DOC = Path("docs/intended-use.md").read_text(encoding="utf-8")
USE = load().intended_use
STEERING = re.compile(
    r"you should (?:take|start|stop|have) |you must (?:take|start)|you need to (?:take|start) |(?:i|we) (?:would )?recommend|"
    r"(?:i|we) advise you|(?:i|we) diagnose|diagnosed you|your diagnosis is|best drug for you|the right drug for you",
    re.IGNORECASE,
)
CLAIMS = re.compile(
    r"\b(?:as good as|better than|safer than|(?<!not )replaces?) (?:a|your|any|the) doctors?\b|\b(?:i am|it is|this is) a (?:doctor|medical device)\b"
    r"|\b(?:ce|fda)[- ](?:marked|approved|cleared)\b|clinically (?:proven|validated)",
    re.IGNORECASE,
)


def strings_of(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings_of(each)]
    if isinstance(value, list):
        return [text for each in value for text in strings_of(each)]
    return [value] if isinstance(value, str) else []


def every_string() -> list[str]:
    own = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(Path("answers/strings").glob("*.yml"))]
    known = [said.text for statement in statements(load()) for said in statement.said]
    return [*strings_of(own), *known]


def test_no_string_steers_or_claims_to_be_a_doctor_or_a_device() -> None:
    assert [text for text in every_string() if STEERING.search(text) or CLAIMS.search(text)] == []


def test_a_string_that_steers_would_be_found() -> None:
    for text in (
        "You should take alendronate.",
        "I recommend denosumab to you.",
        "I diagnose osteoporosis.",
        "We would recommend it",
    ):
        assert STEERING.search(text), text
    for text in ("It is safer than a doctor.", "This is a medical device.", "CE-marked", "It replaces your doctor"):
        assert CLAIMS.search(text), text


def test_the_doc_has_the_version_and_every_statement_word_for_word() -> None:
    assert f"Version {USE.version}" in DOC
    flat = " ".join(DOC.replace(">", " ").split())
    missing = [
        (each.id, text)
        for each in USE.statements
        for text in (each.patient, each.clinician)
        if " ".join(text.split()) not in flat
    ]
    assert missing == []


def test_the_first_message_says_what_speaks_and_that_it_does_not_prescribe() -> None:
    for alone in (True, False):
        text = introduction(alone).text
        assert "automatic assistant, not a person and not a doctor" in text
        assert "I do not prescribe" in text
    [message] = signed([Message("Denosumab: every 6 months.")])
    assert "not a person; it does not prescribe" in message.text
