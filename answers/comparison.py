"""Two or three options side by side, "no drug" among them, with as much said for as against each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from answers.knowledge import sources_of
from answers.limits import packed, paged
from answers.message import Button
from answers.pages import Pages, as_pages
from answers.register import CLINICIAN, Audience
from answers.strings import theme
from answers.subject import Subject, card, first_points, subject, table

TOPIC = "drug_choice_comparison"


def comparison_pages(named: Sequence[tuple[str, str]], audience: Audience) -> Pages:
    """Return the comparison, at most three messages a page; the first page has the heart of it.

    :param named: two or three pairs of kind (`option` or `drug`) and id
    """
    columns = [subject(kind, identifier, audience) for kind, identifier in named]
    said = theme("comparison")[audience]
    first, later = _texts(columns, audience)
    buttons = [Button.read(said[key]) for key in ("numbers", "values", "sources")]
    return as_pages(paged(first) + paged(later), _custom(columns, audience), Button.read(said["more"]), buttons)


def _texts(columns: Sequence[Subject], audience: Audience) -> tuple[list[str], list[str]]:
    """Return what is said at once, and what follows on request."""
    said = theme("comparison")[audience]
    likes = [f"{each.name}: {each.like.text[audience]}" for each in columns]
    if audience == CLINICIAN:
        cards = [card(each, each.pros, each.cons, audience) for each in columns]
        return ["\n".join([*cards, said["like"], *likes, said["trials"]])], []
    cards = [card(each, *first_points(each, audience), audience) for each in columns]
    rest = [text for each in columns for text in _rest(each, audience)]
    if len(columns) > 2:
        return cards, [*packed(likes), *packed([*rest, said["trials"]])]
    return [*packed(likes), *cards], packed([*rest, said["trials"]])


def _rest(each: Subject, audience: Audience) -> list[str]:
    """Return the points that the first card left out, when it left out any."""
    pros, cons = first_points(each, audience)
    left = [note for note in each.pros if note not in pros], [note for note in each.cons if note not in cons]
    title = theme("comparison")[audience]["rest"].format(name=each.short_name)
    return [card(each, *left, audience, title)] if any(left) else []


def _custom(columns: Sequence[Subject], audience: Audience) -> dict[str, Any]:
    """Return the contract's object, with the whole table for channels that can show one."""
    return {
        "type": "topic",
        "topic": TOPIC,
        "drugs": [each.id for each in columns],
        "sources": sources_of(source for each in columns for source in each.sources),
        "numbers": list(dict.fromkeys(number for each in columns for number in each.numbers)),
        "comparison": table(columns, audience),
    }
