"""Decisions, the table and the proof as plain text for a terminal."""

from __future__ import annotations

from typing import Any

from guideline.table import Option, Row, Table
from guideline.verify import Proof


def decision_text(decision: dict[str, Any]) -> str:
    """Return a decision as a few lines that a person reads."""
    strength = f" ({decision['strength']})" if decision["strength"] else ""
    lines = [f"{decision['action']}{strength}   row: {decision['row'] or '–'}   {decision['rule_version']}"]
    if decision["action"] == "undetermined":
        lines.append(f"still possible: {', '.join(decision['possible_actions'])}")
    for option in decision["options"]:
        line = f"  {option['status']:<12}{option['drug']}" + (", second line" if option["line"] == 2 else "")
        lines.append(line + (f": {option['condition']}" if option["condition"] else "") + f" – {option['reason']}")
    if decision["missing"]:
        lines.append(f"still open: {', '.join(decision['missing'])}")
    lines += [f"« {row['sentence']} »" for row in decision["rows"]] or [f"« {decision['source']['sentence']} »"]
    lines.append(f"source: {decision['source']['id']}; reading notes: {', '.join(decision['notes']) or 'none'}")
    return "\n".join(lines)


def table_text(table: Table) -> str:
    """Return the decision table: each row with its band, action, options and source sentence."""
    lines = [f"{table.title}", f"source {table.source}, rule version {table.rule_version}", ""]
    for row in table.rows:
        strength = f" ({row.strength})" if row.strength else ""
        lines.append(f"{row.id}: fracture {row.fracture}, {_band(row)} → {row.action}{strength}")
        lines += [f"    {_option(option)}" for option in row.options]
        lines += [f"    « {sentence} »" for sentence in (row.sentence, row.options_sentence) if sentence]
        lines.append(f"    reading notes: {', '.join(row.notes) or 'none'}")
    return "\n".join(lines)


def _band(row: Row) -> str:
    if row.up_to is None:
        return f"T-score > {row.above}".replace(" -", " −")
    lower = f"{row.above} < " if row.above is not None else ""
    return f"{lower}T-score ≤ {row.up_to}".replace(" -", " −").replace("-", "−", bool(lower))


def _option(option: Option) -> str:
    line = ", second line" if option.line == 2 else ""
    conditions = " and ".join(condition.words for condition in option.requires)
    return f"{option.drug}{line}" + (f": {conditions}" if conditions else "")


def whatif_text(changes: dict[str, Any]) -> str:
    """Return the nearest changes, one fact a line."""
    lines = [f"now: {changes['action']}"]
    for change in changes["changes"]:
        if change["action"] is None:
            lines.append(f"  {change['fact']}: no change of it alters the action")
        else:
            away = f" ({change['distance']} away)" if change["distance"] is not None else ""
            lines.append(f"  {change['fact']} = {change['value']}{away} → {change['action']}")
    return "\n".join(lines)


def proof_text(proof: Proof) -> str:
    """Return the outcome of the proof, with how many cases it walked."""
    counted = (
        f"{proof.complete:,} complete cases and {proof.partial:,} with unknowns, and {proof.count_unknown:,} more with "
        f"vertebral fractures of unknown number, walked in {proof.seconds:.1f} s"
    )
    answers = (
        f"{proof.distinct_answers} distinct answers (action, listed options and their line); "
        f"{proof.distinct_wordings} with “no treatment” and “not recommended” told apart"
    )
    properties = [
        "1. every case has exactly one row, and is told what that row says",
        "2. a worse T-score never weakens the action",
        "3. age, symptoms, bisphosphonate problem and peripheral risk change the options, never the action",
        "4. an answer given with unknown facts is the same under every completion of them",
        "5. the number of questions still needed never rises",
    ]
    failed = {failure.split(":")[0].split()[-1]: failure for failure in proof.failures}
    shown = [f"{'FAILS' if text[0] in failed else 'holds'}  {text}" for text in properties]
    return "\n".join([counted, answers, *shown, *proof.failures])
