"""The tables of ``knowledge.db`` and their rows. Lists that hang on a row are tables of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .entity_tables import entity_tables
from .reader import SCHEMA_VERSION
from .render import sentence
from .schema import KnowledgeBase
from .statements import statements
from .table import Row, TableContent, listed, table

PAIRS = ("outcome", "population", "comparator", "time_frame", "uncertainty", "conflict")
COUNTS = ("years", "without", "with", "fewer", "extra", "low", "high")


def tables(base: KnowledgeBase) -> Iterator[TableContent]:
    """All tables, each after those that it refers to."""
    yield from _whole(base)
    yield from _evidence(base)
    yield from _statements(base)
    yield from entity_tables(base)


def _whole(base: KnowledgeBase) -> Iterator[TableContent]:
    yield table("meta", "id value", "id", iter([{"id": "schema_version", "value": SCHEMA_VERSION}]))
    # Parts that a conversation walks through as a whole.
    names = ("follow_up", "values", "quiz", "announcement", "general_measures", "intended_use")
    yield table("documents", "id body", "id", ({"id": n, "body": _body(getattr(base, n))} for n in names))


def _body(part: Any) -> str:
    content = [item.dict() for item in part] if isinstance(part, list) else part.dict()
    return json.dumps(content, ensure_ascii=False)


def _evidence(base: KnowledgeBase) -> Iterator[TableContent]:
    columns = "id title authors publisher year:int url strength note last_checked"
    rows = ({**s.dict(exclude={"figures"}), "last_checked": s.last_checked.isoformat()} for s in base.sources)
    yield table("sources", columns, "id", rows)
    figures = listed("source", "text", ((source.id, source.figures) for source in base.sources))
    yield table("figures", "source position:int text", ("source", "position"), figures, "source:sources")
    told = " ".join(f"{name}_{audience}" for name in (*PAIRS, "sentence") for audience in ("patient", "clinician"))
    columns = f"id kind drug per:int {' '.join(COUNTS)} relative trial {told}"
    yield table("numbers", columns, "id", _numbers(base))


def _numbers(base: KnowledgeBase) -> Iterator[Row]:
    for card in base.numbers:
        row: Row = {name: getattr(card, name) for name in ("id", "kind", "drug", "per", "relative", "trial")}
        values = card.dict(by_alias=True)
        # Decimals are kept as text: exact from the file to the screen.
        row |= {name: None if values[name] is None else str(values[name]) for name in COUNTS}
        for name in PAIRS:
            pair = values[name] or {}
            row |= {f"{name}_{audience}": pair.get(audience) for audience in ("patient", "clinician")}
        yield row | {f"sentence_{audience}": sentence(card, audience) for audience in ("patient", "clinician")}


def _statements(base: KnowledgeBase) -> Iterator[TableContent]:
    every = statements(base)
    rows = ({"id": s.id, "kind": s.kind, "owner": s.owner, "topic": s.topic, "drug": s.drug} for s in every)
    yield table("statements", "id kind owner topic drug", "id", rows)
    texts = ({"statement": s.id, **vars(said)} for s in every for said in s.said)
    key = ("statement", "audience", "depth", "position")
    yield table("texts", "statement audience depth position:int text", key, texts, "statement:statements")
    cited = listed("statement", "source", ((s.id, s.sources) for s in every))
    links = "statement:statements source:sources"
    yield table("citations", "statement source position:int", ("statement", "source"), cited, links)
    quoted = listed("statement", "number", ((s.id, s.numbers) for s in every))
    links = "statement:statements number:numbers"
    yield table("quoted_numbers", "statement number position:int", ("statement", "number"), quoted, links)
    keywords: dict[str, str] = {topic.id: " ".join(topic.keywords) for topic in base.topics}
    search = (
        {
            "statement": s.id,
            "topic": s.topic,
            "drug": s.drug,
            "titles": " ".join(s.titles),
            "keywords": keywords[s.topic] if s.kind == "topic" else "",
            "body": " ".join(said.text for said in s.said),
        }
        for s in every
        if s.topic is not None
    )
    yield table("search", "statement topic drug titles keywords body", "statement", search, "statement:statements")
