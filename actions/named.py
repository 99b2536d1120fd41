"""The drug that a conversation is about although the message does not name it ("I'd be seven weeks late with it")."""

from __future__ import annotations

from actions import mentions
from actions.finding import of_kind
from actions.marked import drugs_named
from actions.turn import Turn

DENOSUMAB = "denosumab"
LATE_DENOSUMAB = "late_denosumab"
DELAY = "dose_delay"


def note(turn: Turn) -> None:
    """Note the drug that the message names; where it names several, none is meant later by "it"."""
    drugs = _table_drugs(turn)
    if drugs:
        turn.dialogue.named = drugs[0] if len(drugs) == 1 else None


def _table_drugs(turn: Turn) -> list[str]:
    return [each for each in drugs_named(turn) if each in mentions.TABLE_DRUGS]


def drugs_taken(turn: Turn) -> list[str]:
    """Return the bone drugs that the person takes, else the one that was last spoken of."""
    taken = mentions.current_drugs(turn.dialogue.mentions)
    return taken or ([turn.dialogue.named] if turn.dialogue.named else [])


def drugs_spoken_of(turn: Turn) -> list[str]:
    """Return every bone drug that the message or the person named, whatever was said of it."""
    return list(dict.fromkeys([*_table_drugs(turn), *turn.dialogue.mentions.get("drug", {}), *drugs_taken(turn)]))


def late_flag(turn: Turn) -> list[str]:
    """Return the alarm for an injection that is, or will be, late by weeks, where it is denosumab that was spoken of."""
    if not of_kind(turn.findings, DELAY):
        return []
    spoken_of = (turn.dialogue.named, *mentions.current_drugs(turn.dialogue.mentions))
    return [LATE_DENOSUMAB] if DENOSUMAB in spoken_of else []
