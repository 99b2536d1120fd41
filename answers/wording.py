"""What is looked for in the words of a message: patterns in `answers/strings`, in small letters with straight apostrophes."""

from __future__ import annotations

import re

from answers.strings import theme


def small_letters(text: str) -> str:
    """Return the text in small letters with straight apostrophes, each letter where it was."""
    return text.lower().replace("’", "'")


def has_words(name: str, key: str, text: str) -> bool:
    """Say whether one of the patterns that stand under this key of this theme is found in the text."""
    return any(re.search(each, text) for each in theme(name)[key])
