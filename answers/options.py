"""The options of a decision, one by one: what each is, what it is like, what speaks for and against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from answers.facts import drug_name
from answers.knowledge import sources_of, store
from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme
from knowledge.records import OptionRecord

NO_DRUG = "no_drug"


def options_messages(decision: Mapping[str, Any], audience: Audience) -> list[Message]:
    """Return each option that is listed or may be, in a line, and the choice of no drug beside them."""
    words = theme("options")[audience]
    shown = [option["drug"] for option in decision["options"] if option["status"] != "excluded"]
    if not shown:
        return [Message(words["none"])]
    records = [store().option(drug) for drug in [*shown, NO_DRUG]]
    lines = [f"{_name(record, audience)}: {record.what_it_is.text[audience]}" for record in records]
    buttons = tuple(
        Button(_title(drug, audience), words["about"].format(drug=drug_name(drug, audience))) for drug in shown
    )
    middle = (len(lines) + 1) // 2
    return [
        Message("\n".join([words["intro"], *lines[:middle]]), _custom(records, shown)),
        Message("\n".join([*lines[middle:], words["more"]]), None, buttons),
    ]


def option_messages(option: str, audience: Audience) -> list[Message]:
    """Return one option in full: what it is like, what speaks for it, what against it."""
    words = theme("options")[audience]
    record = store().option(option)
    pros = " ".join(f"+ {each.text[audience]}" for each in record.pros)
    cons = " ".join(f"− {each.text[audience]}" for each in record.cons)
    numbers = [store().number(number).sentence[audience] for number in record.numbers[:1]]
    return [
        Message(f"{_name(record, audience)}. {record.what_it_is_like.text[audience]}", _custom([record], [option])),
        Message(f"{words['pros']} {pros}\n{words['cons']} {cons}"),
        *(Message(sentence) for sentence in numbers),
    ]


def _name(record: OptionRecord, audience: Audience) -> str:
    name = record.name[audience]
    return name[:1].upper() + name[1:]


def _title(drug: str, audience: Audience) -> str:
    name = drug_name(drug, audience).removeprefix("a ")
    return (name[:1].upper() + name[1:])[:20]


def _custom(records: list[OptionRecord], drugs: list[str]) -> dict[str, Any]:
    sources = sources_of(source for record in records for source in record.what_it_is.sources)
    return {"type": "topic", "topic": "drug_choice_comparison", "drugs": drugs, "sources": sources}
