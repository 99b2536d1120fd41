"""Numbers written as words, English and French."""

from __future__ import annotations

import re
from functools import lru_cache

from nlu.clinical import lexicon_files


@lru_cache(maxsize=1)
def _spoken_pattern() -> re.Pattern[str]:
    words = word_values()
    some = "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))
    return re.compile(
        rf"(?<!per )(?<!pour )\b(?P<whole>(?:{some})(?:(?:\s+|-|\s+et\s+|-et-)(?:{some}))*)\b"
        rf"(?:\s+(?:point|virgule|comma|komma|dot|decimal)\s+(?P<decimals>(?:{some}|\d+)(?:\s+(?:{some}))?)\b)?"
        r"(?P<half>\s+and a half\b|\s+et demie?\b)?"
    )


@lru_cache(maxsize=1)
def word_values() -> dict[str, int]:
    return {str(word): int(value) for word, value in lexicon_files.load("numbers")["words"].items()}


def spoken_numbers(plain: str) -> list[tuple[int, int, str]]:
    """Return (start, end, digits) of the numbers written as words."""
    found = []
    for match in _spoken_pattern().finditer(plain):
        values = [word_values()[word] for word in re.split(r"[\s-]+", match.group("whole")) if word != "et"]
        whole = _add_up(values)
        if whole is None:
            continue
        digits = str(whole)
        if match.group("decimals"):
            digits += "." + "".join(_decimal_digits(word) for word in match.group("decimals").split())
        elif match.group("half"):
            digits += ".5"
        found.append((match.start(), match.end(), digits))
    return found


def _decimal_digits(word: str) -> str:
    return word if word.isdigit() else str(word_values()[word])


def _add_up(values: list[int]) -> int | None:
    """Add number words ("soixante-douze", "quatre-vingt-un", "one hundred two"); None if they do not combine."""
    total = 0
    for value in values:
        if value == 100:
            total = max(total, 1) * 100
        elif value == 20 and total == 4:
            total = 80
        elif total and not _fits_below(total, value):
            return None
        else:
            total += value
    return total


def _fits_below(total: int, value: int) -> bool:
    if total >= 100 and total % 100 == 0:
        return value < 100
    if total in (60, 80):
        return value < 20
    return total % 10 == 0 and total % 100 != 0 and 0 < value < 10 and total >= 10
