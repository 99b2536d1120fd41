"""Talk about the talk: greetings, thanks, who is there, help, privacy."""

from __future__ import annotations

from actions.base import Skill
from actions.turn import Turn
from answers.talk import introduction, talk

SENTENCES = {
    "thanks": "thanks",
    "goodbye": "goodbye",
    "bot_challenge": "bot",
    "ask_human": "human",
    "help": "help",
    "ask_privacy": "privacy",
    "complain": "complain",
}
"""Intent, and the sentence of `answers/strings/talk.yml` that answers it."""


class SmallTalk(Skill):
    """One fixed sentence by intent."""

    action = "action_smalltalk"

    def answer(self, turn: Turn) -> None:
        """Say it."""
        turn.say(talk(SENTENCES.get(turn.intent, "help"), turn.audience))


class Greet(Skill):
    """Hello: who speaks, what can be done, what is kept."""

    action = "action_greet"

    def answer(self, turn: Turn) -> None:
        """Introduce in full the first time."""
        if turn.replies:
            turn.replies.clear()
            turn.say(introduction(alone=True, audience=turn.audience))
        else:
            turn.say(talk("greeting_again", turn.audience))


class AskFeeling(Skill):
    """The person is in tears or feels left alone. Never predicted: see `actions.comfort`."""

    action = "action_ask_feeling"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Ask what weighs on her; the sentence to her feeling goes before."""
        turn.say(talk("ask_feeling", turn.audience))


class AskFear(Skill):
    """The person is afraid and does not say of what. Never predicted: see `actions.comfort`."""

    action = "action_ask_fear"
    answers_outside_scope = True

    def answer(self, turn: Turn) -> None:
        """Ask what it is."""
        turn.say(talk("ask_fear", turn.audience))
