"""Danger signs: one clear action first, then why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answers.knowledge import sources_of, store
from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme

SELF_HARM = "self_harm"
UNNAMED = "unnamed"
"""A message that sounds like an emergency although no known danger sign was found in it."""


DENOSUMAB = "denosumab"


def urgent_message(flag: str, audience: Audience, drugs: Sequence[str] = (), goes_on: bool = False) -> Message:
    """Return what to do now about a red flag.

    :param drugs: those that were spoken of: where denosumab is none of them, nothing is said of stopping it
    :param goes_on: another red flag is told right after it, so that the pause is not spoken of yet
    """
    words = theme("urgent")[audience]
    action, why, custom = _known(flag, audience)
    if _is_of_others(flag, drugs):
        action, why = _without_denosumab(action), _without_denosumab(why)
    if goes_on:
        return Message(f"{action} {why}".strip(), custom)
    stop = f"\n{words['stop']}" if flag != SELF_HARM else ""
    return Message(f"{action} {why}".strip() + stop, custom, _buttons(flag, audience))


OF_DENOSUMAB = ("late_denosumab", "stop_denosumab", "infection_on_denosumab")


def _is_of_others(flag: str, drugs: Sequence[str]) -> bool:
    """Say whether drugs were spoken of, and neither by them nor by the flag denosumab."""
    return bool(drugs) and DENOSUMAB not in drugs and flag not in OF_DENOSUMAB


def _without_denosumab(text: str) -> str:
    """Return the text without the sentences that speak to somebody on denosumab."""
    of_it = re.compile(theme("urgent")["of_denosumab_words"])
    return " ".join(each for each in re.split(r"(?<=[.!])\s+", text) if not of_it.match(each))


def perhaps_message(flag: str, audience: Audience) -> Message:
    """Return what to do about a break that is told as it is told of long ago, in case that it happened just now."""
    action, _, _ = _known(flag, audience)
    return Message(theme("urgent")[audience]["perhaps"].format(action=action))


def calm_message(audience: Audience, promised: bool) -> Message:
    """Return the word to somebody who says that she is well or will call, before what else she asked is answered."""
    return Message(theme("urgent")[audience]["promised" if promised else "calm"])


def reminder_message(flag: str, audience: Audience, has_called: bool = False, drugs: Sequence[str] = ()) -> Message:
    """Return the short reminder for whatever is said before the person is safe.

    :param has_called: the person says that she has called for help, so she is not told to call
    """
    words = theme("urgent")[audience]
    action, _, custom = _known(flag, audience)
    if flag == SELF_HARM:
        return Message(action, custom)
    if _is_of_others(flag, drugs):
        action = _without_denosumab(action)
    first = words["called"] if has_called else f"{words['still']} {action}"
    return Message(f"{first} {words['how_to_go_on']}", custom, _buttons(flag, audience))


def urgency_of(flag: str) -> str:
    """Return how soon a red flag needs somebody: emergency_now, same_day or within_days."""
    return "same_day" if flag == UNNAMED else store().red_flag(flag).urgency


def _known(flag: str, audience: Audience) -> tuple[str, str, dict[str, object]]:
    """Return action, reason and the contract's object."""
    if flag == UNNAMED:
        words = theme("urgent")[audience]
        return words["unnamed"], "", {"type": "urgent", "flag": flag, "urgency": "same_day", "sources": []}
    known = store().red_flag(flag)
    sources = sources_of(known.sources)
    return (
        known.action[audience],
        known.why[audience],
        {"type": "urgent", "flag": flag, "urgency": known.urgency, "sources": sources},
    )


def _buttons(flag: str, audience: Audience) -> tuple[Button, ...]:
    return () if flag == SELF_HARM else tuple(map(Button.read, theme("urgent")[audience]["buttons"]))
