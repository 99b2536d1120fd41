"""The person tells something about her case, or answers a question."""

from __future__ import annotations

from actions.base import Skill
from actions.finding import of_kind
from actions.forces import ENERGY
from actions.intents import AFFIRM, DENY, DONT_KNOW
from actions.progress import next_question
from actions.turn import Turn
from answers.knowledge import unless_unreadable
from answers.talk import talk


class Inform(Skill):
    """Take the facts; what follows (a question, a decision) is the course of every turn."""

    action = "action_inform"

    def answer(self, turn: Turn) -> None:
        """Say that something was noted when nothing else will show it; a drug told at the start opens what can be asked."""
        if turn.heard.anything or turn.requested or turn.dialogue.exercise:
            return
        drug = _drug_told(turn)
        if drug and not turn.dialogue.active:
            turn.say(talk("drug_told", turn.audience, drug=drug))
        elif turn.heard.mentions:
            turn.say(talk("noted_only", turn.audience))
        elif turn.intent in (AFFIRM, DENY, DONT_KNOW) and not turn.dialogue.pending:
            turn.say(talk("nothing_asked", turn.audience))


class AboutDrug(Skill):
    """The person names a drug and no question. Never predicted: see `actions.asked_more`."""

    action = "action_about_drug"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Open what can be asked, where answers are held."""
        drug = _drug_told(turn)
        if drug:
            turn.say(talk("drug_told", turn.audience, drug=f"{drug[:1].upper()}{drug[1:]}"))
        else:
            turn.say(talk("help", turn.audience))


def _drug_told(turn: Turn) -> str:
    """Return the drug that the message names first, in the person's words, where answers to questions on it are held."""
    none: tuple[str, ...] = ()
    held = unless_unreadable(lambda store: store.drugs(), none)
    return next((each.text for each in of_kind(turn.findings, "drug") if each.value in held), "")


class FamilyHistory(Skill):
    """The person tells of somebody else beside her own case. Never predicted: see `actions.whose`."""

    action = "action_family_history"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say that it is not noted as hers."""
        turn.say(talk("family_history", turn.audience))


class StartCheck(Skill):
    """The person wants to know what the table says about her."""

    action = "action_start_check"

    def answer(self, turn: Turn) -> None:
        """Begin to ask, or say again what was answered."""
        turn.dialogue.active = True
        turn.decide_anyway = True


class NoPrescription(StartCheck):
    """A prescription is asked for. Never predicted: see `actions.asked_more`."""

    action = "action_no_prescription"

    def answer(self, turn: Turn) -> None:
        """Say who prescribes, and begin to look up the case."""
        turn.say(talk("no_prescription", turn.audience))
        super().answer(turn)


class JustAnswer(Skill):
    """The person wants the answer at once, with what is open left open."""

    action = "action_just_answer"

    def answer(self, turn: Turn) -> None:
        """Ask nothing more; the decision follows."""
        turn.dialogue.active = True
        turn.dialogue.hurried = True
        if ENERGY in turn.dialogue.waiting:
            turn.set_unsure(ENERGY)  # passing over the question is no answer to it
        turn.dialogue.pending = []
        turn.decide_anyway = True


class GoOn(Skill):
    """The person says that she is safe, or wants to go on."""

    action = "action_go_on"
    ends_danger = True

    def answer(self, turn: Turn) -> None:
        """Take up what was open."""
        was_urgent = turn.dialogue.urgent is not None
        turn.dialogue.urgent = None
        turn.dialogue.hurried = False
        turn.dialogue.active = turn.dialogue.active or bool(turn.dialogue.asked) or turn.has_facts
        keys = ("safe", "safe_nothing_open") if was_urgent else ("go_on", "nothing_open")
        waits = turn.dialogue.pending or next_question(turn) or turn.dialogue.decision is None
        turn.say(talk(keys[not (turn.dialogue.active and waits)], turn.audience))


class Stop(Skill):
    """The person does not want to be asked any more."""

    action = "action_stop"
    resumes = False
    works_in_danger = True

    def answer(self, turn: Turn) -> None:
        """Stop asking; what was noted stays."""
        from answers.talk import status

        turn.requested = None
        turn.dialogue.pending = []
        turn.dialogue.active = False
        turn.say(status("stopped", turn.audience))
