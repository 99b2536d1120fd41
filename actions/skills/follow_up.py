"""How a treatment goes: doses, how it is taken, effects, dates, dentist, scan. It ends in advice, never in blame."""

from __future__ import annotations

from datetime import date
from typing import Any, Optional

from actions import danger, exercise
from actions.base import Skill
from actions.finding import of_kind
from actions.progress import current_drugs
from actions.skills.take_away import decision_of
from actions.skills.topics import TOPIC_INTENTS
from actions.turn import Turn
from answers import follow_up_reading as reading
from answers.choosing import label_of_choice, says_unsure
from answers.exercise import Step, exercise_text, step_message
from answers.follow_up import NAME, NONE, NOTHING, UNKNOWN, advice_messages, flag_of, follow_up_step, intro_text, plan
from answers.follow_up_end import checklist_message, end_messages
from answers.knowledge import store
from answers.limits import MOST_MESSAGES
from answers.message import Button, Message
from answers.register import CLINICIAN
from answers.strings import theme
from answers.topic import topic_messages


class FollowUp(Skill):
    """Begin the follow-up; a clinician gets the checklist at once."""

    action = "action_follow_up"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say what is coming; the first question follows."""
        drug = _known_drug(turn)
        if turn.audience == CLINICIAN:
            turn.say(checklist_message(drug, [drug] if drug else []))
            return
        exercise.start(turn, NAME, drug=drug, answers={})
        turn.say(Message(intro_text(drug)))


def _known_drug(turn: Turn) -> Optional[str]:
    """Return the drug that the message names, or the only one that the person said she takes."""
    named = [str(each.value) for each in of_kind(turn.findings, "drug") if str(each.value) in store().drugs()]
    taken = named or [drug for drug in current_drugs(turn) if drug in store().drugs()]
    return taken[0] if len(set(taken)) == 1 else None


class FollowUpCourse(exercise.Exercise):
    """The questions that the drug needs, one by one."""

    name = NAME
    intent = "follow_up"

    def ask(self, turn: Turn) -> None:
        """Ask the first question that has no answer yet."""
        turn.say(step_message(_step(turn), turn.audience))

    def label(self, turn: Turn) -> Optional[str]:
        """See the base class."""
        return label_of_choice(_step(turn), turn.text)

    def read(self, turn: Turn) -> Optional[str]:
        """See the base class."""
        step = _step(turn)
        if step.id == "drug":
            drugs = [str(each.value) for each in of_kind(turn.findings, "drug")]
            return reading.read_drug(step, turn.text, drugs)
        if step.id == "worry":
            return None if says_unsure(turn.text) else reading.read_worry(step, turn.text)
        return reading.read_answer(step, turn.text, date.today())

    def takes_questions(self, turn: Turn) -> bool:
        """A worry may well be said as a question."""
        return _open(turn) == "worry"

    def take(self, turn: Turn, answer: Any) -> None:
        """Note the answer and give the advice that it calls for; what alarms interrupts; after the last one, the end."""
        step = _step(turn).id
        if step == "drug":
            _take_drug(turn, answer)
            return
        _state(turn)["answers"][step] = answer
        flag = flag_of(step, answer)
        if flag:
            danger.warn(turn, flag)
            return
        advice = _advice(turn, step, answer)
        end = _end(turn) if _open(turn) is None else []
        turn.say(*advice[: MOST_MESSAGES - len(end)], *end)

    def keep(self, turn: Turn, answer: Any) -> bool:
        """Keep it if the alarm is the one that this answer raises: "my back hurts" says nothing of the thigh."""
        step = _step(turn).id
        kept = step != "drug" and flag_of(step, answer) == turn.dialogue.urgent
        if kept:
            _state(turn)["answers"][step] = answer
        return kept

    def unsure(self, turn: Turn) -> None:
        """Note that it is not known; without the drug there is nothing to go through yet."""
        step = _step(turn).id
        if step == "drug":
            exercise.end(turn)
            turn.say(Message(theme("follow_up")["patient"]["drug_unknown"]))
        else:
            self.take(turn, NOTHING if step == "worry" else UNKNOWN)

    def explain(self, turn: Turn) -> None:
        """See the base class."""
        turn.say(Message(_step(turn).why) if _step(turn).why else exercise_text("no_reason", turn.audience))


def _state(turn: Turn) -> dict[str, Any]:
    return turn.dialogue.exercise or {"answers": {}}


def _open(turn: Turn) -> Optional[str]:
    state = _state(turn)
    return next((each for each in plan(state["drug"], state["answers"]) if each not in state["answers"]), None)


def _step(turn: Turn) -> Step:
    state = _state(turn)
    return follow_up_step(_open(turn) or "worry", state["drug"], state["answers"])


def _take_drug(turn: Turn, drug: str) -> None:
    if drug == NONE:
        exercise.end(turn)
        turn.say(_no_drug())
        return
    _state(turn)["drug"] = drug
    turn.dialogue.mentions.setdefault("drug", {})[drug] = "present"


def _no_drug() -> Message:
    check = Button.read(theme("intents")["start_check"])
    return Message(theme("follow_up")["patient"]["no_drug"], None, (check,))


def _advice(turn: Turn, step: str, answer: str) -> list[Message]:
    """Return advice; a worry that sounds like a topic gets that topic's answer, any other one is put on the doctor's page."""
    drug = _state(turn)["drug"]
    found = advice_messages(step, answer, drug)
    if step != "worry" or found or answer == "nothing":
        return _with_far_apart(turn, step, found)
    if turn.intent in TOPIC_INTENTS:
        return topic_messages(turn.intent.removeprefix("ask_"), [drug], "short", turn.audience)[:1]
    return [Message(theme("follow_up")["patient"]["noted_worry"])]


def _with_far_apart(turn: Turn, step: str, found: list[Message]) -> list[Message]:
    if step == "denosumab_dates" and reading.is_far_apart(turn.text, date.today()):
        return [*found, Message(theme("follow_up")["patient"]["far_apart"])]
    return found


def _end(turn: Turn) -> list[Message]:
    """Close the follow-up and return its last messages; the answer to a worry comes before them if there is room."""
    state = _state(turn)
    exercise.end(turn)
    turn.dialogue.outcome[NAME] = {"drug": state["drug"], "answers": state["answers"]}
    facts = turn.case.as_facts()
    return end_messages(state["drug"], state["answers"], facts, decision_of(turn), date.today())
