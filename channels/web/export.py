"""A conversation as a file to keep: as text for people, as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone
from typing import Any

from answers.knowledge import unless_unreadable
from channels.web.history import Turn

TITLE = "Your chat with Osteochat"
YOU, ASSISTANT = "You", "Assistant"


def as_text(turns: Iterable[Turn]) -> str:
    """Return the conversation as lines: who said what, and what the assistant is for."""
    use = unless_unreadable(lambda store: store.intended_use("short").text["patient"], "")
    lines = [TITLE, use, ""]
    for turn in turns:
        if turn.shown is not None:
            lines += [f"{YOU} ({_when(turn.at)}): {turn.shown}", ""]
        for item in turn.replies:
            if item["text"]:
                lines += [f"{ASSISTANT}: {item['text']}", ""]
    return "\n".join(lines).rstrip() + "\n"


def as_json(turns: Iterable[Turn]) -> dict[str, Any]:
    """Return the conversation as an object; times are in UTC, ISO 8601."""
    return {
        "title": TITLE,
        "turns": [
            {"number": turn.number, "at": _iso(turn.at), "said": turn.shown, "replies": turn.replies} for turn in turns
        ],
    }


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, timezone.utc).isoformat(timespec="seconds")


def _when(at: float) -> str:
    return datetime.fromtimestamp(at, timezone.utc).strftime("%d.%m.%Y %H:%M UTC")
