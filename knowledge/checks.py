"""Rules that one file alone cannot show: ids that exist, sources that are cited, sets that are complete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from .figures import untraced
from .schema import KnowledgeBase
from .schema.base import DrugId, OptionId, TopicId
from .statements import statements

RED_FLAGS = (
    *("stroke", "lung_clot", "leg_clot", "anaphylaxis", "hip_fracture_now", "low_calcium", "oesophagus"),
    *("atypical_thigh_pain", "jaw", "new_back_pain", "cord_compression", "late_denosumab", "stop_denosumab"),
    *("palpitations_after_infusion", "heart_attack", "vaginal_bleeding", "breast_lump", "eye"),
    *("infection_on_denosumab", "severe_bone_pain", "spine_infection_or_cancer", "self_harm"),
)
SCOPES = (
    *("man", "premenopausal", "minor", "pregnancy", "glucocorticoids", "cancer_or_metastases"),
    *("secondary_osteoporosis", "severe_kidney_disease"),
)


def problems(base: KnowledgeBase) -> list[str]:
    """One sentence for each broken rule; empty when all is well."""
    found = [*_repeated(base), *_incomplete(base), *_unknown(base)]
    # The other rules need ids that exist.
    return found or [*_uncited(base), *_inconsistent(base), *untraced(base)]


def _repeated(base: KnowledgeBase) -> Iterator[str]:
    for name in base.__fields__:
        part = getattr(base, name)
        if not isinstance(part, list):
            continue
        counts = Counter(item.id for item in part)
        for identifier in sorted(key for key, count in counts.items() if count > 1):
            yield f"{name}: the id {identifier} stands twice."


def _incomplete(base: KnowledgeBase) -> Iterator[str]:
    wanted: dict[str, Iterable[str]] = {
        "drugs": get_args(DrugId),
        "options": get_args(OptionId),
        "topics": get_args(TopicId),
        "red_flags": RED_FLAGS,
        "scope": SCOPES,
        "readings": [f"R{number}" for number in range(1, 17)],
    }
    for name, identifiers in wanted.items():
        missing = sorted(set(identifiers) - {item.id for item in getattr(base, name)})
        if missing:
            yield f"{name}: missing {', '.join(missing)}."


def _unknown(base: KnowledgeBase) -> Iterator[str]:
    sources, numbers = {item.id for item in base.sources}, {item.id for item in base.numbers}
    flags = {item.id for item in base.red_flags}
    for statement in statements(base):
        for kind, cited, known in (("source", statement.sources, sources), ("number", statement.numbers, numbers)):
            for identifier in sorted(set(cited) - known):
                yield f"{statement.id}: there is no {kind} {identifier}."
    for topic in base.topics:
        for identifier in sorted(set(topic.red_flags) - flags):
            yield f"topics: {topic.id} names an unknown red flag {identifier}."
        if topic.id in topic.see_also:
            yield f"topics: {topic.id} refers to itself."
    for option in base.options:
        for identifier in sorted(set(option.numbers) - numbers):
            yield f"options: {option.id} names an unknown number {identifier}."
    for flag in base.red_flags:
        if flag.escalates_to not in {None, "emergency_now", *flags}:
            yield f"red_flags: {flag.id} escalates to an unknown flag {flag.escalates_to}."
    for question in base.follow_up.questions:
        if question.red_flag not in {None, *flags}:
            yield f"follow_up: {question.id} names an unknown red flag {question.red_flag}."


def _uncited(base: KnowledgeBase) -> Iterator[str]:
    cited = {source for statement in statements(base) for source in statement.sources}
    for source in base.sources:
        if source.id not in cited:
            yield f"sources: no statement cites {source.id}."


def _inconsistent(base: KnowledgeBase) -> Iterator[str]:
    drugs = {drug.id: drug for drug in base.drugs}
    for option in base.options:
        for drug in option.drugs:
            if option.id not in drugs[drug].options:
                yield f"options: {option.id} lists {drug}, which does not name this option."
    for quiz in base.quiz:
        if sum(choice.correct for choice in quiz.choices) != 1:
            yield f"quiz: {quiz.id} needs exactly one correct choice."
    for item in base.values.items:
        missing = sorted(set(get_args(OptionId)) - set(item.options))
        if missing:
            yield f"values: {item.id} leaves out {', '.join(missing)}."
