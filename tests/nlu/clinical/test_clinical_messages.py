"""Whole messages of many voices: the facts said are read, nothing else is, and what is open is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from clinical_helpers import heard

MESSAGES = yaml.safe_load((Path(__file__).parent / "messages.yml").read_text(encoding="utf-8"))
ROWS = [row for rows in MESSAGES.values() for row in rows]
# That a bone broke easily, or that she is past the menopause, may be told by words that name something else.
IMPLIED = {("high_energy", False), ("scope", "in_scope")}


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_a_message_tells_its_facts_and_no_others(row: dict[str, Any]) -> None:
    reading = heard(row["text"])
    facts = {name: sorted(value) if isinstance(value, list) else value for name, value in reading.facts().items()}
    assert {name: facts.get(name) for name in row["facts"]} == row["facts"]
    assert {(name, str(value)) for name, value in facts.items() if name not in row["facts"]} <= {
        (name, str(value)) for name, value in IMPLIED
    }
    asked = {f.kind for f in reading.findings if f.certainty == "ask" or f.status == "unknown"}
    asked |= {"fracture"} if "fracture_site" in asked else set()
    assert set(row.get("asks", ())) <= asked
