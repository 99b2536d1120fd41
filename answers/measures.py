"""What helps bones with or without a drug, in figures; and what it means to have a long-term condition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

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


def measure_named(text: str) -> Optional[str]:
    """Return the id of the one measure that a question is about ("can I have wine?"), or None."""
    named = [each for each, words in theme("measures")["one"].items() if re.search(words, text, re.IGNORECASE)]
    return named[0] if len(named) == 1 else None


def measures_pages(audience: Audience, first: Optional[str] = None) -> Pages:
    """Return the general measures, each with its figures; at most three messages a page.

    :param first: the id of the measure that was asked about: it is said alone, and the others follow on request
    """
    intro, every = theme("measures")[audience]["intro"], store().general_measures()
    rest = _pages(MEASURES, intro, [each for each in every if each.id != first], audience)
    asked = [each for each in every if each.id == first]
    if not asked or audience == CLINICIAN:
        return rest if not asked else _pages(MEASURES, intro, every, audience)
    own = _pages(MEASURES, "", asked, audience)
    more = Button.read(theme("measures")[audience]["more"])
    return [[replace(own[0][-1], buttons=(more, *own[0][-1].buttons))], *rest]


def announcement_pages(audience: Audience) -> Pages:
    """Return the announcement of a long-term condition, step by step; at most three messages a page."""
    return _pages(ANNOUNCEMENT, theme("measures")[audience]["announcement"], store().announcement(), audience)


def _pages(kind: str, intro: str, notes: Sequence[TitledNote], audience: Audience) -> Pages:
    lines = [*([intro] if intro else []), *(f"{note.title[audience]}: {note.text[audience]}" for note in notes)]
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
