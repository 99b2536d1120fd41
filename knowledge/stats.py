"""How much the knowledge base holds, and how much of it is cited."""

from __future__ import annotations

from collections import Counter

from .schema import KnowledgeBase
from .statements import statements


def stats(base: KnowledgeBase) -> list[tuple[str, int]]:
    """Rows of (what, how many), for people to read."""
    every = statements(base)
    cited = Counter(source for statement in every for source in statement.sources)
    quoted = {number for statement in every if statement.kind != "number" for number in statement.numbers}
    strengths = Counter(source.strength for source in base.sources)
    kinds = Counter(statement.kind for statement in every)
    return [
        ("statements", len(every)),
        ("statements with at least one source", sum(bool(statement.sources) for statement in every)),
        ("statements that are only our own advice", sum(set(s.sources) == {"osteochat"} for s in every)),
        ("texts", sum(len(statement.said) for statement in every)),
        *((f"statements of kind {kind}", count) for kind, count in sorted(kinds.items())),
        ("numbers", len(base.numbers)),
        ("numbers with at least one source", sum(bool(card.sources) for card in base.numbers)),
        ("numbers quoted by a text", len(quoted)),
        ("sources", len(base.sources)),
        ("sources cited", sum(source.id in cited for source in base.sources)),
        *((f"sources of strength {strength}", count) for strength, count in sorted(strengths.items())),
        ("figures noted from sources", sum(len(source.figures) for source in base.sources)),
    ]
