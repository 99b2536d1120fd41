"""The question at the end of a told case counts where it asks for the answer of the table."""

from __future__ import annotations

from typing import Any

import pytest

from nlu.arbiter import Limits, rank
from nlu.story import closing_question

LIMITS = Limits(understood=0.2, alarm=0.7)
STORY = "she fell in the garden and broke her hip last month."
TOLD = [{"entity": "age", "status": "present"}, {"entity": "fracture_site", "status": "present"}]
DRUG = [*TOLD, {"entity": "drug", "status": "present"}]


def scores(question: str, share: float) -> Any:
    """Return a classifier to which the whole sounds like falls and the question by itself like that intent."""
    return lambda text: {"ask_lifestyle_falls": 0.5} if text.startswith("she fell") else {question: share}


@pytest.mark.parametrize(
    ("findings", "question", "share", "expected"),
    [
        (TOLD, "start_check", 0.9, "start_check"),
        (TOLD, "show_options", 0.9, "show_options"),
        (TOLD, "start_check", 0.3, "ask_lifestyle_falls"),
        (TOLD, "ask_adherence", 0.9, "ask_lifestyle_falls"),
        (TOLD[:1], "start_check", 0.9, "ask_lifestyle_falls"),
        (DRUG, "start_check", 0.9, "ask_lifestyle_falls"),
    ],
)
def test_what_counts_is_the_question(
    findings: list[dict[str, Any]], question: str, share: float, expected: str
) -> None:
    ranking = rank(scores(question, share), f"{STORY} what should she take", findings, {"asks": True}, LIMITS)
    assert ranking[0]["name"] == expected


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("She fell. what should she take", "what should she take"),
        ("She fell. And now? ", "And now?"),
        ("She fell. It hurts.", None),
        ("what should she take", None),
    ],
)
def test_the_question_at_the_end(text: str, question: str | None) -> None:
    assert closing_question(text) == question


def test_a_drug_that_was_never_taken_is_told_and_not_asked_about() -> None:
    never = [{"entity": "drug", "status": "never"}]
    assert rank(lambda _: {"ask_hormone_therapy": 0.5}, "never had HRT", never, {}, LIMITS)[0]["name"] == "inform"
    asked = rank(lambda _: {"ask_hormone_therapy": 0.5}, "never had HRT, too late?", never, {"asks": True}, LIMITS)
    assert asked[0]["name"] == "ask_hormone_therapy"
