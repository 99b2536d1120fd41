"""Reading back what is risky, saying what was corrected, refusing what cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from answers.clarification import COUNT_NOT, Clarification
from answers.facts import name_of, signed, site_names, value_of
from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme

LONGEST_QUOTE = 80


def clarify_message(unclear: Clarification, audience: Audience) -> Message:
    """Return the question that reads the person's own words back to her."""
    reasons = theme("clarify")["reasons"][audience]
    reason = "ribs" if is_of_ribs(unclear) else unclear.reason
    text = (
        reasons.get(f"{unclear.fact}_{reason}")
        or reasons.get(reason)
        or reasons["scope" if unclear.fact == "scope" else "unclear"]
    )
    candidates = [str(each) for each in unclear.candidates]
    said = text.format(
        heard=quoted(unclear.heard),
        size=candidates[0].lstrip("+-") if candidates else "",
        first=candidates[0] if candidates else "",
        second=candidates[1] if len(candidates) > 1 else "",
    )
    custom = {
        "type": "clarify",
        "fact": unclear.fact,
        "heard": unclear.heard,
        "candidates": list(unclear.candidates),
        "reason": unclear.reason,
    }
    return Message(said, custom, _buttons(unclear, audience))


PERIODS = "periods"
"""Whether the periods are over for a year is open."""


def is_of_ribs(unclear: Clarification) -> bool:
    """Say whether it is open how many ribs broke at once."""
    return set(unclear.candidates) == {"rib", "three_ribs"}


def _buttons(unclear: Clarification, audience: Audience) -> tuple[Button, ...]:
    strings = theme("clarify")
    if unclear.fact in strings["bool_buttons"]:
        texts = list(strings["bool_buttons"][unclear.fact])
    elif unclear.reason == PERIODS:
        texts = list(strings["periods_buttons"])
    elif unclear.fact == "scope":
        several = [strings["scopes"][each] for each in unclear.candidates if each in strings["scopes"]]
        is_choice = len(unclear.candidates) > 1
        texts = [*several, strings["none_of_these"]] if is_choice else list(strings["scope_buttons"])
    elif unclear.reason in COUNT_NOT:
        texts = list(strings["another_buttons"])
    elif unclear.fact == "fracture":
        texts = [_site_button(each, audience) for each in unclear.candidates if each != "none"]
    else:
        texts = [_value_button(unclear.fact, each, audience) for each in unclear.candidates]
    return tuple(map(Button.read, [*texts, strings["dont_know"]]))


def _site_button(site: str, audience: Audience) -> str:
    name = site_names([site], "patient")
    title = theme("clarify")["site_titles"].get(site) or site_names([site], audience)
    return f"{title[:1].upper()}{title[1:]} | {theme('clarify')['site_payload'].format(site=name)}"


def _value_button(fact: str, value: Any, audience: Audience) -> str:
    if fact == "t_score":
        return f"{signed(value)} | My T-score is {signed(value).replace('+', 'plus ')}"
    if fact == "age":
        return f"{value} | I am {value} years old"
    return f"{value_of(fact, value, audience)}"


def corrected_message(fact: str, before: Any, now: Any, audience: Audience) -> Message:
    """Return what was noted before, and what is noted now."""
    words = theme("clarify")["corrected"][audience]
    name = name_of(fact, audience)
    said = {"before": _value(fact, before, audience), "now": _value(fact, now, audience)}
    return Message(words.format(name=name[:1].upper() + name[1:], **said))


def _value(fact: str, value: Any, audience: Audience) -> str:
    if isinstance(value, (list, tuple)) and fact == "fracture":
        return site_names(value, audience)
    if value is None:
        return str(theme("clarify")["none"])
    if isinstance(value, bool):
        return str(theme("clarify")["yes_no"][0 if value else 1])
    return value_of(fact, value, audience)


def left_open_message(fact: str, keeps: bool, audience: Audience) -> Message:
    """Return what is said when asking back has settled nothing: the fact stays open, or the known value stands."""
    words = theme("clarify")["kept" if keeps else "left_open"][audience]
    return Message(words.format(name=name_of(fact, audience)))


def set_aside_message(sites: Sequence[str], audience: Audience) -> Message:
    """Return that some broken bones do not count, since a big force broke them (reading R2)."""
    return Message(theme("clarify")["set_aside"][audience].format(sites=site_names(sites, audience)))


def rejected_message(fact: str, heard: str, reason: str, audience: Audience) -> Message:
    """Return the refusal of an impossible value, with what is accepted."""
    words = theme("clarify")["rejected"][audience]
    text = words.get(reason, words.get(fact, words["other"])).format(heard=quoted(heard))
    return Message(text, {"type": "rejected", "fact": fact, "heard": heard, "reason": reason or text})


def quoted(heard: str) -> str:
    """Return the person's words on one line, cut when they are long."""
    words = " ".join(heard.split())
    return words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + "…"
