"""What counts: the class that a broken bone has in the table, what "severe" means, and where that comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Optional

from answers.facts import site_names
from answers.knowledge import sources_of, unless_unreadable
from answers.limits import packed
from answers.message import Message
from answers.register import PATIENT, Audience
from answers.strings import theme
from answers.wording import small_letters
from guideline.fractures import NON_SEVERE, NONE, SEVERE_NONVERTEBRAL, SEVERE_VERTEBRAL, class_of_site
from guideline.table_file import default_table
from knowledge.records import Note, SourceRecord

READING = {"severe": "R1", NON_SEVERE: "R3", NONE: "R2"}
"""The reading of the table that puts a bone into its class."""
ALL = ("R1", "R3", "R2")


@dataclass(frozen=True)
class Asked:
    """A question on what counts: where it stands in the message, the bones that it names, whether a big force comes in."""

    start: int
    end: int
    sites: tuple[str, ...]
    points_back: bool
    by_force: bool


def asked_in(text: str) -> Optional[Asked]:
    """Return the question of a message on what counts or is severe, or None when it asks nothing of the kind."""
    said = small_letters(text)
    strings = theme("counts")
    meant = _pattern("meaning_words", "|").search(said)
    if meant and not bones_named(meant.group()):
        return Asked(meant.start(), meant.end(), (), False, False)
    for found in _pattern("asked_words", "").finditer(said):
        is_other = any(re.search(strings["other_words"], each) for each in (found.group(), found["subject"]))
        if not is_other and _is_of_a_break(found):
            sites = tuple(bones_named(found.group()))
            pointing = not sites and bool(re.search(strings["pointing_words"], found["subject"].strip()))
            return Asked(found.start(), found.end(), sites, pointing, bool(_force(found.group())))
    return None


def _is_of_a_break(found: re.Match[str]) -> bool:
    """Say whether the question is about a bone or a break: it names one, or points back and says no more."""
    strings = theme("counts")
    if bones_named(found["subject"]) or re.search(strings["break_words"], f"{found['subject']} {found['rest']}"):
        return True
    points = re.search(strings["pointing_words"], found["subject"].strip())
    return bool(points and found["verb"] and re.search(strings["ends_words"], found["rest"]))


def _force(text: str) -> Optional[re.Match[str]]:
    return re.search(str(theme("counts")["force_words"]), text)


def bones_named(text: str) -> list[str]:
    """Return the bones that a text names, each once; a place in it counts for the first bone whose words fit."""
    sites = []
    for site, words in theme("counts")["bones_words"]:
        text, count = re.subn(words, " ", text)
        sites += [site] * bool(count)
    return sites


@lru_cache(maxsize=2)
def _pattern(key: str, between: str) -> re.Pattern[str]:
    """Return a long pattern, which stands in the file in pieces."""
    return re.compile(between.join(theme("counts")[key]))


def counts_messages(sites: Sequence[str], by_force: bool, audience: Audience) -> list[Message]:
    """Return the class of each bone, the reading of the table behind it, and the source; the first carries the object.

    :param sites: site ids; without any, all that counts is told
    """
    words = theme("counts")[audience]
    classes = _by_class(sites)
    lines = class_lines(sites, audience)
    notes = [READING[each] for each in classes] or list(ALL)
    notes += ["R1"] * (NON_SEVERE in classes) + ["R2"] * by_force
    notes = list(dict.fromkeys(notes))
    if not classes or "vertebra" in classes.get("severe", ()):
        lines.append(words["any_spine"])
    unread: list[Note] = []
    readings = unless_unreadable(lambda store: [store.reading(each) for each in notes], unread)
    lines += [each.text[audience] for each in readings]
    ids = [source for each in readings for source in each.sources]
    lines.append(words["source"].format(item=default_table().source, sources="; ".join(_named_sources(ids))))
    texts = packed(lines, " ") if audience == PATIENT else ["\n".join(lines)]
    return [Message(text, None if at else _custom(classes, notes, ids)) for at, text in enumerate(texts)]


def class_lines(sites: Iterable[str], audience: Audience) -> list[str]:
    """Return what each bone counts as, and no more: a line a class."""
    words = theme("counts")[audience]
    return [words[each].format(sites=site_names(named, audience)) for each, named in _by_class(sites).items()]


def _by_class(sites: Iterable[str]) -> dict[str, list[str]]:
    """Return the bones by what they count as, the worst first; both kinds of severe ones together."""
    found: dict[str, list[str]] = {"severe": [], NON_SEVERE: [], NONE: []}
    for site in dict.fromkeys(sites):
        kind = class_of_site(site)
        found["severe" if kind in (SEVERE_NONVERTEBRAL, SEVERE_VERTEBRAL) else kind].append(site)
    return {kind: named for kind, named in found.items() if named}


def _named_sources(ids: Iterable[str]) -> list[str]:
    """Return the first sources in short: who published them, and when."""
    unread: list[SourceRecord] = []
    records = unless_unreadable(lambda store: [store.source(each) for each in dict.fromkeys(ids)], unread)
    return [f"{each.publisher.partition(' (')[0]} {each.year or ''}".strip() for each in records[:MOST_SOURCES]]


MOST_SOURCES = 2


def _custom(classes: dict[str, list[str]], notes: list[str], sources: list[str]) -> dict[str, Any]:
    unread: list[dict[str, Any]] = []
    return {
        "type": "explanation",
        "row": None,
        "source": {"id": default_table().source, "sentence": ""},
        "distances": [],
        "notes": notes,
        "classes": {site: class_of_site(site) for named in classes.values() for site in named},
        "sources": unless_unreadable(lambda _: sources_of(sources), unread),
    }
