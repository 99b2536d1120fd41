"""Drugs and the options of the table."""

from __future__ import annotations

from typing import Literal, Optional

from pydantic import Field, root_validator

from .base import DrugId, Model, OptionId, Pair, Statement, Text, TitlePair

DrugClass = Literal["bisphosphonate", "rankl_inhibitor", "serm", "anabolic", "hormone_therapy", "sclerostin_inhibitor"]
SectionId = Literal[
    "how_it_works",
    "place",
    "how_to_take",
    "how_often",
    "living_with",
    "missed_dose",
    "duration",
    "stopping",
    "access",
    "benefit",
    "side_effects_common",
    "side_effects_serious",
    "who_should_be_careful",
    "monitoring",
    "jaw",
    "thigh",
]
ALWAYS = frozenset(SectionId.__args__) - {"jaw", "thigh"}  # type: ignore[attr-defined]
FrequencyWord = Literal["very_common", "common", "less_common", "uncommon", "rare", "measured", "uncertain"]


class Frequency(Pair):
    """An effect and how often it occurs, in the words of its source.

    ``measured``: the source gives a number instead (``number``: the card); ``uncertain``: neither.
    """

    frequency: FrequencyWord
    number: Optional[str] = None


class Drug(Model):
    """All that is said about one drug. ``options``: the options of the table that it serves."""

    id: DrugId
    name: Text
    plain_name: Text
    brands: list[Text]
    other_names: list[Text]
    class_: DrugClass = Field(..., alias="class")
    options: list[OptionId]
    in_table: bool
    pros: list[Pair] = Field(..., min_items=2)
    cons: list[Pair] = Field(..., min_items=2)
    frequencies: list[Frequency]
    sections: dict[SectionId, Statement]

    @root_validator(skip_on_failure=True)
    def _is_complete(cls, values: dict) -> dict:
        missing = sorted(ALWAYS - set(values["sections"]))
        if missing:
            raise ValueError(f"sections are missing: {', '.join(missing)}")
        if values["in_table"] != bool(values["options"]):
            raise ValueError("a drug in the table serves at least one option, any other drug none")
        return values


class Option(Model):
    """One option as it is compared: what it is, what it is like, good and bad points, key numbers."""

    id: OptionId
    name: TitlePair
    drugs: list[DrugId]
    what_it_is: Pair
    what_it_is_like: Pair
    pros: list[Pair] = Field(..., min_items=2)
    cons: list[Pair] = Field(..., min_items=2)
    numbers: list[str]
