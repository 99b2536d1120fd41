"""An education answer: the words of the knowledge, with sources, and where to go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from answers.knowledge import sources_of, store
from answers.limits import paged
from answers.message import Button, Message
from answers.pages import Pages, as_pages
from answers.register import PATIENT, Audience, Depth
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


COMPLETE = ("mronj",)
"""Topics told whole at once: half of what there is to say of the jaw frightens, or leaves out whom to call."""

CLASSES = ("bisphosphonate", "oral_bisphosphonate", "injectable_bisphosphonate")


def topic_messages(
    topic: str, drugs: Sequence[str], depth: Depth, audience: Audience, nearest: Sequence[str] = ()
) -> list[Message]:
    """Return the answer to a topic in one depth.

    :param topic: an id of the contract's section 4
    :param drugs: drugs that were named; none for the general answer; of many the first two are answered
    :param depth: `one_line`, `short`, or `more` for what follows the short form
    :param nearest: the topics that the message sounded like, the likeliest first
    """
    pages = _pages(topic, drugs, [depth], audience, nearest)
    return pages[0] if pages else []


def topic_pages(
    topic: str, drugs: Sequence[str], audience: Audience, nearest: Sequence[str] = (), brief: bool = False
) -> Pages:
    """Return the answer page by page: the short form, then what follows it; one line before both if it is to be brief.

    Parameters as in `topic_messages`.
    """
    depths: list[Depth] = ["one_line", "short", "more"] if brief else ["short", "more"]
    return _pages(topic, drugs, depths, audience, nearest)


def _pages(
    topic: str, drugs: Sequence[str], depths: Sequence[Depth], audience: Audience, nearest: Sequence[str]
) -> Pages:
    known = [drug for drug in drugs if drug in store().drugs() or drug in CLASSES]
    if topic in COMPLETE and audience == PATIENT and len(known) < MOST_DRUGS:
        depths = ["full" if depth == "short" else depth for depth in depths if depth != "more" or "short" not in depths]
    answers = [_answers(topic, known, depth, audience) for depth in depths]
    texts = [page for each in answers for page in paged([text for answer in each for text in answer.texts])]
    words = theme("topics")[audience]
    custom = {**_custom(topic, known, answers[0]), "nearest": list(nearest)}
    return as_pages(texts, custom, Button.read(words["more"]), _buttons(answers[0][0], audience))


def _answers(topic: str, drugs: Sequence[str], depth: Depth, audience: Audience) -> list[TopicAnswer]:
    """Return the answer for each drug, each statement once (two drugs of a class can share one)."""
    answers = [store().topic(topic, drug, depth, audience) for drug in (drugs[:MOST_DRUGS] or NO_DRUG)]
    return list({answer.statement: answer for answer in answers}.values())


def _custom(topic: str, drugs: list[str], answers: list[TopicAnswer]) -> dict[str, Any]:
    sources = sources_of(source for answer in answers for source in answer.sources)
    numbers = list(dict.fromkeys(number for answer in answers for number in answer.numbers))
    return {"type": "topic", "topic": topic, "drugs": drugs, "sources": sources, "numbers": numbers}


def _buttons(answer: TopicAnswer, audience: Audience) -> list[Button]:
    words = theme("topics")[audience]
    labels = theme("intents")
    near = [Button.read(labels[f"ask_{topic}"]) for topic in answer.see_also if f"ask_{topic}" in labels]
    numbers = [Button.read(words["numbers"])] if answer.numbers else []
    return [*near[:2], *numbers, Button.read(words["sources"])]


def source_message(
    topic: str, drugs: Sequence[str], sources: Sequence[Mapping[str, Any]], audience: Audience
) -> Message:
    """Return the sources of an answer by title, year and address.

    :param sources: as `sources_of` returns them
    """
    custom = {
        "type": "topic",
        "topic": topic,
        "drugs": list(drugs),
        "sources": list(sources),
        "numbers": [],
        "what": "sources",
    }
    lines = [theme("topics")[audience]["source_list"]]
    lines += [f"• {each['title']}{_year(each)}{_address(each)}" for each in sources]
    return Message("\n".join(lines), custom)


def _year(source: Mapping[str, Any]) -> str:
    return f" ({source['year']})" if source["year"] else ""


def _address(source: Mapping[str, Any]) -> str:
    return f", {source['url']}" if source["url"] else ""
