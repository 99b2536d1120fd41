"""One line of text in, the case and its decision out: the same reading as in the chat, without a conversation round it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions.finding import EXTRACTOR, findings_of
from actions.hearing import Heard, hear
from actions.mentions import current_drugs, most_urgent, present_cautions
from actions.unclear import is_settled_without
from answers.clarification import Clarification
from answers.clarify import clarify_message, rejected_message
from answers.decision import decision_messages
from answers.occasion import Occasion
from answers.register import CLINICIAN
from answers.scope import scope_message
from guideline import Case, decide, near_limit

NOTHING_KNOWN: Mapping[str, Any] = {}


@dataclass(frozen=True)
class LineAnswer:
    """What one line gave: the decision on what was clear in it, and what was not.

    `clarify`: what can be read in several ways, and was left unknown. `rejected`: (fact, words, reason) of values that
    cannot be. `unknown`: facts that the line says are not known.
    """

    decision: dict[str, Any]
    occasion: Occasion
    clarify: tuple[Clarification, ...]
    rejected: tuple[tuple[str, str, str], ...]
    understood: bool
    several: bool = False
    """The line tells of two patients, and nothing of it was taken."""

    def as_dict(self) -> dict[str, Any]:
        """Return the contract's decision with what was not clear beside it, JSON-ready."""
        return {
            **self.decision,
            "unknown": list(self.occasion.unknown),
            "cautions": list(self.occasion.cautions),
            "red_flags": list(self.occasion.flags),
            "clarify": [
                {"fact": each.fact, "heard": each.heard, "reason": each.reason, "candidates": list(each.candidates)}
                for each in self.clarify
            ],
            "rejected": [{"fact": fact, "heard": words, "reason": reason} for fact, words, reason in self.rejected],
        }


def answer_line(text: str) -> LineAnswer:
    """Read a line as a clinician writes it and decide on what is clear in it; never raises for any text."""
    from nlu.clinical import read

    reading = read(text)
    entities = [{"entity": each.kind, "extractor": EXTRACTOR, **each.as_dict()} for each in reading.findings]
    findings = findings_of({"entities": entities})
    heard = hear(findings, NOTHING_KNOWN)
    case = Case.from_facts(heard.facts, frozenset(heard.unsure))
    decision = decide(case)
    occasion = Occasion(
        scope_is_assumed=heard.facts["scope"] is None,
        near=near_limit(case),
        drugs=current_drugs(heard.mentions),
        cautions=present_cautions(heard.mentions),
        unknown=sorted(heard.unsure),
        unclear=heard.clarify if is_settled_without([each.fact for each in heard.clarify], heard.facts, case) else (),
        flags=[flag] if (flag := most_urgent(findings)) else [],
    )
    return LineAnswer(
        decision, occasion, tuple(heard.clarify), tuple(heard.rejected), _is_understood(heard), reading.several
    )


def answer_text(answer: LineAnswer) -> str:
    """Return the answer as a clinician reads it; what was not clear is asked back below it."""
    scope = answer.decision["facts"]["scope"]
    if answer.decision["action"] == "out_of_scope":
        lines = [scope_message(scope, CLINICIAN).text]
    else:
        lines = [each.text for each in decision_messages(answer.decision, CLINICIAN, answer.occasion)]
    if not answer.occasion.unclear:
        lines += [clarify_message(each, CLINICIAN).text for each in answer.clarify]
    return "\n".join([*lines, *(rejected_message(*each, CLINICIAN).text for each in answer.rejected)])


def _is_understood(heard: Heard) -> bool:
    return heard.anything or bool(heard.mentions)
