"""A question for one fact, with its reason, its number and its quick replies."""

from __future__ import annotations

from answers.message import Button, Message
from answers.person import said_of_her
from answers.register import Audience
from answers.strings import theme


def question_message(fact: str, audience: Audience, number: int, of_at_most: int, of_her: bool = False) -> Message:
    """Return the question.

    :param fact: the fact asked for, by its slot
    :param number: the how-manieth question of this case it is, from 1
    :param of_at_most: the largest number of questions that is still possible
    :param of_her: the case is that of another woman
    """
    strings = theme("questions")
    words = strings[fact][audience]
    custom = {"type": "question", "fact": fact, "why": words["why"], "number": number, "of_at_most": of_at_most}
    progress = strings["progress"].format(number=number, of_at_most=of_at_most)
    text = words.get("her", words["text"]) if of_her else words["text"]
    question = Message(f"{progress} {text}", custom, buttons(fact, audience))
    return said_of_her(question) if of_her else question


def buttons(fact: str, audience: Audience) -> tuple[Button, ...]:
    """Return the quick replies of a question, with "I don't know" and "Why do you ask?"."""
    strings = theme("questions")
    return tuple(map(Button.read, [*strings[fact][audience]["buttons"], *strings["always"]]))


def why_asked(fact: str, audience: Audience) -> str:
    """Return why a fact is asked for, in one sentence."""
    return str(theme("questions")[fact][audience]["why"])
