"""What is said in the benchmark, and how it is known that it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Talk:
    """A conversation. `before` is said but not measured; each of `measured` must bring an object of type `brings`."""

    before: tuple[str, ...]
    measured: tuple[str, ...]
    brings: str


FORM = Talk(("Please check my case",), ("yes", "-2.7", "I have two crushed vertebrae", "58"), "question")
DECISION = Talk(
    ("hello",),
    (
        "I am a post-menopausal woman of 71, I broke my hip last year, my T-score is -2.4 and I never took a bisphosphonate.",
    ),
    "decision",
)
TOPIC = Talk(
    ("hello",),
    (
        "what is osteoporosis?",
        "what is MRONJ?",
        "how do I take alendronate?",
        "what if I stop denosumab?",
        "which side effects are common?",
    ),
    "topic",
)

TALK = ("what is osteoporosis?", "thank you", "what is MRONJ?", "how do I take alendronate?")
LONG = (*TALK, "my T-score is -2.7", *TALK, "my T-score is -2.9")
"""Said over and over in one long conversation with this assistant: five kinds, of which one corrects a fact each time."""

NLU = (
    *TALK,
    "hello",
    "72F, 2 VCF, T -2.8, GERD, alendronate intolerant",
    "I don't know, it was a fall from standing height, I think in 2019",
    "no",
)
CASES: tuple[dict[str, Any], ...] = (
    {"fracture": "severe_vertebral", "t_score": "-2.7", "age": 58},
    {"fracture": "none", "t_score": "-2.9"},
    {"t_score": "-1.5"},
    {},
)
