"""The printable summary of a conversation, made anew from its facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from answers.printable import printable_page
from answers.register import PATIENT
from guideline import Case, CaseError, decide

DIALOGUE, AUDIENCE = "dialogue", "audience"
"""The slots that hold the state of the dialogue and the register."""


def summary_page(tracker: Any) -> str:
    """Return the page. :param tracker: the conversation's tracker, or None when nothing was said yet"""
    slots = tracker.current_slot_values() if tracker else {}
    dialogue = slots.get(DIALOGUE) or {}
    unsure = list(dialogue.get("unsure", ()))
    try:
        case = Case.from_facts({**slots, AUDIENCE: None}, frozenset(unsure))
    except CaseError:
        case = Case()
    decision = decide(case) if dialogue.get("decision") else None
    return printable_page(case.as_facts(), unsure, decision, date.today(), slots.get(AUDIENCE) or PATIENT)
