"""What helps bones with or without a drug, in figures; and what it means to have a long-term condition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answers.knowledge import sources_of, store
from answers.limits import packed, paged
from answers.message import Button
from answers.pages import Pages, as_pages
from answers.register import CLINICIAN, Audience
from answers.strings import theme
from knowledge.records import TitledNote

MEASURES, ANNOUNCEMENT = "measures", "announcement"
TOPIC_OF = {MEASURES: "lifestyle_falls", ANNOUNCEMENT: "what_is_osteoporosis"}
BUTTONS = {
    MEASURES: ("exercise", "calcium", "meaning", "sources"),
    ANNOUNCEMENT: ("measures", "doctor", "sources"),
}


def wants_overview(text: str) -> bool:
    """Say whether a question about habits or food asks for all measures at once ("what else helps?")."""
    return re.search(theme("measures")["overview"], text, re.IGNORECASE) is not None


def measures_pages(audience: Audience) -> Pages:
    """Return the general measures, each with its figures; at most three messages a page."""
    return _pages(MEASURES, theme("measures")[audience]["intro"], store().general_measures(), audience)


def announcement_pages(audience: Audience) -> Pages:
    """Return the announcement of a long-term condition, step by step; at most three messages a page."""
    return _pages(ANNOUNCEMENT, theme("measures")[audience]["announcement"], store().announcement(), audience)


def _pages(kind: str, intro: str, notes: Sequence[TitledNote], audience: Audience) -> Pages:
    lines = [intro, *(f"{note.title[audience]}: {note.text[audience]}" for note in notes)]
    pages = [["\n".join(lines)]] if audience == CLINICIAN else paged(packed(lines))
    said = theme("measures")[audience]
    custom = {
        "type": "topic",
        "topic": TOPIC_OF[kind],
        "drugs": [],
        "sources": sources_of(source for note in notes for source in note.sources),
        "numbers": list(dict.fromkeys(number for note in notes for number in note.numbers)),
        "overview": kind,
    }
    return as_pages(pages, custom, Button.read(said["more"]), [Button.read(said[key]) for key in BUTTONS[kind]])
