"""A vertebra that went down, lost height or gave in may be broken: it is asked. One that slipped is another matter."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import asked, found, heard


@pytest.mark.parametrize(
    "text",
    [
        "a vertebra went down a bit",
        "they said a vertebra had sunk",
        "he told me that one of the bones in my back has gone down",
        "a vertebra lost some of its height",
        "L2 has lost 30% height",
        "72F, T -1.9, T12 lost height",
        "I'm 70 and the X-ray showed a vertebra that had settled a bit",
        "my L1 has dropped a bit",
        "a vertebra has come down slightly",
        "the vertebra has given in",
    ],
)
def test_a_vertebra_that_went_down_is_asked(text: str) -> None:
    assert "fracture" not in heard(text).facts()
    assert [reason for reason, _ in asked(text, "fracture_site")] == ["no_fracture_word"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("one vertebra has gone down", 1),
        ("one of my vertebrae is flattened", 1),
        ("two vertebrae have gone down", 2),
        ("3 vertebrae have sunk", 3),
    ],
)
def test_with_their_number(text: str, count: int) -> None:
    assert asked(text, "vertebral_fractures") == [("no_fracture_word", [count])]


def test_beside_a_wrist_it_is_asked_as_well() -> None:
    assert heard("I broke my wrist and a vertebra has gone down").facts()["fracture_sites"] == ["wrist"]
    assert asked("I broke my wrist and a vertebra has gone down", "fracture_site") == [
        ("no_fracture_word", ["vertebra"])
    ]


def test_told_as_broken_it_is_not_asked() -> None:
    assert not asked("I broke a vertebra, it went down a bit", "fracture_site")


@pytest.mark.parametrize(
    "text",
    [
        "my T-score went down a bit",
        "the swelling on my vertebra went down",
        "the pain in the vertebra went down",
        "a disc went down",
        "the density of my vertebrae went down",
        "my spine score has gone down",
        "L1-L4 dropped from -2.1 to -2.6",
        "the T-score of L2 has gone down",
        "spine -2.4, hip has gone down since 2019",
        "will a vertebra go down again on this?",
        "no vertebra has gone down",
        "my hip has gone down to -2.6",
        "I fell and went down on my knees",
        "my mood went down",
    ],
)
def test_other_things_that_went_down_are_not(text: str) -> None:
    assert not found(text, "fracture_site")
    assert not found(text, "vertebral_fractures")


@pytest.mark.parametrize(
    "text",
    [
        "my vertebra slipped",
        "I have a slipped vertebra",
        "slipped disc",
        "slipped vertebra L4",
        "L4 slipped forward on L5",
        "my disc slipped years ago",
        "a vertebra that has slipped",
    ],
)
def test_a_slipped_vertebra_or_disc_is_neither_a_fracture_nor_a_fall(text: str) -> None:
    assert heard(text).facts() == {}
    assert not found(text, "high_energy")
    assert not found(text, "fracture_site")


def test_who_slipped_herself_fell() -> None:
    assert heard("I slipped and broke a vertebra").facts()["high_energy"] is False
