"""The figures as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from osteochat.evaluation.asking import Outcome
from osteochat.evaluation.facts import FactScore, accepted_actions, score_facts
from osteochat.evaluation.topics import score_red_flags, score_topics

Rows = list[tuple[dict[str, Any], Outcome]]
MOST_CONFUSED = 25
FACTS_HEAD = "| fact | precision | recall | right | missed | asked back | wrong | sign lost | invented |"


def facts_report(rows: Rows) -> str:
    """Per fact right, missed, asked back, wrong, invented; per register the share of right actions."""
    scores, remarks = score_facts(rows)
    lines = [FACTS_HEAD, "|" + "---|" * 9]
    for name, score in scores.items():
        cells = [score.counts[each] for each in ("right", "missed", "asked", "wrong", "sign", "invented")]
        lines.append(f"| {name} | {score.precision:.3f} | {score.recall:.3f} | " + " | ".join(map(str, cells)) + " |")
    return "\n".join([*lines, "", *_totals(scores, len(rows)), *_actions(rows), "", *_remarks(remarks)])


def _totals(scores: Mapping[str, FactScore], texts: int) -> list[str]:
    """Return the errors that must not happen, over all facts."""
    signs, invented = (sum(score.counts[kind] for score in scores.values()) for kind in ("sign", "invented"))
    return [f"Signs lost: {signs}", f"Invented facts: {invented} in {texts} texts ({invented / texts:.3f})"]


def _actions(rows: Rows) -> list[str]:
    labelled = [(row, outcome) for row, outcome in rows if None not in accepted_actions(row)]
    lines = []
    for register in dict.fromkeys(row.get("register", "patient") for row, _ in labelled):
        mine = [(row, outcome) for row, outcome in labelled if row.get("register", "patient") == register]
        right = sum(outcome.action in accepted_actions(row) for row, outcome in mine)
        lines.append(f"Right action, {register}: {right} of {len(mine)} ({right / len(mine):.3f})")
    doubtful = [outcome for row, outcome in rows if row.get("ask") or (row.get("expected") or {}).get("ask_back")]
    if doubtful:
        asked = sum(outcome.action == "undetermined" or bool(outcome.asked_back) for outcome in doubtful)
        lines.append(f"Asked back where it is open: {asked} of {len(doubtful)} ({asked / len(doubtful):.3f})")
    outside = [(row, outcome) for row, outcome in labelled if accepted_actions(row) == {"out_of_scope"}]
    if outside:
        found = sum(outcome.action == "out_of_scope" for _, outcome in outside)
        lines.append(f"Out of scope found: {found} of {len(outside)} ({found / len(outside):.3f})")
    wrong = [
        f"{row['id']}: action {outcome.action}, labelled {'/'.join(sorted(accepted_actions(row)))}"
        for row, outcome in labelled
        if outcome.action not in accepted_actions(row)
    ]
    return [*lines, "", *_remarks(wrong)]


def topics_report(rows: Rows) -> str:
    """Topic first and among three, drug, out-of-scope and red-flag recall, false alarms, what is confused with what."""
    shares, confused = score_topics(rows)
    lines = [f"{name}: {share:.3f}" for name, share in shares.items()]
    return "\n".join([*lines, "", "| labelled | heard | times |", "|---|---|---|", *_confusions(confused)])


def _confusions(confused: Counter[tuple[str, str]]) -> list[str]:
    return [f"| {gold} | {heard} | {times} |" for (gold, heard), times in confused.most_common(MOST_CONFUSED)]


def red_flags_report(rows: Rows) -> str:
    """Recall, false alarms, and the rows of each."""
    shares, remarks = score_red_flags(rows)
    return "\n".join([*(f"{name}: {share:.3f}" for name, share in shares.items()), "", *_remarks(remarks)])


def _remarks(remarks: list[str]) -> list[str]:
    return [f"- {remark}" for remark in remarks]
