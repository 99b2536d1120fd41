"""Red flags fire on symptoms that somebody has now, and stay quiet on questions, history, family and denials."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from clinical_helpers import flags

PHRASES = yaml.safe_load((Path(__file__).parent / "red_flag_phrases.yml").read_text(encoding="utf-8"))
FIRES = [(flag, text) for flag, kinds in PHRASES.items() for text in kinds["fires"]]
QUIET = [(flag, text) for flag, kinds in PHRASES.items() for text in kinds["quiet"]]


@pytest.mark.parametrize(("flag", "text"), FIRES)
def test_a_symptom_of_now_raises_its_flag(flag: str, text: str) -> None:
    assert flag in flags(text)


@pytest.mark.parametrize(("flag", "text"), QUIET)
def test_questions_history_family_and_denials_raise_no_flag(flag: str, text: str) -> None:
    assert flags(text) == set()


def test_every_flag_has_enough_phrases() -> None:
    assert len(PHRASES) == 23
    assert all(len(kinds["fires"]) >= 12 and len(kinds["quiet"]) >= 6 for kinds in PHRASES.values())


TYPED = yaml.safe_load((Path(__file__).parent / "red_flag_messages.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("flag", "text"), [(flag, text) for flag, texts in TYPED["fires"].items() for text in texts])
def test_a_symptom_of_now_is_heard_as_people_type_it(flag: str, text: str) -> None:
    assert flag in flags(text)


@pytest.mark.parametrize("text", TYPED["quiet"])
def test_near_misses_raise_no_flag(text: str) -> None:
    assert flags(text) == set()
