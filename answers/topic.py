"""An education answer: the words of the knowledge, with sources, and where to go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from answers.knowledge import sources_of, store
from answers.message import Button, Message
from answers.register import Audience, Depth
from answers.strings import theme
from knowledge.records import TopicAnswer

MOST_DRUGS = 2
NO_DRUG: tuple[None] = (None,)


TOPICS = (
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
)
"""The education topics, by the names that every part shares."""


def topic_messages(
    topic: str, drugs: Sequence[str], depth: Depth, audience: Audience, nearest: Sequence[str] = ()
) -> list[Message]:
    """Return the answer to a topic.

    :param topic: an id of the contract's section 4
    :param drugs: drugs that were named; none for the general answer; of many the first two are answered
    :param depth: `short` first, `more` for what follows it
    :param nearest: the topics that the message sounded like, the likeliest first
    """
    known = [drug for drug in drugs if drug in store().drugs() or drug in CLASSES]
    answers = [store().topic(topic, drug, depth, audience) for drug in (known[:MOST_DRUGS] or NO_DRUG)]
    answers = list({answer.statement: answer for answer in answers}.values())
    texts = [text for answer in answers for text in answer.texts]
    if not texts:
        return []
    custom = {**_custom(topic, known, answers), "nearest": list(nearest)}
    last = len(texts) - 1
    buttons = _buttons(answers[0], depth, audience)
    return [
        Message(text, custom if not number else None, buttons if number == last else ())
        for number, text in enumerate(texts)
    ]


CLASSES = ("bisphosphonate", "oral_bisphosphonate", "injectable_bisphosphonate")


def _custom(topic: str, drugs: list[str], answers: list[TopicAnswer]) -> dict[str, Any]:
    sources = sources_of(source for answer in answers for source in answer.sources)
    numbers = [number for answer in answers for number in answer.numbers]
    return {"type": "topic", "topic": topic, "drugs": drugs, "sources": sources, "numbers": numbers}


def _buttons(answer: TopicAnswer, depth: Depth, audience: Audience) -> tuple[Button, ...]:
    words = theme("topics")[audience]
    more = [Button.read(words["more"])] if depth == "short" and answer.has_more else []
    labels = theme("intents")
    near = [Button.read(labels[f"ask_{topic}"]) for topic in answer.see_also if f"ask_{topic}" in labels]
    return tuple(more + near[:2] + [Button.read(words["sources"])])


def source_message(topic: str, drugs: Sequence[str], audience: Audience) -> Message:
    """Return the sources of a topic's answer by title, year and address."""
    answer = store().topic(topic, drugs[0] if drugs else None, "short", audience)
    custom = _custom(topic, list(drugs), [answer])
    lines = [theme("topics")[audience]["source_list"]]
    lines += [f"• {each['title']}{_year(each)}{_address(each)}" for each in custom["sources"]]
    return Message("\n".join(lines), custom)


def _year(source: dict[str, Any]) -> str:
    return f" ({source['year']})" if source["year"] else ""


def _address(source: dict[str, Any]) -> str:
    return f", {source['url']}" if source["url"] else ""
