"""Dangers told beside something else, in whole turns of phrase or in shorthand, and what only sounds like them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from clinical_helpers import flags, heard

TABLE = yaml.safe_load((Path(__file__).parent / "alarms_in_passing.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("flag", "text"), [(flag, text) for flag, texts in TABLE["fires"].items() for text in texts])
def test_a_danger_told_in_passing_is_heard(flag: str, text: str) -> None:
    assert flag in flags(text)


@pytest.mark.parametrize("text", TABLE["quiet"])
def test_what_only_sounds_like_a_danger_is_none(text: str) -> None:
    assert flags(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "scared to death of my jaw crumbling away",
        "I keel over at every blood test, always have",
        "What a kind answer, I've a lump in my throat",
        "In 1996 I took an overdose of tablets. It was another lifetime, im happy now",
        "The card reads: loose teeth, pain in the jaw",
        "My lips won't close round the cup as the dentist has numbed them",
    ],
)
def test_such_words_are_marked_as_calm_for_the_classifier(text: str) -> None:
    assert heard(text).calm
