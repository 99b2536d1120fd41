"""What is looked for in the words of a message: patterns in `answers/strings`, in small letters with straight apostrophes."""

from __future__ import annotations

import re

from answers.strings import theme


def small_letters(text: str) -> str:
    """Return the text in small letters with straight apostrophes, each letter where it was."""
    return text.lower().replace("’", "'")


def has_words(name: str, key: str, text: str) -> bool:
    """Say whether the pattern, or one of the patterns, that stands under this key of this theme is found in the text."""
    patterns = theme(name)[key]
    return any(re.search(each, text) for each in ([patterns] if isinstance(patterns, str) else patterns))


def number_said(word: str) -> int:
    """Return the number that a word of the patterns stands for: "2", "two", "couple"."""
    return int(word) if word.isdigit() else int(theme("clarify")["counts"][word])
