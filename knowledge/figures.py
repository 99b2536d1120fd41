"""Where each number in a text comes from.

A number in a statement must stand in the ``figures`` (or the year or title) of a source that the statement
cites, or on a number card that it quotes. So a figure cannot be typed from memory, or stay in a text when
its source is taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .schema import KnowledgeBase, NumberCard, Source
from .statements import Statement, statements

# Names in which digits are letters, so to say.
_NAMES = re.compile(r"OIC-128-08-B|25-OH-D|25-hydroxyvitamin|\b[A-Z]{2,}-?\d+\b|\bT[1-3]\b|\bR\d+\b")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CARD_FIELDS = ("without", "with", "fewer", "extra", "low", "high", "per", "years")


def numbers_in(text: str) -> set[Decimal]:
    """The numbers in a text, without their sign; names such as FIT-1 or T1 are not numbers."""
    found = _NUMBER.findall(_NAMES.sub(" ", text))
    return {Decimal(number.replace(",", "").rstrip(".")) for number in found}


def untraced(base: KnowledgeBase) -> Iterator[str]:
    """One sentence for each statement that holds a number without a source."""
    sources = {source.id: _of_source(source) for source in base.sources}
    cards = {card.id: _of_card(card) for card in base.numbers}
    for statement in statements(base):
        known: set[Decimal] = set()
        for identifier in statement.sources:
            known |= sources.get(identifier, set())
        for identifier in statement.numbers:
            known |= cards.get(identifier, set())
        strange = sorted(_said_numbers(statement) - known)
        if strange:
            listed = ", ".join(str(number) for number in strange)
            yield f"{statement.id}: {listed} is in no figure of its sources and on none of its cards."


def _said_numbers(statement: Statement) -> set[Decimal]:
    return {number for said in statement.said for number in numbers_in(said.text)}


def _of_source(source: Source) -> set[Decimal]:
    known = {number for line in (*source.figures, source.title) for number in numbers_in(line)}
    return known | ({Decimal(source.year)} if source.year else set())


def _of_card(card: NumberCard) -> set[Decimal]:
    known = set()
    for field in _CARD_FIELDS:
        for name in (field, f"{field}_not"):
            try:
                known.add(card.value(name))
            except KeyError:
                continue
    return known | numbers_in(card.trial) | numbers_in(card.relative or "")
