"""An answer in simpler words, see `actions.asked_more`. Never predicted."""

from __future__ import annotations

from actions import shown
from actions.base import Skill
from actions.turn import Turn
from answers.message import Message
from answers.strings import theme
from answers.wording import has_words

YARDSTICK_TOPIC = "t_score_meaning"


class Simpler(Skill):
    """The last answer was not understood."""

    action = "action_simpler"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say it in one line; where that was said already, say who can explain it. The yardstick is explained by itself."""
        last = turn.dialogue.topic or {}
        words = theme("asked_more")[turn.audience]
        about_her = has_words("asked_more", "yardstick_words", turn.text.lower())
        if last.get("topic") == YARDSTICK_TOPIC and about_her:
            turn.say(Message(words["yardstick"]))
        elif last.get("brief"):
            turn.say(Message(words["simpler_end"]))
        elif last:
            shown.show(turn, shown.TOPIC, last["topic"], list(last["drugs"]), brief=True)
