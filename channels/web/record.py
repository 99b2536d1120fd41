"""The name of an answer, for reports: what was answered and in which version, and nothing of the person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMED_BY = ("topic", "flag", "reason", "what", "fact")
"""Fields of `custom` that tell one answer of a type from another; none of them is a value that a person gave."""


def record_of(custom: Mapping[str, Any]) -> str:
    """Return the name of the answer that carries this `custom` object."""
    kind = str(custom.get("type", "message"))
    if kind == "decision":
        row = custom.get("row") or custom.get("action")
        return f"decision:{custom.get('rule_version')}:{row}:{custom.get('audience')}"
    if kind == "explanation":
        return f"explanation:{custom.get('row') or 'open'}"
    part = next((str(custom[name]) for name in NAMED_BY if isinstance(custom.get(name), str)), "")
    return f"{kind}:{part}"[:100] if part else kind
