"""A topic that only what was said before makes clear, see `actions.follow_on`. Never predicted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from actions import shown
from actions.base import Skill
from actions.turn import Turn


class FollowOn(Skill):
    """Answer a topic for the drugs that are meant, from the part that is asked for."""

    action = "action_follow_on"
    answers_outside_scope = True

    def __init__(self, topic: str = "", drugs: Sequence[str] = (), seek: Optional[str] = None) -> None:
        self._topic, self._drugs, self._seek = topic, list(drugs), seek

    def answer(self, turn: Turn) -> None:
        """Show the topic; where the answer for the drug lacks the part, the general answer may hold it."""
        if not self._topic:
            return
        for drugs in (self._drugs, []):
            if self._seek and shown.holds(turn, self._topic, drugs, self._seek):
                shown.show(turn, shown.TOPIC, self._topic, drugs, seek=self._seek, of=self._drugs)
                return
        shown.show(turn, shown.TOPIC, self._topic, self._drugs)
