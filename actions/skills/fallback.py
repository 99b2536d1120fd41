"""What was not understood: another try, then examples and a way to a person."""

from __future__ import annotations

from actions.base import Skill
from actions.turn import Turn
from answers.fallback import fallback_message
from answers.talk import talk


class Fallback(Skill):
    """The message fits nothing; two in a row bring examples and a way out."""

    action = "action_fallback"
    counts_misses = True

    def answer(self, turn: Turn) -> None:
        """Count the miss, unless the message held facts after all."""
        if turn.heard.anything:
            return
        if not turn.text.strip():
            turn.say(talk("empty", turn.audience))
        elif turn.intent == "unknown_command":
            turn.say(talk("unknown_command", turn.audience))
        else:
            turn.dialogue.misses += 1
            turn.say(fallback_message(turn.dialogue.misses, bool(turn.requested), turn.ranking, turn.audience))


class OutOfScope(Skill):
    """A request that has nothing to do with this assistant."""

    action = "action_out_of_scope"

    def answer(self, turn: Turn) -> None:
        """Say so, with where to go."""
        turn.say(talk("out_of_scope", turn.audience))
