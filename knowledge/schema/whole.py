"""The whole knowledge base, as it is read from the YAML files."""

from __future__ import annotations

from .base import Model
from .conversation import FollowUp, GlossaryTerm, IntendedUse, Measure, Quiz, Values
from .drugs import Drug, Option
from .evidence import NumberCard, Source
from .safety import Caution, Disagreement, Reading, RedFlag, Scope
from .topics import Topic


class KnowledgeBase(Model):
    """Every part of the content; lists are in the order of the files, files in the order of their names."""

    sources: list[Source]
    numbers: list[NumberCard]
    drugs: list[Drug]
    options: list[Option]
    topics: list[Topic]
    red_flags: list[RedFlag]
    cautions: list[Caution]
    scope: list[Scope]
    readings: list[Reading]
    disagreements: list[Disagreement]
    general_measures: list[Measure]
    announcement: list[Measure]
    glossary: list[GlossaryTerm]
    quiz: list[Quiz]
    follow_up: FollowUp
    values: Values
    intended_use: IntendedUse
