"""What was not understood: another try, then examples and a way to a person."""

from __future__ import annotations

from actions.base import Skill
from actions.flow import UNKNOWN_COMMAND
from actions.marked import drugs_named
from actions.skills.topics import TOPIC_INTENTS
from actions.turn import Turn
from answers.fallback import (
    MISSES_UNTIL_WAY_OUT,
    SUGGESTED,
    fallback_message,
    nearest_message,
    nearest_topics,
    refusal_message,
)
from answers.message import Message

FAINT, BARELY = 0.1, 0.02
"""How likely a topic must be to be offered (0 to 1): alone, and where its words are found as well. Measured, see
docs/measurements.md."""


class Fallback(Skill):
    """The message fits nothing; two in a row bring examples and a way out."""

    action = "action_fallback"
    counts_misses = True

    def answer(self, turn: Turn) -> None:
        """Count the miss, unless the message held facts after all."""
        if turn.heard.anything:
            return
        reason = "empty" if not turn.text.strip() else turn.intent if turn.intent == UNKNOWN_COMMAND else None
        if reason:
            turn.say(refusal_message(reason, turn.audience))
        else:
            turn.dialogue.misses += 1
            turn.say(*_next_try(turn))


def _next_try(turn: Turn) -> list[Message]:
    """A free question gets the nearest topics; anything else a hint, and after two misses examples and a way out.

    The open step of an exercise says by itself how it is answered.
    """
    if turn.dialogue.exercise and turn.dialogue.misses < MISSES_UNTIL_WAY_OUT:
        return []
    is_open = bool(turn.requested)
    near = nearest_message(_near(turn), turn.audience) if not is_open or turn.reading.get("asks") else None
    if near and turn.dialogue.misses < MISSES_UNTIL_WAY_OUT:
        return [near]
    return [fallback_message(turn.dialogue.misses, is_open, turn.ranking, turn.audience)]


def _likely(turn: Turn, least: float) -> list[str]:
    """Return the topics that the message sounds like, each at least so likely (0 to 1), the likeliest first."""
    likely = [name for name, share in turn.shares.items() if name in TOPIC_INTENTS and share >= least]
    return [name.removeprefix("ask_") for name in likely]


def _near(turn: Turn) -> list[str]:
    """Return the topics nearest to a message that was not understood: the two it sounds like, then by its words."""
    near = [*_likely(turn, FAINT)[:2], *nearest_topics(turn.text, drugs_named(turn))]
    return list(dict.fromkeys(near))[:SUGGESTED]


def _meant(turn: Turn) -> list[str]:
    """Return the topics that a request outside the subject may mean after all: it sounds like them and has their words."""
    found = nearest_topics(turn.text, drugs_named(turn))
    return [topic for topic in _likely(turn, BARELY) if topic in found]


PLAIN = 0.9
"""How likely it must be (0 to 1) that a message asks for something else, where it tells of the person as well."""

BY_THE_WAY = frozenset({"age", "climacteric_symptoms"})
"""Facts that people tell whatever they ask."""


def _begins_no_case(turn: Turn) -> bool:
    """ "If I stop tamoxifen, how long do the flushes last? I am 74" begins no case, though two facts are told."""
    tells_only = turn.heard.taken <= BY_THE_WAY and not turn.heard.clarify and not turn.heard.rejected
    begins = turn.requested is None and turn.dialogue.decision is None and not any(turn.facts_before.values())
    return tells_only and begins and turn.shares.get("out_of_scope", 0.0) >= PLAIN


class OutOfScope(Skill):
    """A request that has nothing to do with this assistant."""

    action = "action_out_of_scope"
    counts_misses = True

    def answer(self, turn: Turn) -> None:
        """Say so, with where to go; a second one in a row brings examples."""
        if turn.heard.anything and not _begins_no_case(turn):
            return
        turn.is_over = turn.heard.anything
        turn.dialogue.misses += 1
        if turn.dialogue.misses == 1 and turn.dialogue.exercise is None:
            turn.say(refusal_message("out_of_scope", turn.audience, _meant(turn)))
        elif turn.dialogue.misses > 1:
            turn.say(fallback_message(turn.dialogue.misses, bool(turn.requested), [], turn.audience))
