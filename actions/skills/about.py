"""About the last answer, or about all of them: sources, dates, updates, how sure, who made and pays for it."""

from __future__ import annotations

from actions import shown
from actions.base import Skill
from actions.turn import Turn
from answers.about import about_messages
from answers.knowledge import store


class About(Skill):
    """The card about the last answer."""

    action = "action_about"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say it of the last long answer, else of the decision, else of all."""
        last = turn.dialogue.topic
        title = store().topic(last["topic"], audience=turn.audience).title if last else None
        sources = [each["id"] for each in shown.sources_shown(turn)]
        turn.say(
            *about_messages(title, sources, turn.dialogue.decision is not None, turn.dialogue.record, turn.audience)
        )
