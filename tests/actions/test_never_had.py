"""Who denies that she had any of what was spoken of, and who does not."""

from __future__ import annotations

import pytest

from actions.never_had import says_never_had

DENIED = [
    "never tried one",
    "I don't think I took any of those, what are they?",
    "67 and no, never had any of those drugs",
    "I don't think I ever had any myself",
    "No, she's never been on any of those. But you didn't say if a wrist counts",
    "no I never had those",
    "I've never been put on any of them",
    "I haven't taken any of these",
    "I was never given any",
    "My sister took them and they burned. I never had any",
    "never had it",
]
NOT_DENIED = [
    "my sister never took any",
    "he never tried it",
    "I never had any trouble with my back",
    "I never had any broken bones",
    "I took one and never again",
    "never mind",
    "I never drink",
    "I took them for years",
]


@pytest.mark.parametrize("text", DENIED)
def test_it_is_denied(text: str) -> None:
    assert says_never_had(text)


@pytest.mark.parametrize("text", NOT_DENIED)
def test_it_is_not(text: str) -> None:
    assert not says_never_had(text)
