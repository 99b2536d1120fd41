"""Options side by side: by their names, by what they look like, or those of the person's own list."""

from __future__ import annotations

import re

from actions import shown
from actions.marked import drugs_named
from actions.skills.take_away import decision_of
from actions.skills.topics import Topic
from actions.turn import Turn
from answers.subject import MOST_SUBJECTS, NO_DRUG, subjects_named

OWN = re.compile(r"\b(?:my|the) (?:options|list|choices)\b", re.IGNORECASE)


class Compare(Topic):
    """Two or three options side by side; a question that names fewer gets the general answer on choosing."""

    action = "action_compare"

    def answer(self, turn: Turn) -> None:
        """Compare what was named, else the person's own options, else answer the topic."""
        named = subjects_named(turn.text, drugs_named(turn)) or own_options(turn)
        if len(named) < 2:
            super().answer(turn)
        else:
            shown.compare(turn, named)


def own_options(turn: Turn) -> list[tuple[str, str]]:
    """Return the first options of the person's list and no drug, when the message asks to compare hers."""
    decision = decision_of(turn)
    if not decision or not OWN.search(turn.text):
        return []
    listed = [each["drug"] for each in decision["options"] if each["status"] == "listed"]
    return [("option", each) for each in [*listed[: MOST_SUBJECTS - 1], NO_DRUG]] if listed else []
