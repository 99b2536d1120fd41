"""An alarm that was none is taken back, and what was open goes on."""

from __future__ import annotations

from actions.skills.inform import GoOn
from actions.turn import Turn
from answers.talk import talk


class Misheard(GoOn):
    """The person says that she meant no danger. Never predicted."""

    action = "action_misheard"
    intent = "misheard"

    def answer(self, turn: Turn) -> None:
        """Say so; the open question follows, if there is one."""
        turn.say(talk("misheard", turn.audience))
