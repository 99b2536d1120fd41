"""Which facts can still change the answer, and in what order to ask for them.

A fact is open when two completions of the case that differ in nothing else get different answers. The order is that of
what settles the most: the facts that can change the action first, then those that change only the options; within each
group the fact after which, on average over the grid of cases, the fewest different answers are left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import product

from guideline.case import Case
from guideline.space import COUNT, FRACTURE, Answer, Region, Space, class_of_state, count_of_state, space_of
from guideline.table_file import default_table

ASKED_OF_CLINICIANS_ONLY = frozenset({"low_peripheral_risk"})
"""R10: no patient can know her risk of peripheral fracture; for her it stays a condition."""


def open_questions(case: Case) -> tuple[str, ...]:
    """Return the unknown facts that can still change the action or the options, those that settle the most first.

    Facts that the person said she does not know (`case.unsure`) are among them: whether to ask again is the dialogue's.
    """
    space = space_of(default_table())
    return open_in(space, space.region_of(case))


def to_ask(case: Case, audience: str = "patient") -> tuple[str, ...]:
    """Return the open facts that are worth a question now: not said to be unknown, and answerable by this audience."""
    skipped = _skipped(case, audience)
    return tuple(fact for fact in open_questions(case) if fact not in skipped)


def most_questions_left(case: Case, audience: str = "patient", asked: Iterable[str] = ()) -> int:
    """Return the largest number of questions that can still follow, whatever is answered, "I don't know" included.

    :param asked: facts that were asked for before; asking for one of them again is no further question
    """
    space = space_of(default_table())
    return _longest(space, space.region_of(case), _skipped(case, audience), frozenset(asked))


def _skipped(case: Case, audience: str) -> frozenset[str]:
    """Return the facts that are not asked for, although they may be open."""
    skipped = case.unsure | (ASKED_OF_CLINICIANS_ONLY if audience == "patient" else frozenset())
    if FRACTURE in case.unsure:
        skipped |= {COUNT}  # who does not know whether a bone broke cannot count the broken ones
    return skipped


@cache
def open_in(space: Space, region: Region) -> tuple[str, ...]:
    """Return the open facts of a region of cases, in the order in which to ask for them."""
    facts = [fact for fact in (*space.axes, COUNT) if len(split(space, region, fact)) > 1]
    action_facts = [fact for fact in facts if _matters(space, region, fact, _action_of)]
    option_facts = [fact for fact in facts if fact not in action_facts and _matters(space, region, fact, _told_of)]
    ranked = _ranked(space, region, action_facts, _action_of) + _ranked(space, region, option_facts, _told_of)
    if FRACTURE in ranked and COUNT in ranked:  # how many is a question only when one is known
        ranked.remove(COUNT)
        ranked.insert(ranked.index(FRACTURE) + 1, COUNT)
    return tuple(ranked)


def split(space: Space, region: Region, fact: str) -> list[Region]:
    """Return the parts into which an answer on this fact would divide the region; one part when nothing is open."""
    index = space.axes.index(FRACTURE if fact == COUNT else fact)
    key = {FRACTURE: class_of_state, COUNT: count_of_state}.get(fact, _itself)
    groups: dict[object, list[object]] = {}
    for value in region[index]:
        groups.setdefault(key(value), []).append(value)
    if fact == COUNT and len(groups) > 1 and not {1, 2} <= groups.keys():
        return [region]  # no fracture against one or several: that is the question on the fracture itself
    return [(*region[:index], tuple(group), *region[index + 1 :]) for group in groups.values()]


def _itself(value: object) -> object:
    return value


def _action_of(answer: Answer) -> object:
    return answer.row.action


def _told_of(answer: Answer) -> object:
    return answer.told


def _matters(space: Space, region: Region, fact: str, told: Callable[[Answer], object]) -> bool:
    """Say whether two completions that differ in this fact alone are told different things."""
    index = space.axes.index(FRACTURE if fact == COUNT else fact)
    values = [value for value in region[index] if fact != COUNT or count_of_state(value)]
    others = product(*(axis for position, axis in enumerate(region) if position != index))
    return any(
        len({told(space.answer((*rest[:index], value, *rest[index:]))) for value in values}) > 1 for rest in others
    )


def _ranked(space: Space, region: Region, facts: list[str], told: Callable[[Answer], object]) -> list[str]:
    return sorted(facts, key=lambda fact: _expected_left(space, region, fact, told))


def _expected_left(space: Space, region: Region, fact: str, told: Callable[[Answer], object]) -> float:
    """Return how many different things may still be told after this fact, averaged over the grid of cases."""
    parts = split(space, region, fact)
    weights = [space.weight(part) for part in parts]
    left = [len({told(answer) for answer in space.answers(part)}) for part in parts]
    return sum(weight * count for weight, count in zip(weights, left)) / sum(weights)


@cache
def _longest(space: Space, region: Region, skipped: frozenset[str], asked: frozenset[str]) -> int:
    """Return the length of the longest path of answers from here; each question is followed by any of its answers."""
    fact = next((each for each in open_in(space, region) if each not in skipped), None)
    if fact is None:
        return 0
    unknown = skipped | {fact} | ({COUNT} if fact == FRACTURE else frozenset())
    answered = max(_longest(space, part, skipped, asked) for part in split(space, region, fact))
    return (fact not in asked) + max(answered, _longest(space, region, unknown, asked))
