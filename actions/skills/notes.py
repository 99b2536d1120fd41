"""What is noted of the person: show it, delete it, start again, bring it back."""

from __future__ import annotations

from actions import care
from actions.base import Skill
from actions.new_case import put_aside
from actions.progress import current_drugs
from actions.state import FACT_SLOTS, Dialogue
from actions.turn import Turn
from answers.facts import told
from answers.noted import noted_message
from answers.register import PATIENT
from answers.talk import status, talk
from guideline import decide


class ShowFacts(Skill):
    """Show what was noted."""

    action = "action_show_facts"
    works_in_danger = True

    def answer(self, turn: Turn) -> None:
        """List the facts, and the decision when there was one."""
        decision = decide(turn.case) if turn.dialogue.decision else None
        facts = turn.case.as_facts()
        turn.say(
            noted_message(facts, turn.dialogue.unsure, current_drugs(turn), decision, turn.audience, care.noted(turn))
        )


class StartAgain(Skill):
    """Put the case aside and begin anew; the register stays."""

    action = "action_start_again"
    listens = False
    resumes = False
    ends_danger = True

    def answer(self, turn: Turn) -> None:
        """Clear all facts, keeping them for one "undo"."""
        put_aside(turn)
        turn.say(status("restarted", turn.audience))


class Undo(Skill):
    """Bring back what the last restart put aside."""

    action = "action_undo"
    listens = False

    def answer(self, turn: Turn) -> None:
        """Restore facts and state."""
        before = turn.dialogue.undo
        if not before:
            turn.say(talk("nothing_to_undo", turn.audience))
            return
        turn.facts = {name: before["facts"].get(name) for name in FACT_SLOTS}
        turn.dialogue = Dialogue.from_slot(before["dialogue"])
        turn.dialogue.decision = None
        known = told(turn.case.as_facts(), turn.audience)
        key = "undone_facts" if known else "undone"
        turn.say(talk(key, turn.audience, {"type": "status", "what": "undone"}, facts=", ".join(known)))


class DeleteData(Skill):
    """Delete all that was noted; the tracker store then removes the rows of this conversation."""

    action = "action_delete_data"
    listens = False
    resumes = False
    ends_danger = True

    def answer(self, turn: Turn) -> None:
        """Forget everything, the register too."""
        audience = turn.audience
        turn.facts = dict.fromkeys(FACT_SLOTS)
        turn.dialogue = Dialogue(deleted=True)
        turn.audience = PATIENT
        turn.requested = None
        turn.say(status("deleted", audience))
