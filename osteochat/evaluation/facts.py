"""Facts read from case statements: right, missed, asked back, wrong, invented, and signs lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from osteochat.evaluation.asking import Outcome

FRACTURE_CLASSES = {"nonsevere": "non_severe", "unknown": None}
GOLD_NAMES = {
    "t_score": "t_score",
    "age": "age",
    "fracture": "fracture_class",
    "vertebral_fractures": "n_vertebral_fractures",
    "climacteric_symptoms": "climacteric_symptoms",
    "bisphosphonate_problem": "bp_intolerance_or_failure",
}
"""Facts of a case, and their names in the labelled vignettes."""
NUMBERS = ("t_score", "age", "vertebral_fractures")
"""Compared as numbers, since labels and notes may be text: "-2.50" is -2.5."""
ACTIONS = {"treatment": "treat", "need_more_info": "undetermined"}


@dataclass
class FactScore:
    """How often a fact was right, missed, asked back, wrong or invented; `texts` counts all texts."""

    counts: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Right among all that was noted."""
        noted = self.counts["right"] + self.counts["wrong"] + self.counts["invented"]
        return self.counts["right"] / noted if noted else 1.0

    @property
    def recall(self) -> float:
        """Right among all that was stated."""
        stated = self.counts["right"] + self.counts["wrong"] + self.counts["missed"] + self.counts["asked"]
        return self.counts["right"] / stated if stated else 1.0


def gold_facts(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the labelled facts of a row under our names; both formats of rows are read."""
    if "facts" in row:
        return {name: row["facts"].get(name) for name in GOLD_NAMES}
    gold = {name: row["gold"].get(label) for name, label in GOLD_NAMES.items()}
    gold["fracture"] = FRACTURE_CLASSES.get(gold["fracture"], gold["fracture"])
    return gold


def judge_fact(name: str, gold: Any, found: Any, outcome: Outcome) -> str:
    """Return how a fact was read: right, wrong, sign, missed, asked, invented or silent."""
    if gold is None:
        return "silent" if found is None or (name == "vertebral_fractures" and found in (0, 1)) else "invented"
    if found is None:
        asked = {"fracture", "high_energy"} if name == "fracture" else {name}
        return "asked" if outcome.asked_back & asked else "missed"
    if name in NUMBERS:
        if abs(float(gold) - float(found)) < 0.005:
            return "right"
        return "sign" if abs(float(gold) + float(found)) < 0.005 else "wrong"
    return "right" if gold == found else "wrong"


def score_facts(rows: Iterable[tuple[Mapping[str, Any], Outcome]]) -> tuple[dict[str, FactScore], list[str]]:
    """Return the score of each fact, and a line for each one that is not right."""
    scores = {name: FactScore() for name in GOLD_NAMES}
    remarks = []
    for row, outcome in rows:
        for name, gold in gold_facts(row).items():
            found = outcome.facts.get(name)
            verdict = judge_fact(name, gold, found, outcome)
            scores[name].counts[verdict] += 1
            scores[name].counts["wrong"] += verdict == "sign"
            if verdict in ("wrong", "sign", "invented", "missed", "asked"):
                remarks.append(f"{row['id']}: {name} {verdict}: labelled {gold!r}, noted {found!r}")
    return scores, remarks


def accepted_actions(row: Mapping[str, Any]) -> set[str]:
    """Return the actions that count as right for a row."""
    expected = row.get("expected") or {"action": row.get("action"), "also_acceptable": row.get("also_action", [])}
    named = [expected["action"], *expected.get("also_acceptable", [])]
    return {ACTIONS.get(action, action) for action in named}
