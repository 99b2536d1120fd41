"""From what was heard to what is known: new facts, corrections, what to ask back, what is impossible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Optional

from actions import hearing_fractures
from actions.finding import Finding, as_clarification, of_kind
from actions.state import FACT_SLOTS
from answers.clarification import Clarification
from guideline import Case, CaseError, open_questions
from guideline.values import AGE_ADULT

Facts = dict[str, Any]

SIMPLE_FACTS = (
    "t_score",
    "age",
    "vertebral_fractures",
    "high_energy",
    "climacteric_symptoms",
    "bisphosphonate_problem",
    "low_peripheral_risk",
)
MENTIONED = ("drug", "caution", "suspicion")
ONE_SITE = "one_site"
"""Reason of a score of one place, told by itself."""
EARLIER = "earlier"
"""Reason of a score told of years ago."""
ALREADY_SAID = {"present", "past", "absent", "never", "planned", "refused"}


@dataclass
class Heard:
    """What one message, or several unanswered ones, changes.

    `facts` are all facts afterwards. `corrected` holds (fact, value before, value now) for known facts that changed.
    `unsure` are facts that the person said she does not know; `rejected` holds (fact, heard, reason).
    """

    facts: Facts
    taken: set[str] = field(default_factory=set)
    corrected: list[tuple[str, Any, Any]] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)
    clarify: list[Clarification] = field(default_factory=list)
    rejected: list[tuple[str, str, str]] = field(default_factory=list)
    mentions: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def anything(self) -> bool:
        """The message said something about the case."""
        return bool(self.taken or self.unsure or self.clarify or self.rejected)


def hear(
    findings: list[Finding], facts: Mapping[str, Any], corrects: bool = False, asked: Optional[str] = None
) -> Heard:
    """Apply the findings of a message to the facts known so far.

    :param findings: of the language understanding
    :param facts: values by fact name
    :param corrects: the message says that it corrects something
    :param asked: the fact that was asked for last
    """
    own = _without_young_age([each for each in findings if each.is_own], facts, corrects or asked == "age")
    heard = Heard({name: facts.get(name) for name in FACT_SLOTS})
    for fact in SIMPLE_FACTS:
        for finding in of_kind(own, fact):
            _hear_simple(heard, fact, hearing_fractures.as_answer(finding, asked), asked == fact)
    hearing_fractures.hear(heard, own, corrects, asked)
    _hear_scope(heard, own)
    for finding in of_kind(findings, *MENTIONED):
        if finding.status in ALREADY_SAID and finding.certainty != "ask":
            heard.mentions.setdefault(finding.kind, {})[str(finding.value)] = finding.status
    _settle(heard, facts)
    return heard


def _without_young_age(own: list[Finding], facts: Mapping[str, Any], replaces: bool) -> list[Finding]:
    """Leave out the age of a child, told by somebody who is known to be grown up: it is that of a time long ago."""
    known = facts.get("age")
    if known is None or known < AGE_ADULT or replaces:
        return own
    return [each for each in own if not (_is_age_of_child(each) or (each.kind == "scope" and each.value == "minor"))]


def _is_age_of_child(finding: Finding) -> bool:
    return finding.kind == "age" and isinstance(finding.value, int) and finding.value < AGE_ADULT


def _hear_simple(heard: Heard, fact: str, finding: Finding, replaces: bool) -> None:
    if finding.status == "unknown":
        heard.unsure.add(fact)
    elif finding.certainty == "reject":
        heard.rejected.append((fact, finding.text, finding.reason))
    elif finding.certainty == "ask" and not _mends(heard, fact, finding):
        _ask_back(heard, fact, finding)
    elif finding.certainty == "ask":
        heard.facts[fact] = finding.candidates[0]
        heard.taken.add(fact)
    elif not replaces and _known_stands(heard, fact, finding):
        heard.rejected.append((fact, finding.text, finding.reason))
    elif finding.value is not None:
        heard.facts[fact] = finding.value
        heard.taken.add(fact)
        if fact == "age":
            heard.facts["age_range"] = None
        if fact == "high_energy" and heard.facts["fracture_sites"]:
            heard.facts["fracture"] = None  # it follows from the sites anew


def _known_stands(heard: Heard, fact: str, finding: Finding) -> bool:
    """ "My T was -3.3 in 2010" corrects no score of today, nor "FN -2.4" a lower one: the lowest place counts (reading R4)."""
    known = heard.facts.get(fact)
    if known is None:
        return False
    if finding.reason == EARLIER:
        return bool(known != finding.value)
    return finding.reason == ONE_SITE and Decimal(str(known)) < Decimal(str(finding.value))


def _mends(heard: Heard, fact: str, finding: Finding) -> bool:
    """ "My T-score is -2.3, I read the wrong line": where another value is known, that one was the slip."""
    known = heard.facts.get(fact)
    is_slip = fact == "t_score" and finding.reason == "unclear" and len(finding.candidates) == 1
    return is_slip and known is not None and str(known) != finding.candidates[0]


def _ask_back(heard: Heard, fact: str, finding: Finding) -> None:
    is_decade = fact == "age" and finding.reason == "decade" and len(finding.candidates) == 2
    known = heard.facts.get("age")
    if is_decade and known is not None and min(finding.candidates) <= known <= max(finding.candidates):
        return  # "in my sixties" of somebody who is 66
    if is_decade and known is None and _settles_age(finding):
        heard.facts.update(age=None, age_range=list(finding.candidates))
        heard.taken.add("age")
        return
    heard.clarify.append(as_clarification(fact, finding))


def _settles_age(finding: Finding) -> bool:
    """A decade needs no question when all its years stand on the same side of the table's limits for an age."""
    return "age" not in open_questions(Case.from_facts({"age_range": sorted(finding.candidates)}))


def _hear_scope(heard: Heard, own: list[Finding]) -> None:
    scope: Optional[str] = None
    for finding in of_kind(own, "scope"):
        if finding.certainty == "ask":
            heard.clarify.append(as_clarification("scope", finding))
        elif finding.status == "present" and scope in (None, "in_scope"):
            scope = str(finding.value)
    for finding in of_kind(own, "sex", "menopause"):
        if finding.certainty == "clear" and finding.status == "present":
            scope = scope or {"male": "man", "pre": "premenopausal", "post": "in_scope"}.get(str(finding.value))
    if scope:
        heard.facts["scope"] = scope
        heard.taken.add("scope")


def _settle(heard: Heard, before: Mapping[str, Any]) -> None:
    """Check the facts as a whole, and note which known ones changed; values that cannot be are put back."""
    try:
        case = Case.from_facts(heard.facts)
    except CaseError as error:
        heard.rejected.append((error.fact, str(error.heard), error.reason))
        heard.facts[error.fact] = before.get(error.fact)
        heard.taken.discard(error.fact)
        try:
            case = Case.from_facts(heard.facts)
        except CaseError:
            heard.facts.update({name: before.get(name) for name in FACT_SLOTS})
            case = Case.from_facts(heard.facts)
    heard.facts["fracture"] = case.fracture_class
    for fact in FACT_SLOTS:
        old, new = before.get(fact), heard.facts[fact]
        if fact not in TOLD_TOGETHER and old is not None and new not in (None, old):
            heard.corrected.append((fact, old, new))
    old, new = _broken(before), _broken(heard.facts)
    if old and old != new:
        heard.corrected.append(("fracture", old, new))
    heard.unsure -= heard.taken


TOLD_TOGETHER = ("fracture", "fracture_sites", "age_range", "scope")
"""Facts whose change is told in another way than by old and new value."""


def _broken(facts: Mapping[str, Any]) -> Any:
    """Return the sites where there are any, else the class."""
    return facts.get("fracture_sites") or facts.get("fracture")
