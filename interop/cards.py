"""The cards of CDS Hooks: the decision of the table on a record, with what was read and what was not."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any, Optional

from answers.decision_clinician import HEADLINE, headline
from answers.decision_clinician import messages as clinician_messages
from answers.facts import drug_name
from answers.occasion import Occasion
from answers.register import CLINICIAN
from answers.scope import scope_message
from answers.strings import theme
from guideline import decide, near_limit
from interop.codes import medicine_of, table
from interop.record import Record
from interop.resources import UnreadableError, codes_of, contents, name_of, parse

Card = dict[str, Any]
INFO, WARNING = "info", "warning"
URGENT = "imperative"


def patient_cards(record: Record) -> list[Card]:
    """Return the card on the patient; none where the record holds neither a T-score nor a fracture to speak of."""
    if not {"t_score", "fracture"} & set(record.facts):
        return []
    decision, occasion = _decided(record)
    if decision["action"] == "out_of_scope":
        return [_scope_card(decision, record)]
    untreated = decision["strength"] == URGENT and not record.drugs
    return [_card(headline(decision, occasion), WARNING if untreated else INFO, decision, occasion, record)]


def order_cards(record: Record, context: Mapping[str, Any]) -> list[Card]:
    """Return a card for each selected order of an osteoporosis drug; none for other orders."""
    drugs = _selected(context, record)
    if not drugs:
        return []
    decision, occasion = _decided(record)
    if decision["action"] == "out_of_scope":
        return [_scope_card(decision, record)]
    return [_order_card(drug, decision, occasion, record) for drug in drugs]


def _decided(record: Record) -> tuple[dict[str, Any], Occasion]:
    case = record.case()
    near = near_limit(case)
    return decide(case), Occasion(scope_is_assumed=False, near=near, drugs=record.drugs)


def _selected(context: Mapping[str, Any], record: Record) -> list[str]:
    """Return the ids of the osteoporosis drugs among the selected orders."""
    drafts = {name_of(each): each for each in contents(context["draftOrders"])}
    drugs: list[str] = []
    for reference in context["selections"]:
        order = drafts.get(reference)
        if order is None:
            record.leave_out(f"{reference[:80]}: not among the draft orders")
        elif order.get("resourceType") == "MedicationRequest":
            drug = _drug_of(order, record)
            drugs += [drug] if drug and drug not in drugs else []
    return drugs


def _drug_of(order: Mapping[str, Any], record: Record) -> Optional[str]:
    try:
        request = parse(order)
    except UnreadableError as error:
        record.leave_out(f"{error.what}: {error.where}")
        return None
    return next((drug for each in codes_of(request.medicationCodeableConcept) if (drug := medicine_of(each))), None)


def _order_card(drug: str, decision: dict[str, Any], occasion: Occasion, record: Record) -> Card:
    words = theme("cards")[CLINICIAN]
    shown = drug.replace("_", " ")
    options = [each for each in decision["options"] if each["drug"] in table("medicines")["options"].get(drug, ())]
    status = _best(options)
    if drug in table("medicines")["not_in_table"]:
        key = "not_in_table"
    elif decision["action"] == "treat":
        key = status or "not_in_row"
    else:
        key = decision["action"]
    reason = next((each["condition"] or each["reason"] for each in options if each["status"] == status), "")
    names = " / ".join(dict.fromkeys(drug_name(each["drug"], CLINICIAN) for each in options))
    line = words["order"][key].format(drug=shown, option=names, reason=reason)
    indicator = INFO if key in ("listed", "conditional", "undetermined") else WARNING
    return _card(_short(line), indicator, decision, occasion, record)


def _best(options: Sequence[Mapping[str, Any]]) -> Optional[str]:
    """Return the status of the drug: where it stands for two options, the better one, since the table names no route."""
    found = {each["status"] for each in options}
    return next((status for status in ("listed", "conditional", "excluded") if status in found), None)


def _scope_card(decision: dict[str, Any], record: Record) -> Card:
    words = theme("cards")[CLINICIAN]
    scope = decision["facts"]["scope"]
    detail = "\n\n".join([scope_message(scope, CLINICIAN).text, *_lists(record)])
    return _framed(_short(words["scope"].format(scope=scope.replace("_", " "))), INFO, detail, decision)


def _card(summary: str, indicator: str, decision: dict[str, Any], occasion: Occasion, record: Record) -> Card:
    words = theme("cards")[CLINICIAN]
    _, *lines = clinician_messages(decision, occasion)[0].text.split("\n")
    points = "\n".join(f"- {line}" for line in [*lines, words["holds_for"]])
    head = f"**{headline(decision, occasion)}**"
    return _framed(summary, indicator, "\n\n".join([head, points, *_lists(record)]), decision)


def _lists(record: Record) -> list[str]:
    """Return what was read and what was not, as two markdown lists."""
    words = theme("cards")[CLINICIAN]
    parts = [(words["read"], record.read), (words["unread"], record.unread)]
    return [f"{title}\n\n" + "\n".join(f"- {_plain(each)}" for each in items) for title, items in parts if items]


def _plain(text: str) -> str:
    """Return text that markdown shows as it is: ids of resources come from outside."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|!" else sign for sign in text if sign.isprintable())


def _framed(summary: str, indicator: str, detail: str, decision: Mapping[str, Any]) -> Card:
    content = table("override_reasons")
    return {
        "uuid": str(uuid.uuid4()),
        "summary": summary,
        "indicator": indicator,
        "detail": detail,
        "source": {"label": f"{decision['source']['id']}, rule version {decision['rule_version']} (Osteochat)"},
        "overrideReasons": [
            {"code": code, "system": content["system"], "display": display}
            for code, display in content["reasons"].items()
        ],
    }


def _short(line: str) -> str:
    return line if len(line) <= HEADLINE else line[: HEADLINE - 1].rstrip(" ,") + "…"
