"""What a long-term condition means, and numbers as cards: the answers beside the topics."""

from __future__ import annotations

from actions import shown
from actions.base import Skill
from actions.marked import drugs_named
from actions.turn import Turn
from answers.measures import ANNOUNCEMENT, TOPIC_OF
from answers.message import Button, Message
from answers.numbers import TOPIC, numbers_of
from answers.strings import theme


class Announcement(Skill):
    """What it means to have a long-term condition."""

    action = "action_announcement"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say it step by step."""
        shown.show(turn, shown.ANNOUNCEMENT, TOPIC_OF[ANNOUNCEMENT], [])


class Numbers(Skill):
    """The numbers of a drug, or of the last answer, as cards in words and as a picture."""

    action = "action_numbers"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Show the first card; "more", or asking once more, brings the next."""
        named = drugs_named(turn)
        last = turn.dialogue.topic or {}
        if not named and last.get("kind") == shown.NUMBERS:
            if not shown.show_more(turn):
                turn.say(Message(theme("topics")[turn.audience]["no_more"]))
            return
        drugs = named or list(last.get("drugs", []))
        ids = (shown.numbers_shown(turn) if not named else []) or numbers_of(drugs)
        if ids:
            topic = TOPIC if named else last.get("topic", TOPIC)
            shown.show(turn, shown.NUMBERS, topic, drugs, numbers=ids)
        else:
            turn.say(_nothing(turn, bool(named)))


def _nothing(turn: Turn, is_drug: bool) -> Message:
    said = theme("numbers")[turn.audience]
    return Message(said["none" if is_drug else "which"], None, (Button.read(said["jaw"]),))
