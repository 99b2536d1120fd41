"""About an answer: its sources and their dates, how it is kept up to date, how sure it is, who made it and who pays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Optional

from answers.knowledge import store
from answers.message import Button, Message
from answers.record import wording_version
from answers.register import CLINICIAN, Audience
from answers.strings import theme
from guideline.table_file import default_table
from knowledge.records import SourceRecord


def about_messages(
    title: Optional[str],
    sources: Sequence[str],
    has_decision: bool,
    record: Optional[str],
    audience: Audience,
) -> list[Message]:
    """Return the card "about this answer".

    :param title: what the last education answer was about, None without one; :param sources: the ids of its sources
    :param has_decision: an answer of the table was given; :param record: the id of the last answer
    """
    said = theme("about")[audience]
    first = " ".join(
        [_what(title, sources, has_decision, said), said["number"].format(record=record) if record else ""]
    )
    all_sources = _records(store().sources())
    makers = sum(each.publisher in theme("about")["makers"] for each in all_sources)
    texts = [
        first.strip(),
        f"{said['sure']}\n{said['updates']}",
        said["makers"].format(labels=makers, all=len(all_sources)),
    ]
    buttons = tuple(Button.read(said[key]) for key in ("sources", "report", "summary"))
    if audience == CLINICIAN:
        texts = ["\n".join(texts)]
    custom = _custom(sources or store().sources(), record)
    return [
        Message(text, custom if not at else None, buttons if at + 1 == len(texts) else ())
        for at, text in enumerate(texts)
    ]


def _what(title: Optional[str], sources: Sequence[str], has_decision: bool, said: Mapping[str, str]) -> str:
    table = default_table()
    everything = _records(store().sources())
    if title and sources:
        records = _records(sources)
        years = sorted({each.year for each in records if each.year})
        key = "years" if len(years) > 1 else "year"
        span = said[key].format(first=years[0], last=years[-1]) if years else ""
        return said["topic"].format(title=title, count=len(records), years=span, checked=checked(records))
    if has_decision:
        return said["decision"].format(
            item=table.source, version=table.rule_version, all=len(everything), checked=checked(everything)
        )
    return said["none"].format(item=table.source, all=len(everything), checked=checked(everything))


def checked(records: Sequence[SourceRecord]) -> str:
    """Return the day on which the sources were last checked, the earliest of all, in words."""
    day = date.fromisoformat(min(each.last_checked for each in records))
    return f"{day.day} {day:%B %Y}"


def _records(ids: Sequence[str]) -> list[SourceRecord]:
    return [store().source(each) for each in ids]


def _custom(sources: Sequence[str], record: Optional[str]) -> dict[str, Any]:
    return {
        "type": "status",
        "what": "about",
        "of_record": record,
        "sources": len(sources),
        "last_checked": min(each.last_checked for each in _records(sources)),
        "rule_version": default_table().rule_version,
        "wording_version": wording_version(),
        "intended_use_version": store().intended_use_version(),
    }
