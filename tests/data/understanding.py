"""What one message of the development set is read as, in this process: the extractor, the facts taken, the decision."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from actions.finding import EXTRACTOR, findings_of
from actions.hearing import hear
from guideline import Case, decide
from nlu.clinical import read
from osteochat.evaluation.asking import Outcome

DEV = Path(__file__).parent / "dev"


@cache
def dev(name: str) -> tuple[dict[str, Any], ...]:
    """Return the records of dev/<name>.jsonl."""
    lines = (DEV / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line)


@cache
def outcome(text: str) -> Outcome:
    """Return what a first message that says only this comes to."""
    entities = [{"entity": each.kind, "extractor": EXTRACTOR, **each.as_dict()} for each in read(text).findings]
    heard = hear(findings_of({"entities": entities}), {})
    decision = {"type": "decision", **decide(Case.from_facts(heard.facts, frozenset(heard.unsure)))}
    asked = [{"type": "clarify", "fact": each.fact} for each in heard.clarify]
    refused = [{"type": "rejected", "fact": fact} for fact, _, _ in heard.rejected]
    urgent = [
        {"type": "urgent", "flag": each["value"]}
        for each in entities
        if each["entity"] == "red_flag" and each["status"] in ("present", "past")
    ]
    outside = [{"type": "scope"}] if decision["action"] == "out_of_scope" else []
    return Outcome([decision, *asked, *refused, *urgent, *outside], heard.facts, [])
