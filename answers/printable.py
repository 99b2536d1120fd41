"""The summary as a page to print: at most two sheets of A4, with room for notes, and every word escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any, Optional

from answers.beside import jaw_text
from answers.facts import action_name, drug_name, listed, name_of, told
from answers.knowledge import unless_unreadable
from answers.register import Audience
from answers.strings import theme
from answers.subject import NO_DRUG, subject, table
from answers.summary import doctor_questions
from guideline.table_file import default_table

Decision = Mapping[str, Any]
Words = Mapping[str, Any]
STATUSES = ("listed", "conditional", "excluded")


def printable_page(
    facts: Mapping[str, Any], unsure: Sequence[str], decision: Optional[Decision], today: date, audience: Audience
) -> str:
    """Return the whole page as HTML; its style sheet is `/summary.css`, its print button needs `/summary.js`.

    :param facts: as the conversation knows them, null for what is not known
    :param unsure: facts that the person said she does not know
    :param decision: as `guideline.decide` returns it, or None when none was given
    """
    words = theme("printable")[audience]
    body = [
        f"<h1>{escape(words['title'])}</h1>",
        _paragraph(words["made"].format(date=f"{today:%d %B %Y}".lstrip("0"))),
        _section(words["told"], _told(facts, unsure, words, audience)),
        _section(words["answer"], _answer(decision, words, audience)),
        _options(decision, words, audience),
        _questions(decision, words, audience),
        _section(words["notes"], '<div class="lines"></div>'),
        _section(words["about"], _about(words, audience)),
    ]
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{escape(words["title"])}</title>'
        '<link rel="icon" href="../icon.svg"><link rel="stylesheet" href="../summary.css">'
        '<script src="../summary.js" defer></script>'
    )
    button = f'<p class="screen"><button type="button" id="print">{escape(words["print"])}</button></p>'
    return (
        f'<!doctype html><html lang="{words["lang"]}"><head>{head}</head>'
        f"<body><main>{button}{''.join(body)}</main></body></html>"
    )


def _told(facts: Mapping[str, Any], unsure: Sequence[str], words: Words, audience: Audience) -> str:
    known = told(facts, audience)
    said = _list(_capital(each) for each in known) if known else _paragraph(words["nothing"])
    if unsure:
        said += _paragraph(words["unsure"].format(facts=", ".join(name_of(fact, audience) for fact in unsure)))
    return said


def _answer(decision: Optional[Decision], words: Words, audience: Audience) -> str:
    if decision is None:
        return _paragraph(words["no_answer"])
    parts = [f'<p class="answer">{escape(_capital(action_name(decision["action"], audience)))}</p>']
    if decision["source"]["sentence"]:
        parts.append(_paragraph(words["because"].format(sentence=decision["source"]["sentence"])))
    return "".join([*parts, _paragraph(words["not_a_prescription"])])


def _options(decision: Optional[Decision], words: Words, audience: Audience) -> str:
    if not decision or not decision["options"]:
        return ""
    names = [each["drug"] for status in STATUSES for each in decision["options"] if each["status"] == status]
    columns: list[dict[str, Any]] = unless_unreadable(
        lambda _: table([subject("option", name, audience) for name in [*names, NO_DRUG]], audience), []
    )
    known = {each["id"]: each for each in columns}
    rows = [_row(name, _status(name, decision, words, audience), known.get(name, {}), audience) for name in names]
    if NO_DRUG in known:
        rows.append(_row(NO_DRUG, words["no_drug"], known[NO_DRUG], audience))
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in words["columns"])
    return _section(words["options"], f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>")


def _row(drug: str, status: str, known: Mapping[str, Any], audience: Audience) -> str:
    name = known.get("name") or _capital(drug_name(drug, audience))
    cells = [status, known.get("like", ""), " ".join(known.get("pros", ())), " ".join(known.get("cons", ()))]
    return f'<tr><th scope="row">{escape(name)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'


def _status(drug: str, decision: Decision, words: Words, audience: Audience) -> str:
    option = next(each for each in decision["options"] if each["drug"] == drug)
    return str(words[option["status"]].format(why=why_not_listed(decision, option, audience)))


def why_not_listed(decision: Decision, option: Mapping[str, Any], audience: Audience) -> str:
    """Return on what an option depends, or what keeps it off the list; nothing for one that is listed."""
    if option["status"] == "listed":
        return ""
    words, facts = theme("decision")[audience], decision["facts"]
    age = facts["age"] or facts.get("age_range")
    failed = [words["failed"][fact].format(count=facts["vertebral_fractures"], age=age) for fact in option["failed"]]
    still_open = [words["conditions"][fact] for fact in option["open"]] if option["status"] == "conditional" else []
    return listed([*still_open, *failed])


def _questions(decision: Optional[Decision], words: Words, audience: Audience) -> str:
    parts = _section(words["questions"], _list(doctor_questions(decision, audience)))
    if decision and jaw_text(decision, audience):
        dentist: tuple[str, ...] = unless_unreadable(lambda store: store.topic("dental_care").questions_for_dentist, ())
        parts += _section(words["dentist"], _list(dentist)) if dentist else ""
    return parts


def _about(words: Words, audience: Audience) -> str:
    rules = default_table()
    source = words["source"].format(id=rules.source, version=rules.rule_version, title=rules.title)
    use: str = unless_unreadable(lambda store: store.intended_use("short").text[audience], "")
    return _paragraph(source) + (_paragraph(use) if use else "")


def _section(title: str, body: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{body}</section>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _list(items: Any) -> str:
    return f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in items)}</ul>"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
