"""What the extractor hands out: one `Finding` for each thing a person said, gathered in a `Reading`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

CLEAR = "clear"
ASK = "ask"
REJECT = "reject"

# Kinds that may stand in a case, with the statuses under which they count as the person's own fact.
_COUNTED: dict[str, frozenset[str]] = {
    "t_score": frozenset({"present"}),
    "age": frozenset({"present"}),
    "vertebral_fractures": frozenset({"present", "absent"}),
    "high_energy": frozenset({"present", "absent"}),
    "climacteric_symptoms": frozenset({"present", "absent", "past"}),
    "bisphosphonate_problem": frozenset({"present", "absent", "past", "never"}),
    "low_peripheral_risk": frozenset({"present", "absent"}),
    "scope": frozenset({"present"}),
}
_CLASSES = frozenset({"none", "non_severe", "severe_nonvertebral"})


@dataclass(frozen=True)
class Finding:
    """One thing heard in a message.

    kind: what it is about (`t_score`, `age`, `fracture_site`, `drug`, `red_flag`, …).
    value: the value as JSON can hold it (str, int, bool or None where no single value can be read).
    text: the person's own words, exactly `message[start:end]`.
    certainty: `clear` (use it), `ask` (read it back first) or `reject` (impossible).
    status: present, absent, past, family, hypothetical, planned, refused, never, question or unknown.
    reason: a code that says why `ask` or `reject`; empty otherwise.
    candidates: the readings a person may choose from, likeliest first.
    """

    kind: str
    value: object
    text: str
    start: int
    end: int
    certainty: str
    status: str = "present"
    reason: str = ""
    candidates: tuple[Any, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Return the finding as a dict that `json.dumps` accepts."""
        data = asdict(self)
        data["candidates"] = list(self.candidates)
        return data


@dataclass(frozen=True)
class Reading:
    """All that was heard in one message, in order of appearance.

    about: whose case the message tells: a relative ("mother"), "writer" where the writer tells facts of her own, else "".
    calm: the stretches (start, end) that speak of an alarming symptom and deny it, only suppose it or tell it as long over.
    fits: what it says to the question whether the person fits the table: yes, unsure, except or nothing.
    several: it tells the cases of two patients, of which none is taken.
    label: what the patient is called at its head ("1" for "pt A:"), else "".
    heading: it names a matter as one types it into a search box, and tells of nobody.
    """

    text: str
    findings: tuple[Finding, ...]
    register: str | None
    corrects: bool
    hypothetical: bool
    asks: bool
    about: str = ""
    calm: tuple[tuple[int, int], ...] = ()
    heading: bool = False
    fits: str = ""
    several: bool = False
    label: str = ""

    def of(self, kind: str) -> tuple[Finding, ...]:
        """Return the findings of one kind, in order of appearance."""
        return tuple(finding for finding in self.findings if finding.kind == kind)

    def facts(self) -> dict[str, object]:
        """Return the clear facts of the person under the names of the contract.

        Only facts that were said, of the person whose case it is, and that need no question first.
        `fracture_sites` lists the sites broken, from which the rule module works out the class; `fracture` appears
        without them, as "none" or as a class that was named ("severe non-vertebral fracture").
        """
        facts: dict[str, object] = {}
        sites = [str(f.value) for f in self.of("fracture_site") if _is_own(f, {"present"})]
        if sites:
            facts["fracture_sites"] = list(dict.fromkeys(sites))
        classes = [f.value for f in self.of("fracture") if f.value in _CLASSES and _is_own(f, {"present"})]
        if not sites and classes:
            facts["fracture"] = classes[0]
        for finding in self.findings:
            counted = _COUNTED.get(finding.kind)
            if counted and finding.value is not None and _is_own(finding, counted):
                facts.setdefault(finding.kind, finding.value)
        return facts


def _is_own(finding: Finding, statuses: frozenset[str] | set[str]) -> bool:
    return finding.certainty == CLEAR and finding.status in statuses
