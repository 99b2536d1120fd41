"""What stands beside an answer of the table, from other sources: readings, disagreements, cautions, the jaw.

When the knowledge cannot be read, the answer is given without it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from answers.care import care_text
from answers.knowledge import sources_of, unless_unreadable
from answers.register import CLINICIAN, Audience
from answers.strings import theme
from answers.urgent import UNNAMED
from knowledge.records import NumberRecord

Decision = Mapping[str, Any]


def reading_texts(notes: Sequence[str], audience: Audience) -> list[str]:
    """Return one line for each reading note (R1–R16)."""
    return unless_unreadable(lambda store: [f"{note}: {store.reading(note).text[audience]}" for note in notes], [])


def disagreement_texts(decision: Decision, audience: Audience) -> list[str]:
    """Return where other guidance says something else for this case, a sentence each."""
    facts = decision["facts"]
    if facts["fracture"] is None:
        return []
    t_score = None if facts["t_score"] is None else Decimal(str(facts["t_score"]))
    drugs = [option["drug"] for option in decision["options"] if option["status"] == "listed"]
    return unless_unreadable(
        lambda store: [
            _first_sentence(each.text[audience])
            for each in store.disagreements(facts["fracture"], t_score, drugs)
            if audience in each.text
        ],
        [],
    )


def _first_sentence(text: str) -> str:
    """Return the text up to its first full stop or colon before a capital, outside brackets."""
    for end in re.finditer(r"(?<=[a-z)])[.:](?=\s+[A-Z])", text):
        first = text[: end.start()]
        if first.count("(") == first.count(")"):
            return f"{first}."
    return text


def cautions_by_option(decision: Decision, cautions: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return, for each option that is not excluded, the cautions that touch it, with `avoid` or `ask_first` (R13)."""
    options = [option["drug"] for option in decision["options"] if option["status"] != "excluded"]
    known: dict[str, Mapping[str, str]] = unless_unreadable(
        lambda store: {each: store.caution(each).severity for each in cautions if each in store.cautions()},
        {},
    )
    touched = {drug: {each: severity[drug] for each, severity in known.items() if drug in severity} for drug in options}
    return {drug: found for drug, found in touched.items() if found}


def caution_texts(decision: Decision, cautions: Sequence[str], audience: Audience) -> list[str]:
    """Return what to be careful about, for reasons that the person mentioned and that touch an option of hers."""
    touching = dict.fromkeys(each for found in cautions_by_option(decision, cautions).values() for each in found)
    return [text for each in touching if (text := care_text(each, audience))]


ANTIRESORPTIVE = frozenset({"oral_bisphosphonate", "injectable_bisphosphonate", "denosumab"})
JAW_NUMBER = "jaw_range"


def jaw_text(decision: Decision, audience: Audience) -> str:
    """Return the short, calm paragraph on the jaw that goes with antiresorptive options; nothing without them."""
    if not any(option["drug"] in ANTIRESORPTIVE and option["status"] != "excluded" for option in decision["options"]):
        return ""
    words = theme("decision")[audience]["jaw"]
    return unless_unreadable(lambda store: _with_numbers(words, store.number(JAW_NUMBER)), "")


def _with_numbers(words: str, card: NumberRecord) -> str:
    assert card.high is not None
    return words.format(per=f"{card.per:,}", high=f"{card.high:g}", rest=f"{card.per - int(card.high):,}")


def beside_sources(decision: Decision, audience: Audience) -> list[dict[str, Any]]:
    """Return the sources of what is said beside the table."""
    if not jaw_text(decision, audience):
        return []
    return unless_unreadable(lambda store: sources_of(store.number(JAW_NUMBER).sources), [])


def flag_lines(flags: Sequence[str]) -> list[str]:
    """Return a line for each red flag of a case that a clinician tells: what it may be, and the first thing to do."""
    line = str(theme("decision")[CLINICIAN]["red_flag"])
    return [line.format(**flag_words(flag)) for flag in flags]


def flag_words(flag: str) -> dict[str, str]:
    """Return title and first action of a red flag, for a clinician; one that no list names has words of its own."""
    if flag == UNNAMED:
        words = theme("urgent")["clinician"]
        return {"title": words["unnamed_title"], "action": words["unnamed"]}
    return unless_unreadable(
        lambda store: {
            "title": store.red_flag(flag).title["clinician"],
            "action": store.red_flag(flag).action["clinician"],
        },
        {"title": flag.replace("_", " "), "action": ""},
    )
