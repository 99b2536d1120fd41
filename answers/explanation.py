"""Why the answer is what it is: the row, its words, and how far each input is from the next threshold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from answers.beside import reading_texts
from answers.facts import action_name, drug_name, limit, signed
from answers.limits import packed
from answers.message import Message
from answers.register import PATIENT, Audience
from answers.strings import theme

MOST_ROWS = 3


def explanation_messages(
    decision: Mapping[str, Any], distances: Sequence[Mapping[str, Any]], title: str, audience: Audience
) -> list[Message]:
    """Return the explanation of a decision; a clinician gets it in one message.

    :param decision: as `guideline.decide` returns it
    :param distances: as `guideline.distances` returns them
    :param title: title of the table
    """
    custom = {
        "type": "explanation",
        "row": decision["row"],
        "source": decision["source"],
        "distances": list(distances),
        "notes": decision["notes"],
    }
    lines = [*_rows(decision, audience), *_distances(decision, distances, audience)]
    if audience == "clinician":
        lines += reading_texts(decision["notes"], audience)
    words = theme("explanation")[audience]
    source = {"id": decision["source"]["id"], "version": decision["rule_version"], "title": title}
    lines.append(words["source"].format(**source))
    texts = packed(lines) if audience == PATIENT else ["\n".join(lines)]
    return [Message(text, None if at else custom) for at, text in enumerate(texts)]


def _rows(decision: Mapping[str, Any], audience: Audience) -> list[str]:
    words = theme("explanation")[audience]
    if decision["row"]:
        lines = [words["row"].format(row=decision["row"], sentence=decision["source"]["sentence"])]
        if audience == "clinician" and decision["source"]["options_sentence"]:
            lines.append(words["options"].format(sentence=decision["source"]["options_sentence"]))
        return lines
    rows = decision["rows"][:MOST_ROWS]
    lines = [words["rows"].format(row=row["row"], sentence=row["sentence"]) for row in rows]
    return [words["several"], *lines] if audience == PATIENT else lines


def _distances(decision: Mapping[str, Any], distances: Sequence[Mapping[str, Any]], audience: Audience) -> list[str]:
    words = theme("explanation")[audience]
    t_score = decision["facts"]["t_score"]
    if t_score is None:
        return [words["no_t_score"]]
    lines = []
    for each in distances:
        said = {**each, "distance": f"{each['distance']:g}", "beyond": action_name(each["action_beyond"], audience)}
        if each["fact"] == "t_score":
            said.update(value=signed(t_score), threshold=limit(each["threshold"]))
        else:
            said.update(option=drug_name(each["option_beyond"], audience))
        lines.append(words[each["fact"]].format(**said))
    return [*lines[:MOST_ROWS], words["nothing_else"]]
