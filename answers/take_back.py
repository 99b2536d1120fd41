"""What is said of one thing that is taken back from the notes."""

from __future__ import annotations

from collections.abc import Iterable

from answers.facts import listed
from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme


def taken_back_message(things: Iterable[str], audience: Audience) -> Message:
    """Return that these things are noted no more."""
    said = listed(dict.fromkeys(things))
    return Message(str(theme("take_back")[audience]["taken_back"]).format(things=said))


def which_message(is_named: bool, audience: Audience) -> Message:
    """Return the question what shall go, or that what was named is not noted; neither deletes anything."""
    words = theme("take_back")[audience]
    return Message(words["not_noted" if is_named else "which"], None, tuple(map(Button.read, words["buttons"])))
