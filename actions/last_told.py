"""What the last message brought in, so that it can be taken back as a whole: "no!! not me, my sister"."""

from __future__ import annotations

from typing import Any

from actions.marked import plain
from actions.noted_things import CAUTION, DRUG, name_of_thing
from actions.state import FACT_SLOTS
from actions.turn import Turn
from actions.whose import RELATIVE
from answers.facts import name_of
from answers.wording import has_words

NAMED = (CAUTION, DRUG)
SAID_OF_OTHERS = "names_another"
MAY_BE_ANOTHERS = (
    "fracture",
    "bisphosphonate_problem",
    "climacteric_symptoms",
    "low_peripheral_risk",
    "scope",
)
"""Facts of which somebody may be asked whether they are hers."""
OF_A_BREAK = ("high_energy", "vertebral_fractures")
FOLLOW = {
    "fracture_sites": "fracture",
    "vertebral_fractures": "fracture",
    "high_energy": "fracture",
    "age_range": "age",
    "scope": "",
}
"""Facts that are called by the name of another, or that are not named."""


def remember(turn: Turn) -> None:
    """Keep what this message changed, with what was known before; nothing where a case was begun or left."""
    if turn.is_new_case or turn.whose_case or turn.is_taken_back:
        turn.dialogue.latest = None
        return
    before = turn.facts_before
    facts = {name: before[name] for name in FACT_SLOTS if turn.facts[name] != before[name]}
    now = turn.dialogue.mentions
    known = turn.mentioned_before
    mentions = {
        kind: {name: known.get(kind, {}).get(name) for name in each if known.get(kind, {}).get(name) != each[name]}
        for kind, each in now.items()
    }
    mentions = {kind: each for kind, each in mentions.items() if each}
    names_another = RELATIVE.search(turn.text.lower()) is not None
    changed = facts or any(mentions.get(kind) for kind in NAMED)
    turn.dialogue.latest = {"facts": facts, "mentions": mentions, SAID_OF_OTHERS: names_another} if changed else None


def is_meant(turn: Turn) -> bool:
    """Say whether the message says no more than that the last one told of somebody else.

    "Not me, my sister" may be the answer to an open question, unless the last message named somebody; to none for a number.
    """
    latest = turn.dialogue.latest
    if not latest or turn.told.taken or turn.reading.get("asks"):
        return False
    if has_words("take_back", "that_was_another_words", plain(turn)):
        return True
    if not has_words("take_back", "not_me_at_all_words", plain(turn)):
        return False
    return bool(latest[SAID_OF_OTHERS]) or turn.requested not in MAY_BE_ANOTHERS


def take_back(turn: Turn) -> list[str]:
    """Let what is noted be as it was before the last message; return what was taken back, in words."""
    latest: dict[str, Any] = turn.dialogue.latest or {}
    turn.facts.update(latest["facts"])
    names = [FOLLOW.get(name, name) for name in latest["facts"]]
    for kind, each in latest["mentions"].items():
        for name, status in each.items():
            if status is None:
                turn.dialogue.mentions[kind].pop(name, None)
            else:
                turn.dialogue.mentions[kind][name] = status
    if "fracture" in names:
        turn.dialogue.forces = {site: force for site, force in turn.dialogue.forces.items() if _is_known(turn, site)}
    turn.dialogue.waits_no_more({*names, *latest["facts"], *(OF_A_BREAK if "fracture" in names else ())})
    turn.dialogue.outside = None
    turn.is_taken_back = True
    turn.decide_anyway = bool(names)
    things = [(kind, each) for kind in NAMED for each in latest["mentions"].get(kind, ())]
    told = [name_of(each, turn.audience) for each in dict.fromkeys(names) if each]
    return [*told, *(name_of_thing(each, turn) for each in things)]


def _is_known(turn: Turn, site: str) -> bool:
    return site in (turn.facts["fracture_sites"] or ())
