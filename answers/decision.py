"""A decision in words: what both registers share, and the choice between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from answers import decision_clinician, decision_patient
from answers.beside import beside_sources, cautions_by_option
from answers.facts import action_name
from answers.message import Message
from answers.occasion import Occasion
from answers.register import PATIENT, Audience
from answers.strings import theme

Decision = Mapping[str, Any]


def decision_messages(decision: Decision, audience: Audience, occasion: Optional[Occasion] = None) -> list[Message]:
    """Return the messages that tell a decision: for a patient at most three, for a clinician one.

    The first one carries the contract's `decision` object.
    """
    occasion = occasion or Occasion()
    cautions = cautions_by_option(decision, occasion.cautions)
    custom = {
        "type": "decision",
        **decision,
        "options": [{**each, "cautions": cautions.get(each["drug"], {})} for each in decision["options"]],
        "audience": audience,
        "unknown": list(occasion.unknown),
        "changed_from": occasion.changed_from,
        "hypothetical": occasion.hypothetical,
        "red_flags": list(occasion.flags),
        "beside": beside_sources(decision, audience),
    }
    register = decision_clinician if audience == "clinician" else decision_patient
    first, *rest = register.messages(decision, occasion)
    return [Message(first.text, custom, first.buttons), *rest]


def same_decision_message(decision: Decision, occasion: Occasion) -> Message:
    """Return, for a patient who told something that changes nothing, that the answer stays: its words were said before."""
    first, *rest = decision_messages(decision, PATIENT, occasion)
    text = theme("decision")[PATIENT]["same"].format(action=action_name(decision["action"], PATIENT))
    return Message(text, first.custom, (rest or [first])[-1].buttons)
