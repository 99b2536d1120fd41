"""The options of a decision, one by one: what each is, what it is like, what speaks for and against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from answers.care import overview_texts
from answers.knowledge import sources_of, store
from answers.limits import MOST_MESSAGES, MOST_WORDS, fitted, packed, words
from answers.message import Button, Message
from answers.pages import as_pages
from answers.register import CLINICIAN, Audience
from answers.strings import theme
from answers.subject import NO_DRUG, card, subject
from knowledge.records import OptionRecord

TOPIC = "drug_choice_comparison"


def options_messages(
    decision: Optional[Mapping[str, Any]], audience: Audience, cautions: Sequence[str] = ()
) -> list[Message]:
    """Return each option that is listed or may be, in a line, and the choice of no drug beside them.

    :param decision: None when none was given yet: then all options of the table are shown, and said to be all
    :param cautions: reasons to be careful that the person mentioned; those that concern a shown option are said (R13)
    """
    said = theme("options")[audience]
    if decision is None:
        return _overview(said["all"], [each for each in store().options() if each != NO_DRUG], audience, cautions)
    shown = [option["drug"] for option in decision["options"] if option["status"] != "excluded"]
    return _overview(said["own"], shown, audience, cautions) if shown else [Message(said[_none(decision)])]


def _none(decision: Mapping[str, Any]) -> str:
    return "open" if decision["action"] == "undetermined" else "none"


def _overview(closing: str, shown: Sequence[str], audience: Audience, cautions: Sequence[str]) -> list[Message]:
    said = theme("options")[audience]
    records = [store().option(drug) for drug in [*shown, NO_DRUG]]
    lines = [f"{_name(record, audience)}: {record.what_it_is.text[audience]}" for record in records]
    care = overview_texts(cautions, shown, audience)
    texts = ["\n".join([*lines, *care, closing])] if audience == CLINICIAN else _beside(lines, care, closing)
    about = [Button(_title(drug), said["about"].format(option=_title(drug).lower())) for drug in shown]
    buttons = [*about, *(Button.read(said[key]) for key in ("compare", "values", "meaning"))]
    return as_pages([texts], _custom(records, shown), Button.read(said["numbers"]), buttons)[0]


def _beside(lines: list[str], care: list[str], closing: str) -> list[str]:
    """Return the options with as many of the cautions as there is room for, the first always: the closing words rather go."""
    options = fitted([*lines, *care])
    texts = packed([*options, closing])
    if len(texts) <= MOST_MESSAGES or not care:
        return texts
    return options if len(options) <= MOST_MESSAGES or len(care) == 1 else _beside(lines, care[:-1], closing)


def option_messages(option: str, audience: Audience) -> list[Message]:
    """Return one option in full: what it is and is like, what speaks for it, and with as many words what against it."""
    said = theme("options")[audience]
    record = store().option(option)
    first = f"{_name(record, audience)}. {record.what_it_is.text[audience]} {record.what_it_is_like.text[audience]}"
    column = subject("option", option, audience)
    both = card(column, column.pros, column.cons, audience)
    if audience == CLINICIAN:
        texts = [f"{first}\n{both}"]
    elif words(both) <= MOST_WORDS:
        texts = [first, both]
    else:
        texts = [first, card(column, column.pros, (), audience), card(column, (), column.cons, audience)]
    buttons = [Button.read(said[key]) for key in ("numbers", "sources")]
    custom = {**_custom([record], [option]), "numbers": list(record.numbers)}
    return as_pages([texts], custom, Button.read(said["numbers"]), buttons)[0]


def _name(record: OptionRecord, audience: Audience) -> str:
    """Return the name with what explains it, "Bone tablet (a bisphosphonate)": the answer of the table says it so."""
    name = record.name[audience]
    return name[:1].upper() + name[1:]


def _title(option: str) -> str:
    name = str(theme("values")["options"][option])
    return name[:1].upper() + name[1:]


def _custom(records: Sequence[OptionRecord], drugs: Sequence[str]) -> dict[str, Any]:
    notes = [note for each in records for note in (each.what_it_is, each.what_it_is_like, *each.pros, *each.cons)]
    sources = sources_of(source for note in notes for source in note.sources)
    return {"type": "topic", "topic": TOPIC, "drugs": list(drugs), "sources": sources, "numbers": []}
