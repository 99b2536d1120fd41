"""Reasons to be careful with a drug (reading R13) that a person mentioned: their names, their words, the drugs they concern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from answers.knowledge import sources_of, unless_unreadable
from answers.limits import MOST_WORDS, words
from answers.message import Message
from answers.register import Audience
from answers.strings import theme


def care_names(cautions: Iterable[str]) -> list[str]:
    """Return what the reasons are called, "blood clots"; those without a name are left out."""
    named = theme("summary")["cautions"]
    return [str(named[each]) for each in cautions if each in named]


def care_text(caution: str, audience: Audience) -> str:
    """Return what to be careful about for this reason, nothing where the knowledge has no words for it."""
    return unless_unreadable(
        lambda held: held.caution(caution).text[audience] if caution in held.cautions() else "", ""
    )


def concerned(caution: str) -> frozenset[str]:
    """Return the options and drugs that the reason concerns; options where the knowledge speaks of options."""
    nothing: Mapping[str, str] = {}
    severity = unless_unreadable(
        lambda held: held.caution(caution).severity if caution in held.cautions() else nothing, nothing
    )
    return frozenset(severity)


def options_of(drug: str) -> tuple[str, ...]:
    """Return the options of the table that a drug, a class or an option stands for; of one outside the table itself."""
    if drug == "bisphosphonate":
        return ("oral_bisphosphonate", "injectable_bisphosphonate")
    return unless_unreadable(lambda held: held.drug(drug).options if drug in held.drugs() else (), ()) or (drug,)


def beside(cautions: Sequence[str], audience: Audience) -> tuple[list[str], list[str]]:
    """Return the reasons whose words fit into one message together, at least the first, and those words."""
    told: list[str] = []
    texts: list[str] = []
    for each in cautions:
        text = care_text(each, audience)
        if text and (not texts or words(" ".join([*texts, text])) <= MOST_WORDS):
            told.append(each)
            texts.append(text)
    return told, texts


def heard_message(cautions: Sequence[str], touching: Sequence[str], audience: Audience) -> Message:
    """Return that reasons were noted, with what is to be careful about for those that touch a drug spoken of."""
    said = theme("care")[audience]
    names = care_names(cautions)
    _, texts = beside(touching, audience)
    first = said["noted"].format(names=", ".join(names)) if names else said["noted_unnamed"]
    return Message(" ".join([first, *texts]))


def beside_message(texts: Sequence[str], audience: Audience) -> Message:
    """Return what to be careful about, as it goes before an answer on a drug."""
    return Message(theme("care")[audience]["beside"].format(texts=" ".join(texts)))


def overview_texts(cautions: Sequence[str], options: Iterable[str], audience: Audience) -> list[str]:
    """Return what to be careful about beside these options, a text each."""
    shown = set(options)
    return [text for each in cautions if shown & concerned(each) and (text := care_text(each, audience))]


HEIGHT_LOSS = "height_loss"


def height_message(audience: Audience) -> Message:
    """Return what a loss of height may mean, as an answer of its own."""
    sources: list[dict[str, Any]] = unless_unreadable(lambda held: sources_of(held.caution(HEIGHT_LOSS).sources), [])
    custom = {"type": "topic", "topic": "monitoring", "drugs": [], "sources": sources, "numbers": []}
    return Message(care_text(HEIGHT_LOSS, audience), custom)
