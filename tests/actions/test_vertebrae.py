"""A vertebra told after those that are known."""

from __future__ import annotations

import pytest

from tests.actions.person import Person

ONE = "I am 75, postmenopausal, T-score -2.0, one crushed vertebra"
TWO = "I am 75, postmenopausal, T-score -2.0, two vertebral fractures"


@pytest.mark.parametrize(
    "text",
    [
        "another vertebra went last week",
        "and L3 is squashed too",
        "L3 has collapsed as well",
        "they found one more compression fracture of the spine",
        "I also broke L4",
        "a further spine fracture was seen in May",
    ],
)
def test_one_more_is_counted(text: str) -> None:
    person = Person()
    person.say(ONE)
    assert person.say(text).slots["vertebral_fractures"] == 2


@pytest.mark.parametrize(
    "text",
    [
        "L3 also collapsed, so three now",
        "another vertebra broke, that makes three",
        "L3 broke too, 3 fractures in total",
    ],
)
def test_the_number_of_all_that_is_told_wins(text: str) -> None:
    person = Person()
    person.say(TWO)
    assert person.say(text).slots["vertebral_fractures"] == 3


def test_two_more_are_two_more() -> None:
    person = Person()
    person.say(ONE)
    assert person.say("two more vertebrae have collapsed").slots["vertebral_fractures"] == 3


@pytest.mark.parametrize("text", ["L3 collapsed", "and L3 is squashed"])
def test_in_doubt_the_number_is_asked(text: str) -> None:
    person = Person()
    person.say(TWO)
    person.say(text)
    assert person.slots["vertebral_fractures"] == 2
    assert (person.custom("clarify") or {})["fact"] == "vertebral_fractures"


@pytest.mark.parametrize("text", ["my L1 fracture also hurts", "I broke my wrist too", "my wrist broke as well"])
def test_what_tells_of_no_other_vertebra_adds_none(text: str) -> None:
    person = Person()
    person.say(ONE)
    assert person.say(text).slots["vertebral_fractures"] == 1


def test_a_number_that_is_put_right_may_be_smaller() -> None:
    person = Person()
    person.say(TWO)
    assert person.say("sorry, it's only one vertebral fracture").slots["vertebral_fractures"] == 1
