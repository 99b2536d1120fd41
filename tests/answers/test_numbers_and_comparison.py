"""Numbers as cards, and options side by side: absolute, both framings, one denominator, as much against as for."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from answers.comparison import comparison_pages
from answers.knowledge import store
from answers.limits import MOST_MESSAGES, MOST_WORDS, words
from answers.numbers import card_text, number_pages, numbers_of_drug
from answers.options import option_messages
from answers.register import Audience
from answers.subject import first_points, subject, subjects_named

RELATIVE = re.compile(r"\b(?:relative|times as|twice|half as|hazard|per ?cent)\b|%", re.IGNORECASE)
EVENTS = {"falls_exercise"}
"""Cards that count events, of which one person can have several: there is no number of those who have none."""
REGISTERS: tuple[Audience, ...] = ("patient", "clinician")


def numbers() -> list[str]:
    return [row[0] for row in store().reader.all("SELECT id FROM numbers ORDER BY rowid")]


def columns() -> list[tuple[str, str]]:
    return [("option", each) for each in store().options()] + [("drug", each) for each in store().drugs()]


def test_every_card_says_both_who_has_it_and_who_has_not_without_a_relative_number() -> None:
    for identifier in set(numbers()) - EVENTS:
        card = store().number(identifier)
        text = card_text(card)
        assert not RELATIVE.search(text), text
        assert re.search(r"\bnot\b|the others?|the rest|lived", text), text
        assert words(text) <= MOST_WORDS


def test_every_card_has_one_denominator_a_time_and_people() -> None:
    for identifier in numbers():
        card = store().number(identifier)
        assert card.per in (100, 1000, 10000, 100000), identifier
        assert card.years or card.time_frame["patient"], identifier
        assert card.population["patient"], identifier
        assert card.sources, identifier


def test_every_drug_of_the_table_has_gain_and_harm_in_turn() -> None:
    for drug in ("alendronate", "zoledronic_acid", "denosumab", "raloxifene", "menopausal_hormone_therapy"):
        kinds = [store().number(each).kind for each in numbers_of_drug(drug)]
        assert kinds[0] == "benefit", drug
        assert "benefit" != kinds[1], drug


def test_a_patient_gets_one_card_a_page_with_a_picture_in_signs() -> None:
    for drug in ("alendronate", "denosumab"):
        ids = numbers_of_drug(drug)
        pages = number_pages(ids, "benefit_size", [drug], "patient")
        assert [page[0].custom["numbers"] for page in pages if page[0].custom] == [[each] for each in ids]
        assert all(len(page) <= MOST_MESSAGES for page in pages)
        assert any("●" in message.text or "◐" in message.text for page in pages for message in page)


@pytest.mark.parametrize("audience", REGISTERS)
def test_any_two_or_three_things_can_be_compared(audience: Audience) -> None:
    for count in (2, 3):
        for named in combinations(columns(), count):
            pages = comparison_pages(named, audience)
            assert all(len(page) <= MOST_MESSAGES for page in pages)
            first = pages[0][0].custom
            assert first is not None and first["topic"] == "drug_choice_comparison"
            assert first["drugs"] == [identifier for _, identifier in named]
            told = "\n".join(message.text for page in pages for message in page)
            for kind, identifier in named:
                each = subject(kind, identifier, audience)
                assert all(point.text[audience] in told for point in (*each.pros, *each.cons))
            if audience == "patient":
                assert all(words(message.text) <= MOST_WORDS for page in pages for message in page)


@pytest.mark.parametrize("audience", REGISTERS)
def test_as_much_is_said_against_as_for_within_30_per_cent_also_in_what_comes_first(audience: Audience) -> None:
    for kind, identifier in columns():
        each = subject(kind, identifier, audience)
        for pros, cons in ((each.pros, each.cons), first_points(each, audience)):
            good, bad = (sum(words(point.text[audience]) for point in side) for side in (pros, cons))
            assert abs(good - bad) <= 0.3 * max(good, bad), f"{identifier}: {good} for, {bad} against"


@pytest.mark.parametrize("audience", REGISTERS)
def test_what_is_set_side_by_side_has_equal_room_no_drug_among_it(audience: Audience) -> None:
    lengths = {}
    for identifier in store().options():
        each = subject("option", identifier, audience)
        lengths[identifier] = sum(
            words(point.text[audience]) for side in first_points(each, audience) for point in side
        )
    middle = sorted(lengths.values())[len(lengths) // 2]
    assert {each: count for each, count in lengths.items() if abs(count - middle) > 0.3 * middle} == {}


def test_every_option_says_what_it_is_what_it_is_like_and_what_speaks_for_and_against_it() -> None:
    for identifier in store().options():
        for audience in REGISTERS:
            record = store().option(identifier)
            told = "\n".join(message.text for message in option_messages(identifier, audience))
            parts = [record.what_it_is, record.what_it_is_like, *record.pros, *record.cons]
            assert record.pros and record.cons
            assert all(part.text[audience] in told for part in parts)


@pytest.mark.parametrize(
    ("text", "drugs", "expected"),
    [
        ("tablets or the drip?", [], ["oral_bisphosphonate", "injectable_bisphosphonate"]),
        ("denosumab or no treatment", ["denosumab"], ["denosumab", "no_drug"]),
        ("Fosamax, Prolia or nothing at all", ["alendronate", "denosumab"], ["alendronate", "denosumab", "no_drug"]),
        ("tell me about raloxifene tablets", ["raloxifene"], ["raloxifene"]),
        ("which is best?", [], []),
    ],
)
def test_what_a_message_wants_compared(text: str, drugs: list[str], expected: list[str]) -> None:
    assert [identifier for _, identifier in subjects_named(text, drugs)] == expected
