"""The summary as data, and as one plain text: the same parts for chat, page and file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Optional

from answers.beside import beside_sources
from answers.conversation import Conversation
from answers.doctor_questions import dentist_questions, doctor_questions
from answers.facts import action_name, limit, name_of, told
from answers.follow_up_end import report_lines
from answers.knowledge import sources_of, unless_unreadable
from answers.record import wording_version
from answers.register import Audience
from answers.strings import theme
from answers.subject import NO_DRUG, Subject, subject
from answers.values import wish_labels
from guideline.table_file import default_table

Decision = Mapping[str, Any]


@dataclass(frozen=True)
class OptionPart:
    """One option with what speaks for and against it; `status` in words."""

    id: str
    name: str
    status: str
    like: str
    pros: tuple[str, ...]
    cons: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """All that a summary holds, in words of one register; `facts` by their names, null for what is not known."""

    date: str
    facts: Mapping[str, Any]
    told: tuple[str, ...]
    unknown: tuple[str, ...]
    taking: tuple[str, ...]
    health: tuple[str, ...]
    answer: str
    why: tuple[str, ...]
    options: tuple[OptionPart, ...]
    matters: tuple[str, ...]
    follow_up: tuple[str, ...]
    doctor: tuple[str, ...]
    dentist: tuple[str, ...]
    sources: tuple[Mapping[str, Any], ...]
    item: str
    version: str
    wording: str
    use: str
    use_version: str

    def as_dict(self) -> dict[str, Any]:
        """Return it JSON-ready."""
        return asdict(self)


def summary_parts(
    facts: Mapping[str, Any],
    unsure: Sequence[str],
    decision: Optional[Decision],
    today: date,
    audience: Audience,
    conversation: Optional[Conversation] = None,
) -> Summary:
    """Return the parts of the summary.

    :param facts: as the conversation knows them; :param unsure: facts that the person said she does not know
    :param decision: as `guideline.decide` returns it, None when none was given
    """
    talk = conversation or Conversation()
    said = theme("summary")[audience]
    columns = _columns(decision, audience)
    cautions = theme("summary")["cautions"]
    table = default_table()
    return Summary(
        date=f"{today.day} {today:%B %Y}",
        facts=dict(facts),
        told=tuple(told(facts, audience)),
        unknown=tuple(name_of(fact, audience) for fact in unsure),
        taking=tuple(each.replace("_", " ") for each in talk.drugs),
        health=tuple(cautions[each] for each in talk.cautions if each in cautions),
        answer=action_name(decision["action"], audience) if decision else said["no_answer"],
        why=tuple(_why(decision, talk, audience)),
        options=tuple(_option(status, column, audience) for status, column in columns),
        matters=tuple(unless_unreadable(lambda _: wish_labels(talk.wishes), [])),
        follow_up=tuple(_follow_up(talk, audience)),
        doctor=tuple(doctor_questions(decision, audience, talk)),
        dentist=tuple(dentist_questions(decision, talk)),
        sources=tuple(_sources([column for _, column in columns], decision, audience)),
        item=table.source,
        version=table.rule_version,
        wording=wording_version(),
        use=unless_unreadable(lambda store: store.intended_use("short").text[audience], ""),
        use_version=unless_unreadable(lambda store: store.intended_use_version(), ""),
    )


def _columns(decision: Optional[Decision], audience: Audience) -> list[tuple[str, Subject]]:
    """Return the options that are not excluded, each with its status, and no drug beside them."""
    shown = [(each["status"], each["drug"]) for each in (decision or {"options": []})["options"]]
    named = [(status, drug) for status, drug in shown if status != "excluded"]
    if not named:
        return []
    return unless_unreadable(
        lambda _: [(status, subject("option", drug, audience)) for status, drug in [*named, ("always", NO_DRUG)]], []
    )


def _option(status: str, column: Subject, audience: Audience) -> OptionPart:
    return OptionPart(
        column.id,
        column.short_name,
        theme("summary")[audience][status],
        column.like.text[audience],
        tuple(note.text[audience] for note in column.pros),
        tuple(note.text[audience] for note in column.cons),
    )


def _why(decision: Optional[Decision], talk: Conversation, audience: Audience) -> list[str]:
    said = theme("summary")[audience]
    if decision is None:
        return []
    sentence = decision["source"]["sentence"]
    lines = [said["sentence"].format(sentence=sentence)] if sentence else []
    if talk.near:
        near = talk.near
        lines.append(said["near"].format(distance=f"{near['distance']:g}", threshold=limit(near["threshold"])))
    return lines


def _follow_up(talk: Conversation, audience: Audience) -> list[str]:
    if not talk.follow_up:
        return []
    drug, answers = talk.follow_up["drug"], talk.follow_up["answers"]
    return unless_unreadable(lambda _: report_lines(drug, answers, audience), [])


def _sources(columns: Sequence[Subject], decision: Optional[Decision], audience: Audience) -> list[dict[str, Any]]:
    beside = beside_sources(decision, audience) if decision else []
    own: list[dict[str, Any]] = unless_unreadable(
        lambda _: sources_of(source for column in columns for source in column.sources), []
    )
    return list({each["id"]: each for each in [*own, *beside]}.values())


def document_text(whole: Summary, audience: Audience) -> str:
    """Return the whole summary as plain text under headings, to copy, print or send."""
    said = theme("summary")[audience]
    blocks = [
        ("told", [*whole.told, *_named(said, "unknown", "facts", whole.unknown), *_beside(whole, said)]),
        ("answer", [whole.answer, *whole.why]),
        ("options", [line for each in whole.options for line in _lines(each, said)]),
        ("matters", list(whole.matters)),
        ("follow_up", list(whole.follow_up)),
        ("questions", [f"• {each}" for each in whole.doctor]),
        ("dentist", [f"• {each}" for each in whole.dentist]),
        ("sources", [*_source_lines(whole), _version(whole, said), whole.use]),
    ]
    texts = ["\n".join([said["headings"][key], *lines]) for key, lines in blocks if lines]
    return "\n\n".join([said["title"].format(date=whole.date), *texts])


def _named(said: Mapping[str, Any], key: str, field: str, values: Sequence[str]) -> list[str]:
    return [said[key].format(**{field: ", ".join(values)})] if values else []


def _beside(whole: Summary, said: Mapping[str, Any]) -> list[str]:
    taking = _named(said, "taking", "drugs", whole.taking)
    return [*([] if whole.told else [said["nothing"]]), *taking, *_named(said, "health", "cautions", whole.health)]


def _lines(each: OptionPart, said: Mapping[str, Any]) -> list[str]:
    return [
        said["option"].format(name=each.name, status=each.status, like=each.like),
        said["for"].format(points=" ".join(each.pros)),
        said["against"].format(points=" ".join(each.cons)),
    ]


def _source_lines(whole: Summary) -> list[str]:
    return [f"• {each['title']}{' (' + str(each['year']) + ')' if each['year'] else ''}" for each in whole.sources]


def _version(whole: Summary, said: Mapping[str, Any]) -> str:
    return str(
        said["version"].format(
            id=whole.item, version=whole.version, wording=whole.wording, use_version=whole.use_version, date=whole.date
        )
    )
