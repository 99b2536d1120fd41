"""Content of the longer conversations: follow-up, values, quiz, announcement, glossary, intended use."""

from __future__ import annotations

from typing import Literal, Optional

from pydantic import Field

from .base import DrugId, Model, OptionId, Pair, Text, TitlePair

Fit = Literal["fits", "partly", "does_not_fit"]


class Measure(Pair):
    """A general measure, or one step of the announcement of a long-term condition."""

    id: str
    title: TitlePair


class Choice(Model):
    """A quick reply."""

    id: str
    label: Text = Field(..., max_length=20)


class FollowUpQuestion(Model):
    """A question of the follow-up; ``drugs`` limits it to some drugs, ``red_flag`` follows a yes."""

    id: str
    patient: Text
    clinician: Text
    why: Text
    drugs: list[DrugId] = Field(default_factory=list)
    red_flag: Optional[str] = None
    choices: list[Choice] = Field(default_factory=list)
    sources: list[str] = Field(..., min_items=1)


class Advice(Pair):
    """Plain advice for one answer (a reason for missed doses, or a state of the denosumab date)."""

    id: str


class Check(Pair):
    """How a drug is taken, as a question that checks it."""

    drug: DrugId


class FollowUp(Model):
    """The follow-up conversation."""

    questions: list[FollowUpQuestion]
    advice: list[Advice]
    checks: list[Check]
    dates: list[Advice]


class Fitting(Pair):
    """How one option sits with one wish."""

    fit: Fit


class ValueItem(Model):
    """Something that may matter to a person, and how each option sits with it."""

    id: str
    label: Text = Field(..., max_length=20)
    question: Text
    sources: list[str] = Field(..., min_items=1)
    options: dict[OptionId, Fitting]

    def fitting(self, option: str) -> Fitting:
        """Return how an option, given by its id, sits with this wish. :raises KeyError: for an unknown option"""
        return {str(each): fitting for each, fitting in self.options.items()}[option]


class Values(Model):
    """All items, with the note that they sort nothing out."""

    note: Pair
    items: list[ValueItem]


class QuizChoice(Model):
    """An answer of the quiz with kind feedback."""

    id: str
    text: Text = Field(..., max_length=20)
    correct: bool
    feedback: Text


class Quiz(Model):
    """One question that checks understanding; exactly one choice is correct."""

    id: str
    question: Text
    choices: list[QuizChoice] = Field(..., min_items=2)
    sources: list[str] = Field(..., min_items=1)
    numbers: list[str] = Field(default_factory=list)


class GlossaryTerm(Pair):
    """A term that is explained at first use; ``terms`` are its spellings."""

    id: str
    terms: list[Text] = Field(..., min_items=1)


class IntendedUseStatement(Pair):
    """One wording of the statement of intended use."""

    id: str


class IntendedUse(Model):
    """The versioned statement of intended use."""

    version: str
    statements: list[IntendedUseStatement]
