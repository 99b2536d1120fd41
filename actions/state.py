"""What the dialogue remembers between two turns, kept in one slot beside the facts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, fields
from typing import Any, Optional

FACT_SLOTS = (
    "fracture",
    "fracture_sites",
    "vertebral_fractures",
    "t_score",
    "age",
    "age_range",
    "climacteric_symptoms",
    "bisphosphonate_problem",
    "low_peripheral_risk",
    "scope",
    "high_energy",
)
"""The facts of a case, by the names of their slots."""

AUDIENCE, DIALOGUE, REQUESTED = "audience", "dialogue", "requested_slot"


@dataclass
class Dialogue:
    """The state of one conversation.

    `active`: a case is being worked on. `forwarded`: a clinician asked for the answer in patient words.
    `asked`: facts asked so far, in order, each once. `of_at_most`: the bound told with
    the last question. `unsure`: facts the person said she does not know. `pending`: what must be clarified first, as
    `Clarification.as_dict`. `decision`: action and row of the last real decision, with the facts it was given on.
    `urgent`: the red flag after which nothing is asked. `faint`: only the sound of the words raised it.
    `topic`: the last long answer and its page, for "tell me more".
    `topics`: what was asked about, newest last. `explained`: terms explained so far. `record`: id of the last answer.
    `exercise`: the short conversation that is open (values, quiz, follow-up, report), its step and answers; `outcome`: what such
    conversations found, by name. `mentions`: drugs and cautions that were mentioned, by id, with their status. `misses`:
    messages not understood in a row. `about`: the relative whose case it is; `relative`: the one spoken of last; `others`: facts
    of the people whose case it is not now, by who they are. `outside`: why the table does not fit, once that was told in full.
    `returns`: how often in a row the open question came back after something else was answered.
    `asked_back`: how often each fact that waits in `pending` was asked back.
    `forces`: by broken bone whether a big force broke it (`high`, `low`, `open` while that is asked, or empty).
    `consoled`: the feelings (fear, grief, anger …) that were answered with a sentence. `warned`: reasons for care said beside
    an answer, each with the drug it was said of. `named`: the drug that was last spoken of. `perhaps`: the red flag of the
    last message, if the break was a new one. `alarms`: the red flags told so far, the newest last; `since_alarm`: turns since.
    `drip`: an infusion was spoken of. `label`: what a clinician calls the patient whose case it is ("1" for "pt A").
    `latest`: what the last message brought in, and what was known before it (see `last_told`).
    `undo`: facts and state before the last restart.
    """

    greeted: bool = False
    audience_chosen: bool = False
    forwarded: bool = False
    active: bool = False
    hurried: bool = False
    asked: list[str] = field(default_factory=list)
    of_at_most: int = 0
    unsure: list[str] = field(default_factory=list)
    pending: list[dict[str, Any]] = field(default_factory=list)
    clarified: int = 0
    decision: Optional[dict[str, Any]] = None
    urgent: Optional[str] = None
    faint: bool = False
    topic: Optional[dict[str, Any]] = None
    topics: list[str] = field(default_factory=list)
    explained: list[str] = field(default_factory=list)
    record: Optional[str] = None
    exercise: Optional[dict[str, Any]] = None
    outcome: dict[str, Any] = field(default_factory=dict)
    mentions: dict[str, dict[str, str]] = field(default_factory=dict)
    misses: int = 0
    about: Optional[str] = None
    returns: int = 0
    asked_back: dict[str, int] = field(default_factory=dict)
    forces: dict[str, str] = field(default_factory=dict)
    outside: Optional[str] = None
    consoled: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    named: Optional[str] = None
    perhaps: Optional[str] = None
    alarms: list[str] = field(default_factory=list)
    since_alarm: int = 0
    drip: bool = False
    relative: Optional[str] = None
    label: Optional[str] = None
    others: dict[str, dict[str, Any]] = field(default_factory=dict)
    latest: Optional[dict[str, Any]] = None
    undo: Optional[dict[str, Any]] = None
    deleted: bool = False

    @property
    def waiting(self) -> frozenset[str]:
        """The facts that must be clarified."""
        return frozenset(each["fact"] for each in self.pending)

    @property
    def clarifying(self) -> dict[str, Any]:
        """What is being clarified, as `Clarification.as_dict`; empty where nothing is."""
        return self.pending[0] if self.pending else {}

    def waits_no_more(self, facts: Collection[str]) -> None:
        """Clarify these facts no more."""
        self.pending = [each for each in self.pending if each["fact"] not in facts]

    @classmethod
    def from_slot(cls, value: Optional[dict[str, Any]]) -> Dialogue:
        """Read the slot; names that an older version wrote and this one does not know are passed over."""
        known = {each.name for each in fields(cls)}
        return cls(**{name: each for name, each in (value or {}).items() if name in known})

    def as_slot(self) -> dict[str, Any]:
        """Return what goes into the slot, without what is at its default, since it is stored at each turn."""
        blank = vars(Dialogue())
        return {name: value for name, value in vars(self).items() if value != blank[name]}
