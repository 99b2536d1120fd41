"""What can be set side by side: an option of the table, no drug, or a drug by its name, each in the same shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from answers.knowledge import store
from answers.limits import MOST_WORDS, words
from answers.register import CLINICIAN, Audience
from answers.strings import theme
from knowledge.records import Note

NO_DRUG = "no_drug"
MOST_SUBJECTS = 3
CLASSES = {"bisphosphonate": "oral_bisphosphonate"}
"""Classes that are named like a drug, and the option that stands for them where no form is named beside."""
FORMS = {"oral_bisphosphonate", "injectable_bisphosphonate"}


@dataclass(frozen=True)
class Subject:
    """One column of a comparison. `kind` is `option` or `drug`; `pros` and `cons` are all points that the knowledge has."""

    kind: str
    id: str
    name: str
    like: Note
    pros: tuple[Note, ...]
    cons: tuple[Note, ...]
    numbers: tuple[str, ...]

    @property
    def short_name(self) -> str:
        """The name without what explains it: "Bone tablet" for "Bone tablet (a bisphosphonate)"."""
        return self.name.partition(" (")[0]

    @property
    def sources(self) -> list[str]:
        """The ids of the sources of all that is said, each once."""
        notes = [self.like, *self.pros, *self.cons]
        return list(dict.fromkeys(source for note in notes for source in note.sources))


def subject(kind: str, identifier: str, audience: Audience) -> Subject:
    """Return an option or a drug as a column. :raises KnowledgeError: for an unknown id."""
    return _option(identifier, audience) if kind == "option" else _drug(identifier, audience)


def _option(identifier: str, audience: Audience) -> Subject:
    record = store().option(identifier)
    name = record.name[audience]
    return Subject(
        "option",
        identifier,
        name[:1].upper() + name[1:],
        record.what_it_is_like,
        record.pros,
        record.cons,
        record.numbers,
    )


def _drug(identifier: str, audience: Audience) -> Subject:
    record = store().drug(identifier)
    living = store().section(identifier, "living_with", "one_line", audience)
    benefit = store().section(identifier, "benefit", "short", audience)
    like = Note(living.statement, {audience: living.texts[0]}, living.sources, living.numbers)
    name = record.name if audience == CLINICIAN else record.name[:1].upper() + record.name[1:]
    return Subject("drug", identifier, name, like, record.pros, record.cons, benefit.numbers)


def first_points(each: Subject, audience: Audience) -> tuple[list[Note], list[Note]]:
    """Return the points for and against that are said first: all of them where one message holds them."""
    chosen = theme("comparison")["first"][each.kind].get(each.id)
    if chosen is None or words(card(each, each.pros, each.cons, audience)) <= MOST_WORDS:
        return list(each.pros), list(each.cons)
    return [each.pros[at] for at in chosen["pros"]], [each.cons[at] for at in chosen["cons"]]


def card(each: Subject, pros: Sequence[Note], cons: Sequence[Note], audience: Audience, title: str = "") -> str:
    """Return points of a subject in words, those for it first, a line each side."""
    said = theme("comparison")[audience]
    lines = [title or f"{each.short_name}."]
    lines += [f"{said['for']} {_joined(pros, audience)}"] if pros else []
    lines += [f"{said['against']} {_joined(cons, audience)}"] if cons else []
    return "\n".join(lines)


def _joined(points: Iterable[Note], audience: Audience) -> str:
    return " ".join(note.text[audience] for note in points)


def subjects_named(text: str, drugs: Sequence[str]) -> list[tuple[str, str]]:
    """Return what a message wants compared, as (kind, id), in the order of the message, at most three.

    :param text: the message; options are found in it by what they look like ("tablets", "the drip", "no drug")
    :param drugs: the drugs that were found in it, by id
    """
    known = store().drugs()
    by_word = list(_options_by_word(text))
    named = [drug for drug in drugs if drug not in CLASSES or not FORMS & set(by_word)]
    found = [("option", CLASSES[drug]) if drug in CLASSES else ("drug", drug) for drug in named]
    found = [(kind, each) for kind, each in dict.fromkeys(found) if kind == "option" or each in known]
    sets_apart = re.search(theme("comparison")["versus"], text, re.IGNORECASE) is not None
    if len(found) < 2 and (sets_apart or not found):
        found += [("option", each) for each in by_word if not _covers(each, found)]
    elif NO_DRUG in by_word and len(found) > 1:
        found.append(("option", NO_DRUG))
    return list(dict.fromkeys(found))[:MOST_SUBJECTS]


def _options_by_word(text: str) -> Iterable[str]:
    for entry in theme("comparison")["words"]:
        if re.search(entry["pattern"], text, re.IGNORECASE):
            yield from entry["options"]


def _covers(option: str, found: Iterable[tuple[str, str]]) -> bool:
    """A drug that was named already stands for its option."""
    return any(option in store().subjects(each) for _, each in found)


def table(columns: Sequence[Subject], audience: Audience) -> list[dict[str, Any]]:
    """Return the whole comparison as data, for channels that can show a table."""
    return [
        {
            "kind": each.kind,
            "id": each.id,
            "name": each.name,
            "like": each.like.text[audience],
            "pros": [note.text[audience] for note in each.pros],
            "cons": [note.text[audience] for note in each.cons],
            "numbers": list(each.numbers),
        }
        for each in columns
    ]
