"""Benefit and risk in numbers: one card at a time, absolute, out of how many, over how long, with its source."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from answers.knowledge import sources_of, store
from answers.limits import MOST_WORDS, words
from answers.message import Button, Message
from answers.pictures import picture
from answers.register import CLINICIAN, Audience
from answers.strings import theme
from knowledge.errors import KnowledgeError
from knowledge.records import NumberRecord

SECTIONS = ("benefit", "side_effects_serious", "side_effects_common", "jaw", "thigh", "stopping")
"""Sections of a drug whose numbers are shown when the person asks for the drug in numbers."""
TOPIC = "benefit_size"
MOST_FOR_CLINICIAN = 8


def numbers_of_drug(drug: str) -> list[str]:
    """Return the ids of the numbers on a drug, gain and harm in turn, so that whoever stops early has seen both."""
    if drug not in store().drugs():
        option = "oral_bisphosphonate" if drug == "bisphosphonate" else drug
        return list(store().option(option).numbers) if option in store().options() else []
    found = list(dict.fromkeys(number for section in SECTIONS for number in _numbers(drug, section)))
    gains = [each for each in found if store().number(each).kind == "benefit"]
    harms = [each for each in found if each not in gains]
    return [each for pair in zip_longest(gains, harms) for each in pair if each]


def numbers_of(drugs: Sequence[str]) -> list[str]:
    """Return the ids of the numbers on several drugs, those of the first and of the others in turn, each once."""
    by_drug = [numbers_of_drug(drug) for drug in drugs]
    return list(dict.fromkeys(each for row in zip_longest(*by_drug) for each in row if each))


def _numbers(drug: str, section: str) -> tuple[str, ...]:
    try:
        return store().section(drug, section).numbers
    except KnowledgeError:  # not every drug has every section
        return ()


def number_pages(ids: Sequence[str], topic: str, drugs: Sequence[str], audience: Audience) -> list[list[Message]]:
    """Return the cards: for a patient one a page, in words and as a picture in signs; for a clinician one message.

    :param ids: ids of numbers; :param topic: the education topic they belong to
    """
    cards = [store().number(each) for each in ids]
    if audience == CLINICIAN:
        return [_for_clinician(cards[:MOST_FOR_CLINICIAN], topic, drugs)] if cards else []
    return [_page(card, topic, drugs, at + 1 == len(cards)) for at, card in enumerate(cards)]


def _for_clinician(cards: Sequence[NumberRecord], topic: str, drugs: Sequence[str]) -> list[Message]:
    said = theme("numbers")[CLINICIAN]
    text = "\n".join(f"• {card.sentence[CLINICIAN]}" for card in cards)
    return [Message(text, _custom(cards, topic, drugs), (Button.read(said["sources"]),))]


def _page(card: NumberRecord, topic: str, drugs: Sequence[str], is_last: bool) -> list[Message]:
    said = theme("numbers")["patient"]
    custom = _custom([card], topic, drugs)
    buttons = ([] if is_last else [Button.read(said["next"])]) + [Button.read(said["sources"])]
    drawn = picture(card, "patient")
    if not drawn:
        return [Message(card_text(card), custom, tuple(buttons))]
    return [Message(card_text(card), custom), Message(drawn, {**custom, "picture": card.id}, tuple(buttons))]


def card_text(card: NumberRecord) -> str:
    """Return a card for a patient: those who have it and those who do not, and how sure that is, as far as it fits."""
    said = theme("numbers")["patient"]
    parts = [*_named(card), card.sentence["patient"], *_other_framing(card)]
    for each in (card.uncertainty.get("patient"), card.conflict.get("patient"), said["one_study"]):
        if each and words(" ".join([*parts, each])) <= MOST_WORDS:
            parts.append(each)
    return " ".join(parts)


def _named(card: NumberRecord) -> list[str]:
    """A card on a drug opens with its name, since its sentence says "the drug"."""
    if card.drug is None or _spoken(card).lower() in card.sentence["patient"].lower():
        return []
    return [f"{_spoken(card).capitalize()}."]


def _spoken(card: NumberRecord) -> str:
    drug = card.drug or ""
    if drug in store().drugs():
        return store().drug(drug).name
    return str(theme("values")["options"].get(drug, drug.replace("_", " ")))


def _other_framing(card: NumberRecord) -> list[str]:
    """A card that counts only the change says for how many there is none."""
    change = card.fewer if card.fewer is not None else card.extra
    if change is None:
        return []
    return [theme("numbers")["patient"]["no_change"].format(rest=f"{card.per - change:,f}")]


def _custom(cards: Sequence[NumberRecord], topic: str, drugs: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "topic",
        "topic": topic,
        "drugs": list(drugs),
        "sources": sources_of(source for card in cards for source in card.sources),
        "numbers": [card.id for card in cards],
    }
