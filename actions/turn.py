"""One turn: what the person said, what was known before, and the replies gathered on the way."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, Optional

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions.finding import Finding, findings_of
from actions.hearing import Heard, hear
from actions.incoming import is_bare_command, is_in, register_of_channel, unanswered
from actions.intents import ALARMS
from actions.state import AUDIENCE, DIALOGUE, FACT_SLOTS, REQUESTED, Dialogue
from answers.clarification import COUNT_NOT, Clarification
from answers.message import Message
from answers.register import Audience
from guideline import Case


class Turn:
    """The person's message with the state of the conversation; skills read it and change it."""

    def __init__(self, tracker: Tracker) -> None:
        slots = tracker.slots
        self._before = {name: slots.get(name) for name in (*FACT_SLOTS, AUDIENCE, REQUESTED, DIALOGUE)}
        self.facts: dict[str, Any] = {name: slots.get(name) for name in FACT_SLOTS}
        self.dialogue = Dialogue.from_slot(slots.get(DIALOGUE))
        self.mentioned_before = {kind: dict(each) for kind, each in self.dialogue.mentions.items()}
        self.requested: Optional[str] = slots.get(REQUESTED)
        self.message: Mapping[str, Any] = tracker.latest_message or {}
        self.audience: Audience = slots.get(AUDIENCE) or register_of_channel(self.message)
        self.text: str = self.message.get("text") or ""
        self.said: str = self.text
        """What of the message may answer the open question: all of it, unless a part asks about something else."""
        self.intent: str = (self.message.get("intent") or {}).get("name") or ""
        self.shares = {each["name"]: each["confidence"] for each in self.message.get("intent_ranking") or []}
        """What the message may mean and how likely each is (0 to 1), the likeliest first."""
        self.ranking = list(self.shares)
        self.reading: Mapping[str, Any] = self.message.get("reading") or {}
        self.findings = [] if is_bare_command(self.text) else findings_of(self.message)
        self.missed = list(unanswered(tracker, self.message))
        self.heard = Heard(dict(self.facts))
        self.replies: list[Message] = []
        self.flags: list[str] = []
        """Red flags in a clinician's case statement, told beside the decision."""
        self.decide_anyway = False
        """The decision is given even if it was given before."""
        self.set_aside: list[str] = []
        """Bones that this message shows not to count, since a big force broke them."""
        self.unclear: list[Clarification] = []
        """What was not clear and is told beside the decision instead of being asked back."""
        self.is_new_case = False
        """The message began a new case; the one before was put aside."""
        self.is_taken_back = False
        """What the last message brought in was taken back by this one."""
        self.other_patient = ""
        """What a clinician calls the patient whose whole case this message tells, where it is another than the last."""
        self.is_first = False
        """Nothing was said to this person before: this turn says what speaks here."""
        self.is_switched = False
        """The words turned to those for clinicians in mid-conversation, by the way the message is written."""
        self.whose_case: Optional[str] = None
        """A sentence that says whose case this now is, when that is new."""
        self.is_family_history = False
        """The message tells of somebody else beside the person's own case; nothing of it is noted as hers."""
        self._topic_before = self.dialogue.topic
        self.was_in_exercise = self.dialogue.exercise is not None
        """A short conversation with questions of its own was open when the message came."""
        self.is_over = False
        """Nothing more is said in this turn: no question, no decision."""

    @cached_property
    def told(self) -> Heard:
        """What this message tells by itself, whatever was known before; to be read, not changed."""
        return hear(self.findings, {})

    def leave_out(self, kinds: Collection[str], start: int, end: int) -> None:
        """Drop what was read of these kinds from a stretch of the message that only asks: it tells nothing of the person."""
        kept = [each for each in self.message.get("entities") or [] if not is_in(each, kinds, start, end)]
        self.read_as(findings_of({"entities": kept}))

    def read_as(self, findings: list[Finding]) -> None:
        """Take these as what the message tells."""
        self.findings = findings
        vars(self).pop("told", None)

    def answer_nothing(self) -> None:
        """Let nothing of the message answer the open question."""
        self.said, self.reading = "", {**self.reading, "fits": ""}

    def say(self, *messages: Message) -> None:
        """Add messages to the reply."""
        self.replies.extend(messages)

    def listen(self) -> None:
        """Take the facts of this message, after those of earlier ones that nobody could answer."""
        for message in self.missed:
            self._take(hear(findings_of(message), self.facts))
        if self._is_of_something_else:
            return
        corrects = bool(self.reading.get("corrects"))
        asked = "fracture" if self.dialogue.clarifying.get("reason") in COUNT_NOT else self.requested
        self._take(hear(self.findings, self.facts, corrects, asked))

    @property
    def _is_of_something_else(self) -> bool:
        """The age in "starting dose of apixaban in a 78-year-old?" is nobody's whose bones are spoken of."""
        is_refused = self.intent == "out_of_scope" and bool(self.reading.get("asks"))
        return is_refused and self.requested != "age" and self.told.taken == {"age"}

    def _take(self, heard: Heard) -> None:
        self.heard = heard
        self.facts = heard.facts
        unsure = [fact for fact in self.dialogue.unsure if fact not in heard.taken]
        new = {fact for fact in heard.unsure - set(unsure) if heard.facts.get(fact) is None}
        self.dialogue.unsure = [*unsure, *sorted(new)]
        for kind, mentioned in heard.mentions.items():
            self.dialogue.mentions.setdefault(kind, {}).update(mentioned)
        if heard.anything:
            self.dialogue.active = True

    def set_fact(self, fact: str, value: Any) -> None:
        """Take one fact that the context gives meaning to ("72" after the question for the age)."""
        before = dict(self.facts)
        self._take(hear([Finding(fact, value, self.text, "clear", "present", "", ())], before))

    def add_fact(self, fact: str, value: Any) -> None:
        """Take one fact beside those that were heard in this message."""
        heard = self.heard
        self.set_fact(fact, value)
        self.heard.taken |= heard.taken
        self.heard.unsure |= heard.unsure
        self.heard.corrected = [*heard.corrected, *self.heard.corrected]
        self.heard.clarify = [*heard.clarify, *self.heard.clarify]
        self.heard.rejected = [*heard.rejected, *self.heard.rejected]
        self.heard.mentions = heard.mentions

    def set_unsure(self, fact: str) -> None:
        """Note that the person does not know a fact."""
        if fact not in self.dialogue.unsure:
            self.dialogue.unsure.append(fact)
        self.heard.unsure.add(fact)
        self.dialogue.active = True

    @property
    def facts_before(self) -> dict[str, Any]:
        """The facts that were known when the message came."""
        return {name: self._before[name] for name in FACT_SLOTS}

    @property
    def changes_nothing(self) -> bool:
        """All that the message tells was known."""
        return self.facts == self.facts_before and self.dialogue.mentions == self.mentioned_before

    @property
    def is_command(self) -> bool:
        """A word with a slash before it is typed."""
        return self.text.lstrip().startswith("/")

    @property
    def has_own_course(self) -> bool:
        """An alarm, a command or a short conversation with questions of its own: no wording gives it another answer."""
        return self.intent in ALARMS or bool(self.dialogue.urgent or self.dialogue.exercise) or self.is_command

    @property
    def follows_long_answer(self) -> bool:
        """The last turn gave a long answer: "I don't understand" and "what is that?" mean it, not a question of ours."""
        return bool((self.dialogue.topic or {}).get("fresh"))

    @property
    def case(self) -> Case:
        """The case as known now; the class of a fracture is open while its force is asked (R2)."""
        asked = self.dialogue.waiting & {"high_energy"}
        return Case.from_facts({**self.facts, AUDIENCE: None}, frozenset(self.dialogue.unsure) | asked)

    @property
    def has_facts(self) -> bool:
        """Something is known of the case."""
        return any(value is not None for value in self.facts.values())

    def events(self) -> list[EventType]:
        """Return the changes of this turn as slot events; the dialogue slot last, always, as the mark of a turn answered."""
        after = {**self.facts, AUDIENCE: self.audience, REQUESTED: self.requested}
        topic = self.dialogue.topic
        if topic and topic is self._topic_before:
            self.dialogue.topic = {**topic, "fresh": False}
        changed = [SlotSet(name, value) for name, value in after.items() if value != self._before[name]]
        return [*changed, SlotSet(DIALOGUE, self.dialogue.as_slot())]
