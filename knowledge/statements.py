"""Every statement of the knowledge base as one flat list, whatever file it comes from.

Citations, readability, search and the database all walk this list, so that nothing can be said past them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from . import schema
from .render import sentence
from .schema import Audience, KnowledgeBase


@dataclass(frozen=True)
class Said:
    """One text: for whom, at which depth, and its place (0, 1, …) among the messages of that depth."""

    audience: Audience
    depth: str
    position: int
    text: str


@dataclass(frozen=True)
class Statement:
    """One statement with its id (``drug/alendronate/how_to_take``), kind, texts and citations.

    ``topic`` and ``drug``: what a search that finds it should lead to.
    """

    id: str
    kind: str
    owner: str
    said: tuple[Said, ...]
    sources: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    topic: str | None = None
    drug: str | None = None
    titles: tuple[str, ...] = field(default=())


def statements(base: KnowledgeBase) -> list[Statement]:
    """All statements, in a fixed order."""
    return [
        *_topics(base),
        *_drugs(base),
        *_options(base),
        *_safety(base),
        *_notes(base),
        *_conversations(base),
        *_numbers(base),
    ]


def _deep(value: schema.Statement) -> tuple[Said, ...]:
    said: list[Said] = []
    sides: tuple[tuple[Audience, schema.DepthTexts], ...] = (
        ("patient", value.patient),
        ("clinician", value.clinician),
    )
    for audience, texts in sides:
        said += [Said(audience, "one_line", 0, texts.one_line), Said(audience, "short", 0, texts.short)]
        said += [Said(audience, "more", place, text) for place, text in enumerate(texts.more)]
    return tuple(said)


def _both(patient: str | None, clinician: str | None, depth: str = "short") -> tuple[Said, ...]:
    sides: tuple[tuple[Audience, str | None], ...] = (("patient", patient), ("clinician", clinician))
    return tuple(Said(audience, depth, 0, text) for audience, text in sides if text)


def _pair(identifier: str, kind: str, owner: str, value: Any, **rest: Any) -> Statement:
    numbers = tuple(getattr(value, "numbers", ()))
    extra = (value.number,) if getattr(value, "number", None) else ()
    said = _both(value.patient, value.clinician)
    return Statement(identifier, kind, owner, said, tuple(value.sources), (*numbers, *extra), **rest)


def _topics(base: KnowledgeBase) -> Iterator[Statement]:
    for topic in base.topics:
        titles = (topic.title.patient, topic.title.clinician, topic.ask)
        found: dict[str | None, schema.Statement] = {None: topic.general}
        found.update(topic.overrides)  # type: ignore[arg-type]
        for subject, value in found.items():
            identifier = f"topic/{topic.id}" + (f"/{subject}" if subject else "")
            kind = "topic_override" if subject else "topic"
            yield Statement(
                identifier, kind, topic.id, _deep(value), tuple(value.sources), tuple(value.numbers),
                topic=topic.id, drug=subject, titles=titles,
            )  # fmt: skip


def _drugs(base: KnowledgeBase) -> Iterator[Statement]:
    topic_of = {topic.drug_section: topic.id for topic in base.topics if topic.drug_section}
    topic_of.update({"how_often": "drug_how_to_take", "living_with": "drug_how_to_take"})
    for drug in base.drugs:
        names = (drug.name, *drug.brands, *drug.other_names)
        for name, value in drug.sections.items():
            yield Statement(
                f"drug/{drug.id}/{name}", "drug_section", drug.id, _deep(value), tuple(value.sources),
                tuple(value.numbers), topic=topic_of.get(name), drug=drug.id, titles=names,
            )  # fmt: skip
        yield from _points(f"drug/{drug.id}", drug.id, drug.pros, drug.cons)
        for place, effect in enumerate(drug.frequencies, start=1):
            yield _pair(f"drug/{drug.id}/frequency/{place}", "frequency", drug.id, effect, drug=drug.id)


def _points(prefix: str, owner: str, pros: Iterable[Any], cons: Iterable[Any]) -> Iterator[Statement]:
    for kind, points in (("pro", pros), ("con", cons)):
        for place, value in enumerate(points, start=1):
            yield _pair(f"{prefix}/{kind}/{place}", kind, owner, value)


def _options(base: KnowledgeBase) -> Iterator[Statement]:
    for option in base.options:
        prefix = f"option/{option.id}"
        yield _pair(f"{prefix}/what_it_is", "option", option.id, option.what_it_is)
        yield _pair(f"{prefix}/what_it_is_like", "option", option.id, option.what_it_is_like)
        yield from _points(prefix, option.id, option.pros, option.cons)


def _safety(base: KnowledgeBase) -> Iterator[Statement]:
    for flag in base.red_flags:
        said = (
            Said("patient", "watch_for", 0, flag.watch_for),
            *_both(flag.action.patient, flag.action.clinician, "action"),
            *_both(flag.why.patient, flag.why.clinician, "why"),
        )
        yield Statement(f"red_flag/{flag.id}", "red_flag", flag.id, said, tuple(flag.sources))
    for caution in base.cautions:
        yield _pair(f"caution/{caution.id}", "caution", caution.id, caution)
    for scope in base.scope:
        said = (
            *_both(scope.patient, scope.clinician),
            *_both(scope.pointer.patient, scope.pointer.clinician, "pointer"),
        )
        yield Statement(f"scope/{scope.id}", "scope", scope.id, said, tuple(scope.sources), tuple(scope.numbers))


def _notes(base: KnowledgeBase) -> Iterator[Statement]:
    for kind, values in (
        ("reading", base.readings),
        ("disagreement", base.disagreements),
        ("general_measure", base.general_measures),
        ("announcement", base.announcement),
        ("glossary", base.glossary),
        ("intended_use", base.intended_use.statements),
    ):
        for value in values:
            yield _pair(f"{kind}/{value.id}", kind, value.id, value)


def _conversations(base: KnowledgeBase) -> Iterator[Statement]:
    for question in base.follow_up.questions:
        said = (*_both(question.patient, question.clinician, "question"), *_both(question.why, None, "why"))
        yield Statement(f"follow_up/question/{question.id}", "follow_up", question.id, said, tuple(question.sources))
    for advice in base.follow_up.advice:
        yield _pair(f"follow_up/advice/{advice.id}", "follow_up", advice.id, advice)
    for check in base.follow_up.checks:
        yield _pair(f"follow_up/check/{check.drug}", "follow_up", check.drug, check)
    for date in base.follow_up.dates:
        yield _pair(f"follow_up/date/{date.id}", "follow_up", date.id, date)
    yield _pair("values/note", "values", "note", base.values.note)
    for item in base.values.items:
        yield Statement(
            f"values/{item.id}", "values", item.id, _both(item.question, None, "question"), tuple(item.sources)
        )
        for option, value in item.options.items():
            yield _pair(f"values/{item.id}/{option}", "values", item.id, value)
    for quiz in base.quiz:
        said = (
            Said("patient", "question", 0, quiz.question),
            *(Said("patient", "choice", place, c.text) for place, c in enumerate(quiz.choices)),
            *(Said("patient", "feedback", place, c.feedback) for place, c in enumerate(quiz.choices)),
        )
        yield Statement(f"quiz/{quiz.id}", "quiz", quiz.id, said, tuple(quiz.sources), tuple(quiz.numbers))


def _numbers(base: KnowledgeBase) -> Iterator[Statement]:
    for card in base.numbers:
        said = (
            *_both(sentence(card, "patient"), sentence(card, "clinician")),
            *_both(card.uncertainty.patient, card.uncertainty.clinician, "uncertainty"),
            *_both(card.conflict.patient, card.conflict.clinician, "conflict"),
        )
        yield Statement(f"number/{card.id}", "number", card.id, said, tuple(card.sources), (card.id,))
