"""Names fixed by the contract, and the building blocks that every kind of content shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, Extra, Field, constr, validator

Audience = Literal["patient", "clinician"]
Depth = Literal["one_line", "short", "more", "full"]

DrugId = Literal[
    "alendronate",
    "risedronate",
    "ibandronate",
    "zoledronic_acid",
    "denosumab",
    "raloxifene",
    "teriparatide",
    "menopausal_hormone_therapy",
    "romosozumab",
]
OptionId = Literal[
    "oral_bisphosphonate",
    "injectable_bisphosphonate",
    "denosumab",
    "raloxifene",
    "teriparatide",
    "menopausal_hormone_therapy",
    "no_drug",
]
# What an override of a topic, a number or a caution may speak of: a drug, an option or the class.
SubjectId = Literal[
    "bisphosphonate",
    "oral_bisphosphonate",
    "injectable_bisphosphonate",
    "alendronate",
    "risedronate",
    "ibandronate",
    "zoledronic_acid",
    "denosumab",
    "raloxifene",
    "teriparatide",
    "menopausal_hormone_therapy",
    "romosozumab",
]
TopicId = Literal[
    "what_is_osteoporosis",
    "t_score_meaning",
    "drug_how_it_works",
    "drug_how_to_take",
    "missed_dose",
    "side_effects_common",
    "side_effects_serious",
    "mronj",
    "dental_care",
    "stopping_or_holiday",
    "duration",
    "drug_choice_comparison",
    "benefit_size",
    "interactions_contraindications",
    "calcium_vitamin_d",
    "lifestyle_falls",
    "hormone_therapy",
    "denosumab_rebound",
    "atypical_femoral_fracture",
    "adherence",
    "monitoring",
    "cost_access",
]
FractureClass = Literal["none", "non_severe", "severe_nonvertebral", "severe_vertebral"]

# A message may be short, never empty and never padded.
if TYPE_CHECKING:
    Text = str
else:
    Text = constr(strip_whitespace=True, min_length=2)


class Model(BaseModel):
    """A part of a YAML file. Unknown fields are refused, so that a typing slip is not a silent loss."""

    class Config:
        extra = Extra.forbid
        allow_mutation = False
        allow_population_by_field_name = True


class TitlePair(Model):
    """Two words or two short lines for the same thing, one for each register; no sources of its own."""

    patient: Text
    clinician: Text


def _without_repeats(values: list[str]) -> list[str]:
    repeated = sorted({value for value in values if values.count(value) > 1})
    if repeated:
        raise ValueError(f"{', '.join(repeated)} is listed twice")
    return values


class Pair(TitlePair):
    """One statement in both registers, with its sources and the number cards that it quotes."""

    sources: list[str] = Field(..., min_items=1)
    numbers: list[str] = Field(default_factory=list)

    _unique = validator("sources", "numbers", allow_reuse=True)(_without_repeats)


class DepthTexts(Model):
    """One answer at three depths.

    ``one_line``: one line. ``short``: the default answer, one message. ``more``: up to two further
    messages, which follow the short one when the person asks for more.
    """

    one_line: Text
    short: Text
    more: list[Text] = Field([], max_items=2)


class Statement(Model):
    """An answer in both registers and at all depths, with its sources and number cards."""

    patient: DepthTexts
    clinician: DepthTexts
    sources: list[str] = Field(..., min_items=1)
    numbers: list[str] = Field(default_factory=list)

    _unique = validator("sources", "numbers", allow_reuse=True)(_without_repeats)
