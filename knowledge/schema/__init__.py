"""The shapes of the YAML files, as pydantic models, one module for each kind of content."""

from __future__ import annotations

from .base import Audience, Depth, DepthTexts, Pair, Statement, TitlePair
from .conversation import (
    Advice,
    Check,
    FollowUp,
    FollowUpQuestion,
    GlossaryTerm,
    IntendedUse,
    Measure,
    Quiz,
    QuizChoice,
    ValueItem,
    Values,
)
from .drugs import Drug, Frequency, Option
from .evidence import NumberCard, Source
from .safety import Caution, Disagreement, Reading, RedFlag, Scope
from .topics import Topic
from .whole import KnowledgeBase

__all__ = [
    "Advice",
    "Audience",
    "Caution",
    "Check",
    "Depth",
    "DepthTexts",
    "Disagreement",
    "Drug",
    "FollowUp",
    "FollowUpQuestion",
    "Frequency",
    "GlossaryTerm",
    "IntendedUse",
    "KnowledgeBase",
    "Measure",
    "NumberCard",
    "Option",
    "Pair",
    "Quiz",
    "QuizChoice",
    "Reading",
    "RedFlag",
    "Scope",
    "Source",
    "Statement",
    "TitlePair",
    "Topic",
    "ValueItem",
    "Values",
]
