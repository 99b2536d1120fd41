"""Intents that several parts of the course of a turn look at, by what they have in common."""

from __future__ import annotations

AFFIRM, DENY, DONT_KNOW, INFORM = "affirm", "deny", "dont_know", "inform"
WHAT_IF = "what_if"

ALARMS = frozenset({"red_flag", "self_harm"})

COMMANDS = frozenset({"stop", "start_again", "delete_data", "undo", "just_answer", "go_on", "unknown_command"})

STAYS = ALARMS | COMMANDS
"""What keeps its meaning whatever stands beside it."""
