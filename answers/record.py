"""The id of an answer: which rule or topic in which version of the rules and of the words. It says nothing of a person."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Optional

from answers import strings
from answers.knowledge import unless_unreadable
from guideline.table_file import default_table

LENGTH = 8


def record_of(custom: Mapping[str, Any]) -> Optional[str]:
    """Return the record id of a message by its contract object, or None for a message that answers nothing.

    It has the form `decision:severe-vertebral/treat@OIC-128-08-B/1+1a2b3c4d`: kind, row or topic, rule version, wording version.
    """
    what = _subject(custom)
    return f"{custom['type']}:{what}@{default_table().rule_version}+{wording_version()}" if what else None


def _subject(custom: Mapping[str, Any]) -> Optional[str]:
    kind = custom.get("type")
    if kind in ("decision", "explanation"):
        return str(custom.get("row") or custom.get("action") or "open")
    if kind == "topic":
        return "/".join([str(custom["topic"]), *map(str, custom.get("drugs") or ())])
    if kind == "urgent":
        return str(custom["flag"])
    if kind == "scope":
        return str(custom["reason"])
    if kind == "summary":
        return "summary"
    return f"{custom.get('exercise')}/{custom.get('step')}" if custom.get("what") in ("advice", "feedback") else None


@lru_cache(maxsize=1)
def wording_version() -> str:
    """Return a short hash over all strings and the text of the knowledge base: it changes with every change of words."""
    digest = hashlib.sha256()
    for path in sorted(strings.FOLDER.glob("*.yml")):
        digest.update(path.read_bytes())
    texts: list[str] = unless_unreadable(
        lambda store: [str(row[0]) for row in store.reader.all("SELECT text FROM texts ORDER BY rowid")], []
    )
    digest.update("\n".join(texts).encode())
    return digest.hexdigest()[:LENGTH]
