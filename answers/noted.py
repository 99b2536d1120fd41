"""What was noted, shown on request, as the contract's `summary`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from answers.care import care_names
from answers.facts import name_of, told
from answers.message import Message
from answers.register import Audience
from answers.strings import theme


def noted_message(
    facts: Mapping[str, Any],
    unsure: Sequence[str],
    drugs: Sequence[str],
    decision: Optional[Mapping[str, Any]],
    audience: Audience,
    cautions: Sequence[str] = (),
) -> Message:
    """Return the facts that were noted, those said to be unknown, and how to correct or delete them.

    :param cautions: reasons to be careful with a drug that the person mentioned, by id
    """
    words = theme("talk")[audience]
    known = told(facts, audience)
    names = care_names(cautions)
    outside = theme("facts")["scopes"][audience].get(facts.get("scope"))
    lines = [words["noted"].format(facts=", ".join(known))] if known else []
    if outside:
        lines.append(words["noted_outside"].format(reason=outside))
    if not (lines or names):
        lines.append(words["nothing_noted"])
    if unsure:
        unknown = ", ".join(name_of(fact, audience) for fact in unsure)
        lines.append(words["noted_unknown"].format(facts=unknown))
    if drugs:
        lines.append(words["noted_drugs"].format(drugs=", ".join(each.replace("_", " ") for each in drugs)))
    if names:
        lines.append(words["noted_care"].format(names=", ".join(names)))
    if known or outside or unsure or drugs or names:
        lines.append(words["noted_hint"])
    custom: dict[str, Any] = {
        "type": "summary",
        "facts": dict(facts),
        "decision": decision,
        "questions_for_doctor": [],
        "cautions": list(cautions),
    }
    return Message("\n".join(lines), custom)
