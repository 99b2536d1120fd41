"""Turns of one client: plain ones of both, alternating; form, decision and topic turns of ours; one long conversation."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.client import Client
from bench.messages import LONG, Talk
from bench.subjects import Subject
from osteochat.errors import SetupError

TURNS_OF_A_TALK = 5
WIDTH = 5
"""Turns on which a place in a long conversation is measured: as many as there are different messages."""


@dataclass
class Samples:
    """Milliseconds of each turn, by subject."""

    starter: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)


def plain(starter: Subject, ours: Subject, count: int) -> Samples:
    """Say small talk to both in turn, in conversations of five turns; `count` turns each."""
    found = Samples()
    with starter.client() as to_starter, ours.client() as to_ours:
        for number in range(count):
            if number % TURNS_OF_A_TALK == 0:
                sender = new_sender()
            place = number % len(ours.plain)
            found.starter.append(to_starter.time(sender, starter.plain[place]))
            found.ours.append(to_ours.time(sender, ours.plain[place]))
    return found


def of_kind(starter: Subject, ours: Subject, talk: Talk, count: int) -> Samples:
    """Hold the conversation with ours until `count` turns are measured, each after a turn of small talk with the starter.

    The starter's conversations have five turns here too, since its turns cost more and more within one.

    :raises SetupError: when a turn brings something else than it should, so that nothing else is measured
    """
    found = Samples()
    with starter.client() as to_starter, ours.client() as to_ours:
        _check(to_ours, talk)
        while len(found.ours) < count:
            sender = new_sender()
            for message in talk.before:
                to_ours.say(sender, message)
            for message in talk.measured:
                place = len(found.starter) % TURNS_OF_A_TALK
                if place == 0:
                    other = new_sender()
                found.starter.append(to_starter.time(other, starter.plain[place % len(starter.plain)]))
                found.ours.append(to_ours.time(sender, message))
    return found


def _check(client: Client, talk: Talk) -> None:
    sender = new_sender()
    for message in talk.before:
        client.say(sender, message)
    for message in talk.measured:
        kinds = [reply["custom"].get("type") for reply in client.say(sender, message) if reply.get("custom")]
        if talk.brings not in kinds:
            raise SetupError(f"“{message}” should bring a {talk.brings}, but brought {kinds}.")


def long(starter: Subject, ours: Subject, places: Sequence[int], times: int) -> dict[int, Samples]:
    """Hold `times` long conversations with both, turn by turn, and return the samples round each place.

    :param places: numbers of turns, the last one at the end of the conversation
    """
    found = {place: Samples() for place in places}
    with starter.client() as to_starter, ours.client() as to_ours:
        for _ in range(times):
            sender = new_sender()
            for turn in range(1, max(places) + 1):
                message = starter.plain[turn % len(starter.plain)]
                of_starter = to_starter.time(sender, message)
                of_ours = to_ours.time(sender, LONG[turn % len(LONG)])
                for place in places:
                    if _is_at(turn, place, max(places)):
                        found[place].starter.append(of_starter)
                        found[place].ours.append(of_ours)
    return found


def _is_at(turn: int, place: int, last: int) -> bool:
    """Say whether a turn is one of the five round a place: two before to two after, the last five at the end."""
    first = min(place - WIDTH // 2, last - WIDTH + 1)
    return first <= turn < first + WIDTH


def many(subject: Subject, messages: Sequence[str], count: int) -> None:
    """Say `count` messages in conversations of twenty turns, unmeasured."""
    with subject.client() as client:
        for number in range(count):
            if number % 20 == 0:
                sender = new_sender()
            client.say(sender, messages[number % len(messages)])


def new_sender() -> str:
    """Return the name of a new conversation."""
    return f"bench-{secrets.token_hex(8)}"
