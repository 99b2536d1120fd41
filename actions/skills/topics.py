"""Education: a question about a topic, more of it, the same again, its sources."""

from __future__ import annotations

from typing import Final

from actions.base import Skill
from actions.finding import of_kind
from actions.turn import Turn
from answers.message import Message
from answers.strings import theme
from answers.topic import TOPICS, source_message, topic_messages
from guideline.table_file import default_table

TOPIC_INTENTS = frozenset(f"ask_{topic}" for topic in TOPICS)
SHORT: Final = "short"
MORE: Final = "more"


class Topic(Skill):
    """Answer a question about a topic, for the drugs that were named."""

    action = "action_topic"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say the short form; "more" brings the rest."""
        topic = turn.intent.removeprefix("ask_")
        drugs = list(dict.fromkeys(str(each.value) for each in of_kind(turn.findings, "drug")))
        turn.dialogue.topic = {"topic": topic, "drugs": drugs}
        nearest = [name.removeprefix("ask_") for name in turn.ranking if name in TOPIC_INTENTS]
        turn.say(*topic_messages(topic, drugs, SHORT, turn.audience, nearest))


class TellMore(Skill):
    """More of the last topic."""

    action = "action_tell_more"

    def answer(self, turn: Turn) -> None:
        """Say what follows the short form."""
        words = theme("topics")[turn.audience]
        last = turn.dialogue.topic
        if last is None:
            turn.say(Message(words["nothing"]))
            return
        more = topic_messages(last["topic"], last["drugs"], MORE, turn.audience)
        turn.say(*(more or [Message(words["no_more"])]))


class Repeat(Skill):
    """The last topic again, or the open question."""

    action = "action_repeat"

    def answer(self, turn: Turn) -> None:
        """Say it again; an open question or a decision returns by itself."""
        if turn.dialogue.topic:
            turn.say(*topic_messages(turn.dialogue.topic["topic"], turn.dialogue.topic["drugs"], SHORT, turn.audience))
        else:
            turn.decide_anyway = True


class Sources(Skill):
    """Where the last answer comes from."""

    action = "action_sources"

    def answer(self, turn: Turn) -> None:
        """Name the sources of the last topic, and the table."""
        table = default_table()
        named = f"{table.title}. Item {table.source}, rule version {table.rule_version}."
        last = turn.dialogue.topic
        if last:
            turn.say(source_message(last["topic"], last["drugs"], turn.audience))
        if turn.dialogue.decision or not last:
            turn.say(Message(named))
