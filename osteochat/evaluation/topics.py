"""Questions: the topic first and among the first three, the drug, what is confused with what; red flags; scope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Optional

from osteochat.evaluation.asking import Outcome

DRUGS = {"MHT": "menopausal_hormone_therapy", "zoledronic acid": "zoledronic_acid"}
RED_FLAG = ("red_flag_symptom", "red_flag")
OTHER, OUTSIDE = "other", "out_of_scope"

TopicRow = tuple[Mapping[str, Any], Outcome]


def topics_heard(outcome: Outcome) -> list[str]:
    """Return the topics that the reply was about, the first one answered first, then those that it offers."""
    heard: list[str] = []
    offered: list[str] = []
    for custom in outcome.customs:
        if custom["type"] == "urgent":
            heard.append(RED_FLAG[0])
        elif custom["type"] == "scope" or custom.get("reason") == OUTSIDE:
            heard.append(OUTSIDE)
        elif custom["type"] == "topic":
            heard.append(custom["topic"])
        offered += custom.get("nearest", [])
    return list(dict.fromkeys([*(heard or [OTHER]), *offered]))


def gold_topics(row: Mapping[str, Any]) -> list[str]:
    """Return the topics that count as right."""
    named = [row["topic"], *row.get("also", [])]
    return [RED_FLAG[0] if topic in RED_FLAG else topic for topic in named]


def score_topics(rows: Sequence[TopicRow]) -> tuple[dict[str, float], Counter[tuple[str, str]]]:
    """Return the shares of what was heard rightly, and the pairs (labelled, heard) that were confused.

    A share of nothing is left out: without a row out of scope there is no out-of-scope recall.
    """
    heard = [(gold_topics(row), topics_heard(outcome)) for row, outcome in rows]
    shares = {
        "topic first": [said[0] in gold for gold, said in heard],
        "topic in the first three": [any(topic in gold for topic in said[:3]) for gold, said in heard],
        "drug": [right for row, outcome in rows if (right := _drugs_are_right(row, outcome)) is not None],
        "out-of-scope recall": [said[0] == OUTSIDE for gold, said in heard if gold[0] == OUTSIDE],
        "red-flag recall": [RED_FLAG[0] in said for gold, said in heard if gold[0] == RED_FLAG[0]],
        "false alarms": [RED_FLAG[0] in said for gold, said in heard if RED_FLAG[0] not in gold],
    }
    confused = Counter((gold[0], said[0]) for gold, said in heard if said[0] not in gold)
    return {name: sum(each) / len(each) for name, each in shares.items() if each}, confused


def _drugs_are_right(row: Mapping[str, Any], outcome: Outcome) -> Optional[bool]:
    """Say whether the answer is about all drugs of the label; None where none is labelled or no topic was answered."""
    named = {DRUGS.get(drug, drug) for drug in row.get("drugs", [])} - {"bisphosphonate"}
    answers = [custom for custom in outcome.customs if custom["type"] == "topic"]
    if not named or not answers:
        return None
    return named <= {drug for custom in answers for drug in custom.get("drugs", [])}


def score_red_flags(rows: Iterable[tuple[Mapping[str, Any], Outcome]]) -> tuple[dict[str, float], list[str]]:
    """Return recall and false alarms of red flags, and a line for each miss and false alarm."""
    counts: Counter[str] = Counter()
    remarks = []
    for row, outcome in rows:
        is_flag, told = row["flag"] is not None, bool(outcome.flags)
        counts["flags" if is_flag else "others"] += 1
        counts["found"] += is_flag and told
        counts["false"] += told and not is_flag
        if is_flag != told:
            remarks.append(f"{row['id']}: labelled {row['flag']}, told {outcome.flags or 'nothing'}")
    shares = {"red-flag recall": counts["found"] / max(1, counts["flags"])}
    return {**shares, "false alarms": counts["false"] / max(1, counts["others"])}, remarks
