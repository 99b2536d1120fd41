"""Numbers as icon arrays: one dot for each person of the whole, those who have it marked by shape and not by colour alone.

A card of numbers becomes a picture only where each dot is a person and the counts say which; any other card has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, Literal

from answers.knowledge import sources_of, store
from answers.register import Audience
from answers.strings import theme
from knowledge.records import NumberRecord

Mark = Literal["have", "maybe", "not"]
"""`have`: a filled disc; `maybe`: a ring, for those between the lower and the upper end of a range; `not`: a small dot."""
TWO_GROUPS = ("benefit", "harm", "frequency")
"""Kinds whose two counts are people; a card of kind `general` may count falls, of which one person can have several."""


@dataclass(frozen=True)
class Part:
    """So many dots of one mark, with what they are."""

    mark: Mark
    count: int
    label: str


@dataclass(frozen=True)
class Panel:
    """One group of people; `title` is empty where there is only one."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class IconArray:
    """A picture. `sentence` says all of it in words; `per` is the number of dots in each panel."""

    id: str
    title: str
    per: int
    panels: tuple[Panel, ...]
    sentence: str
    remarks: tuple[str, ...]
    sources: tuple[str, ...]


def icon_array(card: NumberRecord, audience: Audience) -> IconArray | None:
    """Return the picture of a card, or None where dots would say something that the card does not."""
    words = theme("pictures")[audience]
    panels = _panels(card, words, audience)
    if not panels:
        return None
    return IconArray(
        card.id,
        words["title"].format(
            per=f"{card.per:,}", population=card.population[audience], time=card.time_frame[audience]
        ),
        card.per,
        panels,
        card.sentence[audience],
        tuple(each[audience] for each in (card.uncertainty, card.conflict) if audience in each),
        card.sources,
    )


def as_data(array: IconArray) -> dict[str, Any]:
    """Return the picture JSON-ready, its sources in the shape of the contract."""
    return {**asdict(array), "sources": sources_of(array.sources)}


def _panels(card: NumberRecord, words: Mapping[str, Any], audience: Audience) -> tuple[Panel, ...]:
    outcome = card.outcome[audience]
    if card.without is not None and card.with_ is not None:
        if card.kind not in TWO_GROUPS:
            return ()
        return (
            _panel(_first_title(card, words, audience), card.without, outcome, card.per, words),
            _panel(_second_title(card, words), card.with_, outcome, card.per, words),
        )
    if card.with_ is not None:
        return (_panel("", card.with_, outcome, card.per, words),)
    if card.extra is not None or card.fewer is not None:
        return (_difference(card, words, outcome),)
    if card.high is not None and card.kind == "harm":
        return (_range(card, words, outcome),)
    return ()


def _first_title(card: NumberRecord, words: Mapping[str, Any], audience: Audience) -> str:
    return str(words["first"].get(card.id) or card.comparator.get(audience) or words["without"])


def _second_title(card: NumberRecord, words: Mapping[str, Any]) -> str:
    if card.id in words["second"]:
        return str(words["second"][card.id])
    if card.comparator and card.drug:
        return str(words["named"].format(drug=store().drug(card.drug).name))
    return str(words["with"])


def _panel(title: str, count: Decimal, outcome: str, per: int, words: Mapping[str, Any]) -> Panel:
    dots = round(count)
    key = "have" if count >= 1 else "have_few"
    return Panel(
        title,
        (
            Part("have", dots, words[key].format(count=f"{dots:,}", outcome=outcome)),
            Part("not", per - dots, words["not"].format(count=f"{per - dots:,}")),
        ),
    )


def _difference(card: NumberRecord, words: Mapping[str, Any], outcome: str) -> Panel:
    key = "extra" if card.extra is not None else "fewer"
    dots = round(card.extra or card.fewer or 0)
    return Panel(
        "",
        (
            Part("have" if key == "extra" else "maybe", dots, words[key].format(count=dots, outcome=outcome)),
            Part("not", card.per - dots, words["same"].format(count=f"{card.per - dots:,}")),
        ),
    )


def _range(card: NumberRecord, words: Mapping[str, Any], outcome: str) -> Panel:
    low, high = card.low or Decimal(0), card.high or Decimal(0)
    least, most = int(low), round(high)
    key = "at_least" if low >= 1 else "at_least_few"
    lowest = (
        [Part("have", least, words[key].format(count=f"{least:,}", outcome=outcome))] if card.low is not None else []
    )
    return Panel(
        "",
        (
            *lowest,
            Part("maybe", most - least, words["up_to"].format(count=f"{most:,}", outcome=outcome)),
            Part("not", card.per - most, words["not"].format(count=f"{card.per - most:,}")),
        ),
    )
