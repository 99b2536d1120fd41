"""Numbers: each can be traced, each card says who, how many and how long, and its words match its figures."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import ContentError
from knowledge.figures import numbers_in, untraced
from knowledge.render import fill, format_number, sentence
from knowledge.schema import KnowledgeBase, NumberCard

CARD = {
    "id": "trial_hip",
    "kind": "benefit",
    "drug": "alendronate",
    "outcome": {"patient": "a broken hip", "clinician": "hip fracture"},
    "population": {"patient": "women", "clinician": "women"},
    "years": 3,
    "time_frame": {"patient": "over 3 years", "clinician": "3 years"},
    "per": 1000,
    "without": 25,
    "with": 14,
    "trial": "1.4 % v 2.5 %",
    "sources": ["a-trial"],
}
HEAD = re.compile(r"\d[\d,]*(?:\.\d+)?")


def card(**changes: object) -> NumberCard:
    return NumberCard.parse_obj({**CARD, **changes})


@pytest.mark.parametrize(
    ("sentence_of_text", "expected"),
    [
        ("plain numbers", {"2", "3"}),
        ("a thousand has a comma: 1,000 and 10,000", {"1000", "10000"}),
        ("T-score of −2.5, decimal 0.53", {"2.5", "0.53"}),
        ("names are no numbers: FIT-1, T1–T3, R12, OIC-128-08-B, 25-OH-D, PFT2", set()),
        ("a range 3–5 y and 0.23–1.64", {"3", "5", "0.23", "1.64"}),
        ("at the end of a sentence 30.", {"30"}),
        ("92/2,822 (3.3 %)", {"92", "2822", "3.3"}),
    ],
)
def test_numbers_are_read_from_a_text(sentence_of_text: str, expected: set[str]) -> None:
    text = "2 and 3" if sentence_of_text == "plain numbers" else sentence_of_text
    assert numbers_in(text) == {Decimal(number) for number in expected}


def test_every_number_in_every_text_is_traced_to_a_source_or_card(base: KnowledgeBase) -> None:
    assert list(untraced(base)) == []


def test_a_number_typed_from_memory_is_found(base: KnowledgeBase) -> None:
    reading = base.readings[4].copy(update={"clinician": "The rate is 12.34 %."})
    changed = base.copy(update={"readings": [*base.readings[:4], reading, *base.readings[5:]]})
    assert list(untraced(changed)) == ["reading/R5: 12.34 is in no figure of its sources and on none of its cards."]


def test_a_number_is_found_when_its_source_is_no_longer_cited(base: KnowledgeBase) -> None:
    caution = next(item for item in base.cautions if item.id == "alcohol")
    others = [item for item in base.cautions if item.id != "alcohol"]
    changed = base.copy(update={"cautions": [*others, caution.copy(update={"sources": ["osteochat"]})]})
    assert [line.split(":")[0] for line in untraced(changed)] == ["caution/alcohol"]


def test_every_card_has_people_time_denominator_and_source(base: KnowledgeBase) -> None:
    for item in base.numbers:
        assert item.time_frame.patient and item.population.patient and item.sources, item.id
        assert item.per in (1000, 10000), item.id


def test_jaw_cards_share_one_denominator(base: KnowledgeBase) -> None:
    for item in base.numbers:
        if item.id.startswith("jaw_") and item.id != "jaw_healed":
            assert item.per == 10000


def test_every_card_can_be_said_to_both(base: KnowledgeBase) -> None:
    for item in base.numbers:
        assert sentence(item, "patient")
        assert item.outcome.clinician or sentence(item, "clinician")


def test_patients_get_no_relative_risk(base: KnowledgeBase) -> None:
    for item in base.numbers:
        assert not re.search(r"\b(RR|HR|OR|RH|NNT)\b", sentence(item, "patient")), item.id


@pytest.mark.parametrize("field", ["without", "with"])
def test_counts_follow_from_figures_of_the_sources(base: KnowledgeBase, field: str) -> None:
    """A count per 1,000 or 10,000 must be a percentage, rate or pair of counts of its own sources, rounded."""
    sources = {source.id: source for source in base.sources}
    for item in base.numbers:
        value = item.value(field) if getattr(item, "with_" if field == "with" else field) is not None else None
        if value is None:
            continue
        lines = [line for identifier in item.sources for line in sources[identifier].figures]
        assert value in {round_half_up(number) for number in candidates(lines, item.per)}, f"{item.id}: {value}"


def candidates(lines: list[str], per: int) -> set[Decimal]:
    found: set[Decimal] = set()
    for line in lines:
        numbers = [Decimal(number.replace(",", "")) for number in HEAD.findall(line)]
        for number in numbers:
            found |= {number, number * per / 100, number * per / 1000, number * per / 10000, number * per / 100000}
        for count, total in pairs(line):
            found.add(Decimal(count) * per / Decimal(total))
    return found


def pairs(line: str) -> list[tuple[str, str]]:
    """Counts and their totals: "43 of 2,214", or "eczema 67 v 119" with the arms' sizes in the same line."""
    plain = line.replace(",", "")
    found = re.findall(r"(\d+) of (\d+)", plain)
    arms = re.search(r"(\d{4}) placebo v (\d{4}) denosumab", plain)
    if arms:
        for first, second in re.findall(r"(\d+) v (\d+)", plain):
            found += [(first, arms.group(1)), (second, arms.group(2))]
    thirds = re.search(r"1 woman in 2", plain)
    return [*found, *([("1", "2")] if thirds else [])]


def round_half_up(number: Decimal) -> Decimal:
    return Decimal(int(number + Decimal("0.5")))


@pytest.mark.parametrize(
    ("what_it_says", "changes", "expected"),
    [
        (
            "two groups, the untreated first, and those who did not",
            {},
            "Picture 1,000 women. Without the drug, 25 had a broken hip over 3 years. With it, 14 did."
            " So 975 and 986 did not.",
        ),
        (
            "another drug to compare with is named, and so is this one",
            {"comparator": {"patient": "With a tablet", "clinician": "a tablet"}},
            "Picture 1,000 women. With a tablet, 25 had a broken hip over 3 years. With alendronate, 14 did."
            " So 975 and 986 did not.",
        ),
        (
            "a difference alone",
            {"without": None, "with": None, "fewer": 11},
            "Picture 1,000 women. With the drug, about 11 fewer had a broken hip over 3 years than without it.",
        ),
    ],
)
def test_a_card_in_words(what_it_says: str, changes: dict[str, object], expected: str) -> None:
    assert sentence(card(**changes), "patient") == expected


def test_a_range_needs_words_of_its_own() -> None:
    with pytest.raises(ContentError, match="sentence_patient"):
        sentence(card(without=None, **{"with": None}, low=1, high=30), "patient")


@pytest.mark.parametrize(
    ("reason", "changes"),
    [
        ("no number at all", {"without": None, "with": None}),
        ("more people than there are", {"without": 2000}),
        ("a range upside down", {"low": 30, "high": 1}),
        ("an odd denominator", {"per": 170}),
        ("a negative count", {"with": -1}),
        ("an unknown field", {"widht": 14}),
        ("no source", {"sources": []}),
    ],
)
def test_a_card_that_makes_no_sense_is_refused(reason: str, changes: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        card(**changes)


@given(per=st.sampled_from([1000, 10000]), share=st.decimals(0, 1, places=3))
def test_those_who_have_it_and_those_who_do_not_make_everybody(per: int, share: Decimal) -> None:
    count = int(share * per)
    found = card(per=per, without=count)
    assert found.value("without") + found.value("without_not") == per


@given(st.integers(0, 10_000))
def test_a_formatted_number_reads_back(number: int) -> None:
    assert numbers_in(format_number(Decimal(number))) == {Decimal(number)}


def test_placeholders_are_filled_from_the_card() -> None:
    filled = fill("{trial_hip.without} of {trial_hip.per}, {trial_hip.with_not} not", {"trial_hip": card()})
    assert filled == "25 of 1,000, 986 not"


@pytest.mark.parametrize("text", ["{trial_knee.with}", "{trial_hip.low}", "{trial_hip.widht}", "{trial_hip.outcome}"])
def test_a_placeholder_without_a_number_is_an_error(text: str) -> None:
    with pytest.raises(ContentError, match="There is no number"):
        fill(text, {"trial_hip": card()})
