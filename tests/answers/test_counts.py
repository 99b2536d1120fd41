"""Which bones count, and as what: the question is heard in many words, and answered from the rule module's own classes."""

from __future__ import annotations

import pytest

from answers.counts import asked_in, counts_messages
from answers.limits import MOST_WORDS, words
from answers.register import CLINICIAN, PATIENT, Audience
from guideline.fractures import SITES, class_of_site

NAMES_A_BONE = [
    ("Is a wrist fracture serious?", ("wrist",)),
    ("is the hip a severe fracture", ("hip",)),
    ("What does a collarbone fracture count as?", ("clavicle",)),
    ("is her ankle break a serious one?", ("ankle",)),
    ("But nobody said if a wrist counts as serious", ("wrist",)),
    ("Never tried one. Now please, is the elbow a serious break or not?", ("elbow",)),
    ("does a squashed vertebra count as a break", ("vertebra",)),
    ("so does a cracked rib count?", ("rib",)),
    ("do three ribs count as severe?", ("three_ribs",)),
    ("Is a broken toe counted?", ("foot",)),
    ("would a shoulder fracture be classed as severe?", ("proximal_humerus",)),
    ("is a hip or a wrist severe?", ("hip", "wrist")),
]
NAMES_NONE = [
    "what do you mean by severe?",
    "What’s a severe fracture?",
    "what counts as severe?",
    "which fractures are severe?",
    "what does 'less severe' mean",
    "what makes a fracture serious?",
    "does that count as a break then? nobody said break",
    "I broke my wrist last year, is that a serious fracture?",
    "would that count?",
]
ASKS_OF_SOMETHING_ELSE = [
    "is osteoporosis serious?",
    "what are the serious side effects?",
    "what is a serious problem with the hip?",
    "is a severe fracture treated at once?",
    "Do I need treatment after a severe fracture?",
    "He said it is a severe fracture",
    "I broke my toe but that doesn't count",
    "does it count that I take steroids?",
    "is the score of my spine serious?",
    "is the jaw thing serious?",
    "what is severe osteoporosis?",
    "does calcium count?",
    "does walking count as exercise?",
    "is my back pain serious?",
    "is it serious?",
    "I have a severe fracture of the hip",
    "how would it look if the wrist didn't count",
    "osteoporotic at L3 only. Does one vertebra count?",
    "she has severe osteoporosis. what does severe mean here",
]


@pytest.mark.parametrize(("text", "sites"), NAMES_A_BONE)
def test_the_bones_of_the_question_are_found(text: str, sites: tuple[str, ...]) -> None:
    asked = asked_in(text)
    assert asked is not None
    assert set(asked.sites) == set(sites)


@pytest.mark.parametrize("text", NAMES_NONE)
def test_what_counts_is_asked_without_a_bone_as_well(text: str) -> None:
    asked = asked_in(text)
    assert asked is not None
    assert asked.sites == ()


@pytest.mark.parametrize("text", ASKS_OF_SOMETHING_ELSE)
def test_serious_is_said_of_many_things(text: str) -> None:
    assert asked_in(text) is None


def test_what_was_told_before_the_question_is_no_part_of_it() -> None:
    text = "I broke my wrist last year, is that a serious fracture?"
    asked = asked_in(text)
    assert asked is not None
    assert text.index("wrist") < asked.start
    assert asked.points_back


@pytest.mark.parametrize("audience", [PATIENT, CLINICIAN])
def test_every_bone_is_answered_from_the_class_of_the_rule_module(audience: Audience) -> None:
    for site in SITES:
        first, *_ = messages = counts_messages([site], False, audience)
        assert first.custom is not None
        assert first.custom["classes"] == {site: class_of_site(site)}
        assert "OIC-128-08-B" in messages[-1].text
        assert first.custom["sources"]
        assert all(audience == CLINICIAN or words(each.text) <= MOST_WORDS for each in messages)


def test_a_big_force_brings_the_reading_on_it() -> None:
    asked = asked_in("would a hip count if I broke it when a car hit me?")
    assert asked is not None
    assert asked.by_force
    assert "R2" in (counts_messages(asked.sites, asked.by_force, PATIENT)[0].custom or {})["notes"]
