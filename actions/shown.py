"""Long answers that are told page by page: what is shown now is noted, so that "tell me more" and "again" find it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Optional

from actions import care
from actions.turn import Turn
from answers.comparison import comparison_pages
from answers.first_words import can_join, is_introduced
from answers.limits import MOST_MESSAGES
from answers.measures import announcement_pages, measures_pages
from answers.message import Button, Message
from answers.numbers import number_pages
from answers.options import option_messages
from answers.pages import Pages
from answers.register import Audience
from answers.strings import theme
from answers.topic import topic_pages

TOPIC, COMPARISON, OPTION, NUMBERS = "topic", "comparison", "option", "numbers"
MEASURES, ANNOUNCEMENT = "measures", "announcement"
MOST_TOPICS = 8
"""Topics that are kept for the questions to take along, the newest ones."""


def _topic(what: Mapping[str, Any], audience: Audience) -> Pages:
    return topic_pages(what["topic"], what["drugs"], audience, what.get("nearest", ()), bool(what.get("brief")))


def _comparison(what: Mapping[str, Any], audience: Audience) -> Pages:
    return comparison_pages([tuple(each) for each in what["compared"]], audience)


def _numbers(what: Mapping[str, Any], audience: Audience) -> Pages:
    return number_pages(what["numbers"], what["topic"], what["drugs"], audience)


PAGES: dict[str, Callable[[Mapping[str, Any], Audience], Pages]] = {
    TOPIC: _topic,
    COMPARISON: _comparison,
    MEASURES: lambda what, audience: measures_pages(audience, what.get("first")),
    ANNOUNCEMENT: lambda _, audience: announcement_pages(audience),
    NUMBERS: _numbers,
    OPTION: lambda what, audience: [option_messages(what["drugs"][0], audience)],
}


def pages_of(what: Mapping[str, Any], audience: Audience) -> Pages:
    """Return all pages of a long answer.

    :param what: `kind` (a key of `PAGES`), `topic`, `drugs`, and what that kind needs beside
    """
    return PAGES[what.get("kind", TOPIC)](what, audience)


def show(turn: Turn, kind: str, topic: str, drugs: list[str], **beside: Any) -> None:
    """Say the first page of a long answer and note it; reasons for care with its drugs go before it.

    :param beside: what the kind needs; `seek`: words of the part that is asked for, which is shown first
    """
    care.before_topic(turn, topic, drugs)
    what = {"kind": kind, "topic": topic, "drugs": drugs, **beside}
    asked = "/".join([topic, *drugs])
    turn.dialogue.topics = [*(each for each in turn.dialogue.topics if each != asked), asked][-MOST_TOPICS:]
    pages = pages_of(what, turn.audience)
    page, start = _place_of(pages, beside.get("seek")) or (0, 0)
    _say(turn, what, pages, page, start)


def note(turn: Turn, topic: str, drugs: list[str]) -> None:
    """Note what a short answer was about, so that what follows is heard as such; "tell me more" says the long one."""
    turn.dialogue.topic = {"kind": TOPIC, "topic": topic, "drugs": drugs, "page": 0, "told": 0, "fresh": True}


def drugs_of(what: Mapping[str, Any]) -> list[str]:
    """Return the drugs that a long answer was asked for; what it says may hold for all (`of`)."""
    return list(what.get("of") or what.get("drugs", ()))


def holds(turn: Turn, topic: str, drugs: list[str], seek: str) -> bool:
    """Say whether the answer on a topic, for these drugs, holds the words of a part."""
    return _place_of(pages_of({"topic": topic, "drugs": drugs}, turn.audience), seek) is not None


def _place_of(pages: Pages, seek: Optional[str]) -> Optional[tuple[int, int]]:
    """Return the page and the message in it that first hold these words, or None."""
    places = [(at, number) for at, page in enumerate(pages) for number in range(len(page))]
    return next((each for each in places if seek and re.search(seek, pages[each[0]][each[1]].text)), None)


def _say(turn: Turn, what: Mapping[str, Any], pages: Pages, number: int, start: int) -> None:
    """Say a page from a message on, as far as this turn has room; note how far it went."""
    page = pages[number]
    left = [
        replace(page[start], custom=page[0].custom),
        *page[start + 1 :],
    ]  # what a page is about stands at its first message
    told = left[: _room(turn, left)]
    if len(told) < len(left):
        more = Button.read(theme("topics")[turn.audience]["more"])
        rest = [each for each in page[-1].buttons if each != more]
        told[-1] = replace(told[-1], buttons=(more, *rest))
    turn.dialogue.topic = {**what, "page": number, "told": start + len(told), "fresh": True}
    turn.say(*told)


def _room(turn: Turn, left: Sequence[Message]) -> int:
    """Return how many messages the turn has room for: what was said before and a question that will return take some."""
    is_asked_again = bool(turn.dialogue.exercise or turn.requested or turn.dialogue.pending)
    returns = int(is_asked_again and not turn.dialogue.urgent)  # after an alarm nothing is asked
    said = len(turn.replies) - int(is_introduced(turn.replies) and can_join(left[0]))
    return max(MOST_MESSAGES - said - returns, 1)


def compare(turn: Turn, named: Sequence[tuple[str, str]]) -> None:
    """Show two or three options or drugs, given by kind and id, side by side."""
    compared = [list(each) for each in named]
    show(turn, COMPARISON, "drug_choice_comparison", [identifier for _, identifier in named], compared=compared)


def show_more(turn: Turn) -> bool:
    """Say what follows the last long answer; say whether anything does."""
    what = turn.dialogue.topic
    if not what:
        return False
    pages = pages_of(what, turn.audience)
    number, told = what.get("page", 0), what.get("told", 0)
    if told >= len(pages[number]):
        number, told = number + 1, 0
    if number >= len(pages):
        return False
    _say(turn, what, pages, number, told)
    return True


def show_again(turn: Turn) -> bool:
    """Say the page of the last long answer again; say whether there was one."""
    what = turn.dialogue.topic
    if what:
        _say(turn, what, pages_of(what, turn.audience), what.get("page", 0), 0)
    return what is not None


def sources_shown(turn: Turn) -> list[dict[str, Any]]:
    """Return the sources of the last long answer, each once."""
    what = turn.dialogue.topic
    customs = [message.custom for page in pages_of(what, turn.audience) for message in page] if what else []
    found = {source["id"]: source for custom in customs if custom for source in custom.get("sources", [])}
    return list(found.values())


def numbers_shown(turn: Turn) -> list[str]:
    """Return the numbers that the last long answer quotes; of a comparison none, since those of its drugs say more."""
    what = turn.dialogue.topic
    if not what or what.get("kind") in (NUMBERS, COMPARISON):
        return []
    customs = [page[0].custom for page in pages_of(what, turn.audience) if page]
    return list(dict.fromkeys(number for custom in customs if custom for number in custom.get("numbers", [])))
