"""Fever after a drip, and medicines of somebody else, see `actions.of_the_drug`. None of these skills is ever predicted."""

from __future__ import annotations

from actions import shown
from actions.base import Skill
from actions.of_the_drug import DRIP
from actions.turn import Turn
from answers.knowledge import store
from answers.message import Message
from answers.strings import theme

TOO_LONG = "palpitations_after_infusion"


class FeverAfterDrip(Skill):
    """The flu-like days after a drip: how long they last, and when to call."""

    action = "action_fever_after_drip"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say when to call, then what is usual."""
        flag = store().red_flag(TOO_LONG)
        words = theme("of_the_drug")[turn.audience]["after_drip"]
        shown.show(turn, shown.TOPIC, "side_effects_common", [DRIP])
        turn.say(
            Message(
                words.format(signs=flag.watch_for[:1].lower() + flag.watch_for[1:], action=flag.action[turn.audience])
            )
        )


class OfAnother(Skill):
    """A medicine that was given to somebody else."""

    action = "action_of_another"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say whom to ask first."""
        turn.say(Message(theme("of_the_drug")[turn.audience]["of_another"]))
