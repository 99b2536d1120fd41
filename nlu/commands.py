"""Slash commands that a person may type: what each means, as an intent. Any other slash word is none of ours."""

from __future__ import annotations

import re

COMMANDS = {
    "why": "why",
    "whatif": "what_if",
    "source": "ask_sources",
    "sources": "ask_sources",
    "patient": "to_patient",
    "clinician": "to_clinician",
    "summary": "summary",
    "facts": "show_facts",
    "new": "start_again",
    "restart": "start_again",
    "undo": "undo",
    "stop": "stop",
    "delete": "delete_data",
    "help": "help",
    "start": "greet",
}

UNKNOWN_COMMAND = "unknown_command"

_COMMAND = re.compile(r"\s*/\s*([a-z_]+)\b(?![{\"])", re.IGNORECASE)


def command_of(text: str) -> str | None:
    """Return the intent of a message that begins with a slash, `unknown_command` for a strange one, None without."""
    if not text.lstrip().startswith("/"):
        return None
    found = _COMMAND.match(text)
    return COMMANDS.get(found.group(1).lower(), UNKNOWN_COMMAND) if found else UNKNOWN_COMMAND
