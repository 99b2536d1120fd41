"""Education: a question about a topic, more of it, the same again, its sources."""

from __future__ import annotations

import re

from actions import shown
from actions.base import Skill
from actions.marked import drugs_named
from actions.named import drugs_taken
from actions.turn import Turn
from answers.fallback import not_held_message
from answers.measures import measure_named, wants_overview
from answers.message import Message
from answers.strings import theme
from answers.topic import TOPICS, source_message
from guideline.table_file import default_table

TOPIC_INTENTS = frozenset(f"ask_{topic}" for topic in TOPICS)
HABITS = ("lifestyle_falls", "calcium_vitamin_d")
"""Topics under which "what else helps?" asks for all measures at once."""

ALCOHOL = "alcohol"
"""The measure that is asked about beside a drug as well ("wine with alendronate?"): how a drug is taken says nothing of it."""

ABOUT_HABITS = (*HABITS, "drug_how_to_take", "interactions_contraindications")
"""Topics that a question such as "can I have wine?" sounds like."""


class Topic(Skill):
    """Answer a question about a topic, for the drugs that were named."""

    action = "action_topic"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Say the short form, or one line where that is asked for; "more" brings the rest."""
        topic = turn.intent.removeprefix("ask_")
        one = measure_named(turn.text) if topic in ABOUT_HABITS else None
        one = None if drugs_named(turn) and one != ALCOHOL else one
        if one or (topic in HABITS and wants_overview(turn.text)):
            shown.show(turn, shown.MEASURES, "lifestyle_falls", [], first=one)
            return
        nearest = [name.removeprefix("ask_") for name in turn.ranking if name in TOPIC_INTENTS]
        is_same = topic == (turn.dialogue.topic or {}).get("topic")
        if (is_same or topic == "benefit_size") and _shows_numbers_of_that(turn):
            return
        missing = not_held_message(turn.text, turn.audience)
        turn.say(*([missing] if missing else []))
        is_brief = re.search(theme("topics")["brief"], turn.text, re.IGNORECASE) is not None
        shown.show(
            turn,
            shown.TOPIC,
            topic,
            drugs_named(turn) or drug_meant(turn, topic) or _on_treatment(turn, topic),
            nearest=nearest,
            brief=is_brief,
        )


def _shows_numbers_of_that(turn: Turn) -> bool:
    """Show the numbers of the last answer when "how likely is that?" asks for them; say whether it did."""
    asked = re.search(theme("numbers")["of_that"], turn.text, re.IGNORECASE) and not drugs_named(turn)
    quoted, last = shown.numbers_shown(turn), turn.dialogue.topic
    if not (asked and quoted and last):
        return False
    shown.show(turn, shown.NUMBERS, last["topic"], list(last.get("drugs", [])), numbers=quoted)
    return True


OF_A_DRUG = frozenset(
    {
        "drug_how_it_works",
        "drug_how_to_take",
        "missed_dose",
        "side_effects_common",
        "side_effects_serious",
        "stopping_or_holiday",
        "duration",
        "benefit_size",
        "interactions_contraindications",
        "monitoring",
        "cost_access",
    }
)
"""Topics that differ from drug to drug."""


def drug_meant(turn: Turn, topic: str) -> list[str]:
    """Return the one drug that the last answer was about, where the message may mean it ("how is it given?")."""
    last = turn.dialogue.topic
    if (
        topic not in OF_A_DRUG
        or not last
        or last.get("kind") not in (shown.TOPIC, shown.OPTION)
        or len(shown.drugs_of(last)) != 1
    ):
        return []
    return [] if re.search(theme("topics")["of_several"], turn.text, re.IGNORECASE) else shown.drugs_of(last)


ON_TREATMENT = ("dental_care",)
"""Topics that say something else to somebody who already has a drug."""


def _on_treatment(turn: Turn, topic: str) -> list[str]:
    """Return the drugs that the person takes or that were spoken of, where the topic is another one for her then."""
    return drugs_taken(turn) if topic in ON_TREATMENT else []


class TellMore(Skill):
    """More of the last answer."""

    action = "action_tell_more"

    def answer(self, turn: Turn) -> None:
        """Say the next page."""
        words = theme("topics")[turn.audience]
        if turn.dialogue.topic is None:
            turn.say(Message(words["nothing"]))
        elif not shown.show_more(turn):
            turn.say(Message(words["no_more"]))


class Repeat(Skill):
    """The last answer again, or the open question."""

    action = "action_repeat"

    def answer(self, turn: Turn) -> None:
        """Say it again; an open question or a decision returns by itself."""
        if not shown.show_again(turn):
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
            turn.say(source_message(last["topic"], last["drugs"], shown.sources_shown(turn), turn.audience))
        if turn.dialogue.decision or not last:
            turn.say(Message(named))
