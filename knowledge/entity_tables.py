"""The tables of drugs, options, topics, red flags, cautions and notes."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .schema import KnowledgeBase
from .table import TableContent, listed, table


def entity_tables(base: KnowledgeBase) -> Iterator[TableContent]:
    """Their tables, each after those that it refers to."""
    yield from _drugs(base)
    yield from _topics(base)
    yield from _safety(base)


def _drugs(base: KnowledgeBase) -> Iterator[TableContent]:
    rows = (
        {"id": d.id, "name": d.name, "plain_name": d.plain_name, "class": d.class_, "in_table": int(d.in_table)}
        for d in base.drugs
    )
    yield table("drugs", "id name plain_name class in_table:int", "id", rows)
    names = (
        {"drug": drug.id, "kind": kind, "position": place, "name": name}
        for drug in base.drugs
        for kind, names_of in (("brand", drug.brands), ("other", drug.other_names))
        for place, name in enumerate(names_of)
    )
    yield table("drug_names", "drug kind position:int name", ("drug", "kind", "position"), names, "drug:drugs")
    options = ({"id": o.id, "name_patient": o.name.patient, "name_clinician": o.name.clinician} for o in base.options)
    yield table("options", "id name_patient name_clinician", "id", options)
    served = listed("drug", "option", ((drug.id, drug.options) for drug in base.drugs))
    links = "drug:drugs option:options"
    yield table("drug_options", "drug option position:int", ("drug", "option"), served, links)
    serving = listed("option", "drug", ((option.id, option.drugs) for option in base.options))
    yield table("option_drugs", "option drug position:int", ("option", "drug"), serving, links)
    shown = listed("option", "number", ((option.id, option.numbers) for option in base.options))
    links = "option:options number:numbers"
    yield table("option_numbers", "option number position:int", ("option", "number"), shown, links)
    frequencies = (
        {"statement": f"drug/{drug.id}/frequency/{place}", "drug": drug.id, "frequency": item.frequency}
        for drug in base.drugs
        for place, item in enumerate(drug.frequencies, start=1)
    )
    links = "statement:statements drug:drugs"
    yield table("frequencies", "statement drug frequency", "statement", frequencies, links)
    subjects = listed("member", "subject", _subjects(base).items())
    yield table("subjects", "member subject position:int", ("member", "subject"), subjects)


def _subjects(base: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """What each drug, option or class belongs to, itself first, from the narrow to the wide."""
    found: dict[str, tuple[str, ...]] = {"bisphosphonate": ("bisphosphonate",)}
    for option in base.options:
        classes = {drug.class_ for drug in base.drugs if drug.id in option.drugs}
        wide = ("bisphosphonate",) if classes == {"bisphosphonate"} else ()
        found[option.id] = (option.id, *wide)
    for drug in base.drugs:
        wide = ("bisphosphonate",) if drug.class_ == "bisphosphonate" else ()
        found[drug.id] = tuple(dict.fromkeys((drug.id, *drug.options, *wide)))
    return found


def _topics(base: KnowledgeBase) -> Iterator[TableContent]:
    rows = (
        {
            "id": topic.id,
            "title_patient": topic.title.patient,
            "title_clinician": topic.title.clinician,
            "ask": topic.ask,
            "drug_section": topic.drug_section,
        }
        for topic in base.topics
    )
    yield table("topics", "id title_patient title_clinician ask drug_section", "id", rows)
    for name, column, (first, second) in (
        ("topic_links", "target", ("red_flags", "see_also")),
        ("topic_questions", "text", ("questions_for_doctor", "questions_for_dentist")),
    ):
        rows_of = (
            {"topic": topic.id, "kind": kind, "position": place, column: value}
            for topic in base.topics
            for kind in (first, second)
            for place, value in enumerate(getattr(topic, kind))
        )
        yield table(name, f"topic kind position:int {column}", ("topic", "kind", "position"), rows_of, "topic:topics")


def _safety(base: KnowledgeBase) -> Iterator[TableContent]:
    flags = (
        {
            "id": flag.id,
            "title_patient": flag.title.patient,
            "title_clinician": flag.title.clinician,
            "urgency": flag.urgency,
            "escalates_to": flag.escalates_to,
        }
        for flag in base.red_flags
    )
    yield table("red_flags", "id title_patient title_clinician urgency escalates_to", "id", flags)
    yield table("cautions", "id", "id", ({"id": caution.id} for caution in base.cautions))
    severities = (
        {"caution": caution.id, "option": option, "position": place, "severity": caution.severity_of(option)}
        for caution in base.cautions
        for place, option in enumerate(caution.applies_to)
    )
    columns = "caution option position:int severity"
    yield table("caution_options", columns, ("caution", "option"), severities, "caution:cautions")
    notes = (
        {"id": note.id, **{name: json.dumps(value, default=str) for name, value in note.applies_to.dict().items()}}
        for note in base.disagreements
    )
    yield table("disagreements", "id fractures t_above t_at_most options", "id", notes)
    terms = ({"term": term, "glossary": item.id} for item in base.glossary for term in item.terms)
    yield table("glossary_terms", "term glossary", "term", terms)
