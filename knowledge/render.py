"""Placeholders in the texts, and the sentences of the number cards.

A text quotes a card as ``{fit1_vfx.without}``; it is filled in when the files are read, so that a number
can never differ between the card and the texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from .errors import ContentError
from .schema import Audience, NumberCard

PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)\.([a-z_]+)\}")


def format_number(value: Decimal) -> str:
    """The number as it is read: thousands with a comma, no trailing zeros (``1,000``, ``4.2``)."""
    return f"{value.normalize():,f}"


def fill(text: str, cards: Mapping[str, NumberCard]) -> str:
    """The text with every placeholder replaced.

    Raises :class:`ContentError` for a card or a value that does not exist.
    """

    def number(match: re.Match[str]) -> str:
        card, field = match.groups()
        try:
            return format_number(cards[card].value(field))
        except KeyError as error:
            raise ContentError(
                f"There is no number {{{card}.{field}}}; correct the placeholder in: {text!r}."
            ) from error

    return PLACEHOLDER.sub(number, text)


def sentence(card: NumberCard, audience: Audience) -> str:
    """The card in words.

    For patients: out of how many, the untreated number first, and both those who have it and those who
    do not. For clinicians: outcome, time, population, figures, and what is uncertain or in conflict.
    """
    return _for_patient(card) if audience == "patient" else _for_clinician(card)


def _for_patient(card: NumberCard) -> str:
    if card.sentence_patient:
        return card.sentence_patient
    people = f"Picture {format_number(Decimal(card.per))} {card.population.patient}."
    outcome, time = card.outcome.patient, card.time_frame.patient
    if card.without is not None and card.with_ is not None:
        before = card.comparator.patient if card.comparator else "Without the drug"
        after = f"With {_drug_name(card)}" if card.comparator else "With it"
        number = {name: format_number(card.value(name)) for name in _TWO_GROUPS}
        return (
            f"{people} {before}, {number['without']} had {outcome} {time}. {after}, {number['with']} did."
            f" So {number['without_not']} and {number['with_not']} did not."
        )
    for field, word in (("fewer", "fewer"), ("extra", "more")):
        if getattr(card, field) is not None:
            count = format_number(card.value(field))
            return f"{people} With the drug, about {count} {word} had {outcome} {time} than without it."
    raise ContentError(f"The card {card.id} has a range only; give it a sentence_patient.")


def _for_clinician(card: NumberCard) -> str:
    if card.sentence_clinician:
        return card.sentence_clinician
    outcome = card.outcome.clinician[0].upper() + card.outcome.clinician[1:]
    against = f" v {card.comparator.clinician}" if card.comparator else ""
    figures = "; ".join(part for part in (card.trial, card.relative) if part)
    remarks = [remark for remark in (card.uncertainty.clinician, card.conflict.clinician) if remark]
    head = f"{outcome}{against}, {card.time_frame.clinician}, {card.population.clinician}: {figures}."
    return " ".join([head, *remarks])


def _drug_name(card: NumberCard) -> str:
    return (card.drug or "the drug").replace("_", " ")


_TWO_GROUPS = ("without", "with", "without_not", "with_not")
