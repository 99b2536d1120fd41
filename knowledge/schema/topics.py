"""Education topics (section 4 of the contract)."""

from __future__ import annotations

from typing import Optional

from pydantic import Field

from .base import Model, Statement, SubjectId, Text, TitlePair, TopicId
from .drugs import SectionId


class Topic(Model):
    """One topic.

    ``ask``: how a person would ask for it, as the label of a button. ``drug_section``: the section of a
    drug that answers the topic for that drug. ``overrides``: answers for a class or drug where neither
    the general answer nor a drug's section fits.
    """

    id: TopicId
    title: TitlePair
    ask: Text = Field(..., max_length=20)
    keywords: list[Text] = Field(..., min_items=3)
    drug_section: Optional[SectionId]
    general: Statement
    overrides: dict[SubjectId, Statement] = Field(default_factory=dict)
    red_flags: list[str]
    see_also: list[TopicId] = Field(..., min_items=2, max_items=3)
    questions_for_doctor: list[Text] = Field(..., min_items=1)
    questions_for_dentist: list[Text]
