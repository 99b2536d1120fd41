"""Questions: the topic first and among the first three, the drug, what is confused with what; red flags; scope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from osteochat.evaluation.asking import Outcome

DRUGS = {"MHT": "menopausal_hormone_therapy", "zoledronic acid": "zoledronic_acid"}
RED_FLAG = ("red_flag_symptom", "red_flag")
OTHER = "other"


def topics_heard(outcome: Outcome) -> list[str]:
    """Return the topics that the reply was about, the first one answered first."""
    heard: list[str] = []
    for custom in outcome.customs:
        if custom["type"] == "urgent":
            heard.append(RED_FLAG[0])
        elif custom["type"] == "scope" or custom.get("reason") == "out_of_scope":
            heard.append("out_of_scope")
        elif custom["type"] == "topic":
            heard += [custom["topic"], *custom.get("nearest", [])]
    return list(dict.fromkeys(heard)) or [OTHER]


def gold_topics(row: Mapping[str, Any]) -> list[str]:
    """Return the topics that count as right."""
    named = [row["topic"], *row.get("also", [])]
    return [RED_FLAG[0] if topic in RED_FLAG else topic for topic in named]


def score_topics(
    rows: Iterable[tuple[Mapping[str, Any], Outcome]],
) -> tuple[dict[str, float], Counter[tuple[str, str]]]:
    """Return the shares of right topics and drugs, and the pairs (labelled, heard) that were confused."""
    right: Counter[str] = Counter()
    confused: Counter[tuple[str, str]] = Counter()
    count = drugs = 0
    for row, outcome in rows:
        heard, gold = topics_heard(outcome), gold_topics(row)
        count += 1
        right["first"] += heard[0] in gold
        right["three"] += any(topic in gold for topic in heard[:3])
        if heard[0] not in gold:
            confused[gold[0], heard[0]] += 1
        named = {DRUGS.get(drug, drug) for drug in row["drugs"]} - {"bisphosphonate"}
        if named and any(custom["type"] == "topic" for custom in outcome.customs):
            drugs += 1
            right["drug"] += named <= {drug for custom in outcome.customs for drug in custom.get("drugs", [])}
    shares = {"topic first": right["first"], "topic in the first three": right["three"]}
    found = {name: number / count for name, number in shares.items()} if count else {}
    return {**found, **({"drug": right["drug"] / drugs} if drugs else {})}, confused


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
